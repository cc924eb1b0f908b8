import { expect, it } from "vitest";
import { readProfile } from "../../src/ingest/profile.ts";
import { STARTER_FILES } from "../../src/ingest/starter.ts";
import { COLUMNS } from "../../src/ingest/table/columns.ts";
import { claims, inFolder } from "../cli/run.ts";

it("has every column of every input", async () => {
  const headers = Object.fromEntries(STARTER_FILES.map(([name, text]) => [name, text.split("\n")[0]]));
  for (const role of ["roster", "rates", "payroll"] as const)
    expect(headers[`${role}.csv`]).toBe(`\uFEFF${COLUMNS[role].map(({ name }) => name).join(",")}`);
});

it("has a profile that is read", () => {
  const [, text = ""] = STARTER_FILES.find(([name]) => name === "claims.json") ?? [];
  expect(readProfile(text)).toEqual(JSON.parse(text));
});

it("computes as it is: two officers, all that the four quarters of a year take too", async () => {
  await inFolder(async (folder) => {
    expect((await claims(["init", "new/folder"], folder)).code).toBe(0);
    const { stdout, code } = await claims(["compute", "new/folder/roster.csv", "-f", "csv", "-q"], folder);
    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => line.split(",").at(-2)),
    ).toEqual(["total", "21750.00", "5977.71"]);
    expect((await claims(["compute", "new/folder/roster.csv", "--year", "FY2026", "-q"], folder)).code).toBe(0);
  });
});
