import { describe, expect, it } from "vitest";
import { type LayoutColumn, layout } from "../../../src/report/text/layout.ts";

const COLUMNS: readonly LayoutColumn[] = [
  { title: "Officer", align: "left" },
  { title: "Name", align: "left", least: 6 },
  { title: "Days", align: "right", goes: 0 },
  { title: "Total", align: "right" },
];
const HEAD = { cells: ["Officer", "Name", "Days", "Total"] };

describe("a text table", () => {
  it("sets amounts right and text left, two columns apart", () => {
    const rows = [HEAD, "rule" as const, { cells: ["1042", "Ruiz", "92", "31,456.90"] }];
    expect(layout(COLUMNS, rows, 80).lines).toEqual([
      "Officer  Name  Days      Total",
      "──────────────────────────────",
      "1042     Ruiz    92  31,456.90",
    ]);
  });

  it("cuts what may be cut, then drops what may go, and says what", () => {
    const rows = [HEAD, { cells: ["1042", "Ruiz-Delgado", "92", "31,456.90"] }];
    expect(layout(COLUMNS, rows, 34)).toMatchObject({
      lines: ["Officer  Name      Days      Total", "1042     Ruiz-De…    92  31,456.90"],
      dropped: [],
    });
    expect(layout(COLUMNS, rows, 27)).toMatchObject({
      lines: ["Officer  Name        Total", "1042     Ruiz-…  31,456.90"],
      dropped: ["Days"],
    });
  });

  it("goes on below where a text across is too long, each line set off by itself", () => {
    const given: unknown[][] = [];
    const style = (...all: string[]): string => {
      given.push(all);
      return `<${all[0]}>`;
    };
    const row = {
      cells: ["1056", "Brandt", "0", "0.00"],
      across: { from: 1, to: 3, text: "not trained: no date" },
      style,
    };
    expect(layout(COLUMNS, [HEAD, row], 80).lines.slice(1)).toEqual([
      "<1056     not          0.00>",
      "<         trained:>",
      "<         no date>",
    ]);
    expect(given.map((all) => all.length)).toEqual([1, 1, 1]);
  });

  it("takes a wide character for two columns", () => {
    expect(layout(COLUMNS.slice(0, 2), [{ cells: ["1", "李明"] }, { cells: ["2", "Ruiz"] }], 80).lines).toEqual([
      "1        李明",
      "2        Ruiz",
    ]);
  });
});
