import { describe, expect, it } from "vitest";
import { Problems } from "../../src/problems/problems.ts";
import { groupedWarnings, restText } from "../../src/report/grouped-warnings.ts";
import { listed, problemsText } from "../../src/report/problems.ts";
import { PLAIN } from "../../src/report/text/style.ts";

const ofWarnings = (count: number): Problems => {
  const problems = new Problems();
  problems.error({ code: "bad-day", where: "roster.csv", line: 9, message: "is wrong" });
  for (let line = 1; line <= count; line++)
    problems.warning({ code: "unusual-salary", where: "roster.csv", line, message: `${line} is odd`, amount: 150 });
  problems.warning({ code: "names-differ", where: "roster.csv", line: 5, message: "differs" });
  problems.notice({ code: "written", message: "wrote q1.json" });
  return problems;
};
const textOf = (problems: Problems, columns = 100): string[] => {
  const { listing, rests } = groupedWarnings(listed(problems, ["roster.csv"]), problems);
  return problemsText(listing, { style: PLAIN, columns, redact: false }, rests).trimEnd().split("\n");
};

describe("warnings", () => {
  it("that are said elsewhere are taken out, the others counted as before, however many there are", () => {
    const rest = ofWarnings(700).without(new Set(["names-differ"]));
    expect(textOf(rest)).toEqual(textOf(ofWarnings(700)).filter((line) => !line.includes("differs")));
    expect(textOf(ofWarnings(700).without(new Set(["unusual-salary"])))).toEqual([
      "roster.csv:9: error: is wrong",
      "roster.csv:5: warning: differs",
      "claims: notice: wrote q1.json",
    ]);
    expect([rest.ofFiles.get("roster.csv")?.warning, rest.beyond[0]?.amount]).toEqual([700, 650 * 150]);
  });

  it("come after errors; of more than three of a code three are shown, and what the others come to", () => {
    expect(textOf(ofWarnings(5))).toEqual([
      "roster.csv:9: error: is wrong",
      "roster.csv:1: warning: 1 is odd",
      "roster.csv:2: warning: 2 is odd",
      "roster.csv:3: warning: 3 is odd",
      "roster.csv:5: warning: differs",
      "and 2 more warnings unusual-salary, $3.00: roster.csv:4, roster.csv:5",
      "claims: notice: wrote q1.json",
    ]);
  });

  it("are counted whole, beyond those that are kept too", () => {
    const lines = textOf(ofWarnings(2000));
    expect(lines.slice(5)).toEqual([
      "and 1997 more warnings unusual-salary, $2,995.50: roster.csv:4, roster.csv:5, roster.csv:6, …",
      "claims: notice: wrote q1.json",
    ]);
  });

  it("of three or fewer are as they are", () => {
    expect(textOf(ofWarnings(3)).filter((line) => line.startsWith("and"))).toEqual([]);
  });

  it("and every other line are no wider than the screen", () => {
    const problems = new Problems();
    const message = "word ".repeat(60).trim();
    problems.warning({ code: "names-differ", where: "roster.csv", line: 5, message, remedy: message });
    for (const columns of [40, 60, 80, 120])
      expect(Math.max(...textOf(problems, columns).map((line) => line.length))).toBeLessThanOrEqual(columns);
    expect(restText({ code: "names-differ", count: 1, amount: 0, places: [] })).toBe("and 1 more warning names-differ");
  });
});
