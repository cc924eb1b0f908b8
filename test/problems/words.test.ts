import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { bashWord, counted, few, fewTexts, powershellWord } from "../../src/problems/words.ts";

const WORDS = [
  "roster.csv",
  "my roster.csv",
  'it\'s $HOME `x` "y" \\ !',
  "a;b&c|d>e",
  "",
  "état*?[1]",
  "-o",
  "~/x",
  "#1",
];

it("bash reads each word back as it was", () => {
  const { stdout } = spawnSync("bash", ["-c", `printf '%s\\n' ${WORDS.map(bashWord).join(" ")}`], { encoding: "utf8" });
  expect(stdout.split("\n").slice(0, -1)).toEqual(WORDS);
});

it("PowerShell: quoted but where plain, each quote doubled, curly ones too", () => {
  expect(powershellWord("q1\\claim-FY2026-Q1.json")).toBe("q1\\claim-FY2026-Q1.json");
  expect(powershellWord("annual_salary=Base Pay")).toBe("'annual_salary=Base Pay'");
  expect(powershellWord("the rate's \u2019 $x.csv")).toBe("'the rate''s \u2019\u2019 $x.csv'");
  expect(["@x", "a,b", "a;b", ""].map(powershellWord)).toEqual(["'@x'", "'a,b'", "'a;b'", "''"]);
});

it("the first of many, and how many more", () => {
  expect(few(["a", "b"], 2)).toBe("a, b");
  expect(few(["a", "b", "c"], 2)).toBe("a, b and 1 more");
  expect(few(["a", "b", "c", "d"], 2, "agencies")).toBe("a, b and 2 more agencies");
  expect(fewTexts(["a b", "c d"], 2)).toBe("a b; c d");
  expect(fewTexts(["a b", "c d", "e f"], 2)).toBe("a b; c d; and 1 more");
  expect([0, 1, 2].map((n) => counted(n, "agency", "agencies"))).toEqual(["0 agencies", "1 agency", "2 agencies"]);
});
