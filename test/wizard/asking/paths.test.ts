import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesFor, pathsLike, typedPath } from "../../../src/wizard/asking/paths.ts";
import { freeName } from "../../../src/wizard/steps/save.ts";

let folder = "";
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "claims-paths-"));
  mkdirSync(at("Rosters"));
  writeFileSync(at("roster.csv"), "agency_id;officer_id;annual_salary\n");
  writeFileSync(at("rates.csv"), '\uFEFF"agency_id","Quarter","Placement Rate"\n');
  writeFileSync(at("pay.csv"), "officer_id,quarter,overtime_paid\n");
  writeFileSync(at("q1.json"), '{\n  "schema": "claims/1",\n');
  writeFileSync(at("package.json"), "{}\n");
  writeFileSync(at(".hidden.csv"), "officer_id\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("paths that are typed", () => {
  it("lose the quotes and spaces around them, know the home folder, and are never a flag", () => {
    expect(typedPath(" '/tmp/my roster.csv' ")).toBe("/tmp/my roster.csv");
    expect(typedPath('"C:\\Users\\Ann\\roster.csv"')).toBe("C:\\Users\\Ann\\roster.csv");
    expect(typedPath("~/roster.csv")).toBe(join(homedir(), "roster.csv"));
    expect(typedPath("-q.csv")).toBe("./-q.csv");
  });

  it("are completed, folders too, whatever the case; hidden files only when asked for", () => {
    expect(pathsLike(at("RO"), { endings: ["csv"] })).toEqual([`${at("Rosters")}/`, at("roster.csv")]);
    expect(pathsLike(at(".h"), { endings: ["csv"] })).toEqual([at(".hidden.csv")]);
    expect(pathsLike(at("nowhere/x"), { endings: ["csv"] })).toEqual([]);
  });

  it("are offered by what their header says they are", () => {
    writeFileSync(at("agreements.csv"), "ORI,SUPPORT TYPE,SIGNED\n");
    writeFileSync(at("evidence.csv"), "officer_id,quarter,document\n");
    expect(filesFor("roster", folder)).toEqual([at("roster.csv")]);
    expect(filesFor("rates", folder)).toEqual([at("rates.csv")]);
    expect(filesFor("payroll", folder)).toEqual([at("pay.csv")]);
    expect(filesFor("claim", folder)).toEqual([at("q1.json")]);
  });

  it("a new file takes a name that is free", () => {
    expect(freeName(at("new.csv"), "FY2026-Q1")).toBe(at("new.csv"));
    expect(freeName(at("rates.csv"), "FY2026-Q1")).toBe(at("rates-FY2026-Q1.csv"));
    writeFileSync(at("rates-FY2026-Q1.csv"), "");
    expect(freeName(at("rates.csv"), "FY2026-Q1")).toBe(at("rates-FY2026-Q1-2.csv"));
  });
});
