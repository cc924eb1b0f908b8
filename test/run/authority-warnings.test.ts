import { describe, expect, it } from "vitest";
import type { Readings } from "../../src/engine/values/ids.ts";
import type { AgreementRow, RosterRow } from "../engine/build.ts";
import { shown } from "./shown.ts";

const Q1 = "FY2026-Q1";
/** 23,000.00 and 9,125.00 a quarter. */
const ROW: RosterRow = { trained_on: "2025-09-15", annual_salary: "92000.00", annual_benefits: "36500.00" };

describe("an agreement that ends within the quarter", () => {
  const saidOf = (agreements: readonly AgreementRow[], roster: readonly RosterRow[] = [ROW]) =>
    shown({ roster, agreements }, Q1, { only: "agreement" });
  const tfm = (ended_on?: string, signed_on = "2025-02-26"): AgreementRow => ({
    signed_on,
    ...(ended_on !== undefined && { ended_on }),
  });
  const ended = (on: string, line = 2, model = "TFM"): string =>
    `agreements.csv:${line} agreement-ended: the agreement of FL0310200 for ${model} ended on ${on}, within FY2026-Q1: no day after it counts`;

  it.each<[string, string[]]>([
    ["2025-09-30", []],
    ["2025-10-01", [ended("2025-10-01")]],
    ["2025-12-30", [ended("2025-12-30")]],
    ["2025-12-31", []],
    ["2026-01-01", []],
  ])("is told where a day of the quarter is without one: %s", (on, told) => expect(saidOf([tfm(on)])).toEqual(told));

  it("is not, where another follows, whatever their order", () => {
    const [first, second] = [tfm("2025-11-15"), tfm(undefined, "2025-11-16")];
    expect([saidOf([first, second]), saidOf([second, first])]).toEqual([[], []]);
    expect(saidOf([first, tfm("2026-06-30", "2025-11-16")])).toEqual([]);
  });

  it("is the last of them, at its line", () => {
    const [first, second] = [tfm("2025-11-15"), tfm("2025-12-15", "2025-11-16")];
    expect([saidOf([first, second]), saidOf([second, first])]).toEqual([
      [ended("2025-12-15", 3)],
      [ended("2025-12-15", 2)],
    ]);
  });

  it("is told of each model that the roster has, and of no other", () => {
    const jem: AgreementRow = { model: "JEM", signed_on: "2020-06-08", ended_on: "2025-11-30" };
    expect(saidOf([tfm(), jem])).toEqual([]);
    const roster: RosterRow[] = [ROW, { ...ROW, officer: "B2", model: "JEM" }];
    expect(saidOf([tfm(), jem], roster)).toEqual([ended("2025-11-30", 3, "JEM")]);
    expect(saidOf([jem, tfm("2025-11-15")], roster)).toEqual([ended("2025-11-15", 3), ended("2025-11-30", 2, "JEM")]);
    expect(saidOf([tfm("2025-11-15")], roster)).toEqual([ended("2025-11-15")]);
  });
});

describe("an authorization", () => {
  const saidOf = (roster: readonly RosterRow[], readings: Partial<Readings> = {}, quarterId = Q1) =>
    shown({ roster }, quarterId, { readings, only: "authorization" });
  const ends = (until: string, dollars: string, line = 2, next = "FY2026-Q2"): string =>
    `roster.csv:${line} authorization-ends: officer A1 is authorized until ${until}: $${dollars} of salary and benefits of ${next} cannot be claimed without another [${dollars.replace(",", "")}]`;
  const until = (authorized_until: string, more: Partial<RosterRow> = {}): RosterRow => ({
    ...ROW,
    authorized_until,
    ...more,
  });

  it.each<[string, string[]]>([
    // 89 of 90 days of 23,000.00 and 9,125.00 are after it: less one 90th each, rounded, 255.56 and 101.39.
    ["2026-01-01", [ends("2026-01-01", "31,768.05")]],
    ["2025-12-31", [ends("2025-12-31", "32,125.00")]],
    ["2025-12-30", [ends("2025-12-30", "32,125.00")]],
    // 30 of 90 days: 7,666.67 and 3,041.67, as what is left is rounded down.
    ["2026-03-01", [ends("2026-03-01", "10,708.34")]],
    ["2026-03-02", []],
  ])("that ends within 60 days after the quarter is told with what the next one loses: %s", (on, told) =>
    expect(saidOf([until(on)])).toEqual(told),
  );

  it("without a last day ends by the years of the policy", () => {
    // Two years from 2024-01-31 end on 2026-01-30: 60 of 90 days are lost.
    expect(saidOf([{ ...ROW, authorized_on: "2024-01-31" }])).toEqual([ends("2026-01-30", "21,416.66")]);
    expect(saidOf([{ ...ROW, authorized_on: "2024-03-03" }])).toEqual([]);
    expect(saidOf([{ ...ROW, authorized_on: "2024-03-02" }])).toEqual([ends("2026-03-01", "10,708.34")]);
  });

  it("that ends with the officer's service loses nothing", () => {
    expect(saidOf([until("2026-01-30", { end_date: "2025-12-31" })])).toEqual([]);
    expect(saidOf([until("2026-01-30", { end_date: "2026-01-30" })])).toEqual([]);
    // 1 of 90 days.
    expect(saidOf([until("2026-01-30", { end_date: "2026-01-31" })])).toEqual([ends("2026-01-30", "356.94")]);
  });

  it("is that of the officer's last row in the quarter, and loses what that row would bring", () => {
    const rows = [
      until("2025-11-15", { end_date: "2025-11-15" }),
      until("2026-01-30", { start_date: "2025-11-16", end_date: "2026-02-28" }),
      { ...ROW, start_date: "2026-03-01" },
    ];
    // 29 of 90 days, from 2026-01-31 to 2026-02-28: 61 less than 90 bring 15,588.89 and 6,184.72.
    expect(saidOf(rows)).toEqual([ends("2026-01-30", "10,351.39", 3)]);
    const first = until("2025-11-15", { end_date: "2025-11-15" });
    expect(saidOf([first, { ...ROW, start_date: "2025-11-16" }])).toEqual([]);
    expect(saidOf([first, until("2026-03-02", { start_date: "2025-11-16" })])).toEqual([]);
  });

  it("of an officer without pay, or without a day in the quarter, is of no account", () => {
    expect(saidOf([{ trained_on: "2025-09-15", authorized_until: "2026-01-30" }])).toEqual([]);
    expect(saidOf([until("2025-09-30")])).toEqual([]);
    expect(saidOf([until("2026-01-30", { eligible: "no" })])).toEqual([]);
  });

  it("of one whose salary cannot be claimed loses none", () => {
    const jem = [until("2026-01-30", { model: "JEM" })];
    expect(saidOf(jem)).toEqual([ends("2026-01-30", "21,416.66")]);
    expect(saidOf(jem, { "salary-models": "task-force" })).toEqual([]);
  });

  it("that ends with the year loses what the next year's first quarter would bring", () => {
    expect(saidOf([until("2026-09-30")], {}, "FY2026-Q4")).toEqual([ends("2026-09-30", "32,125.00", 2, "FY2027-Q1")]);
  });

  describe("of which nothing tells", () => {
    const unknown = (trained: string, dollars = "32,125.00", line = 2): string =>
      `roster.csv:${line} authorization-unknown: officer A1 was trained on ${trained}, and nothing tells whether the authorization was renewed since [${dollars.replace(",", "")}]`;

    it.each<[string, string[]]>([
      ["2023-12-30", [unknown("2023-12-30")]],
      ["2023-12-31", []],
      ["2024-12-30", []],
    ])("is told where the training is two years old before the quarter ends: %s", (trained_on, told) =>
      expect(saidOf([{ ...ROW, trained_on }])).toEqual(told),
    );

    it("is told of the last row, whatever an earlier one says", () => {
      const rows = [
        { ...ROW, trained_on: "2023-09-15", end_date: "2025-11-15", authorized_on: "2025-09-15" },
        { ...ROW, trained_on: "2023-09-15", start_date: "2025-11-16" },
      ];
      expect(saidOf(rows)).toEqual([unknown("2023-09-15", "32,125.00", 3)]);
      const renewed = { ...ROW, trained_on: "2023-09-15", authorized_on: "2025-09-15" };
      expect(saidOf([renewed])).toEqual([]);
      expect(saidOf([until("2026-01-30", { trained_on: "2023-09-15" })])).toEqual([ends("2026-01-30", "21,416.66")]);
    });

    it("is not of one who has no day in the quarter", () => {
      expect(saidOf([{ ...ROW, trained_on: "2023-09-15", end_date: "2025-09-30" }])).toEqual([]);
    });
  });
});
