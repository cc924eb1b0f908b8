import { describe, expect, it } from "vitest";
import { dayText } from "../../../src/engine/values/calendar.ts";
import { exactText } from "../../../src/engine/values/fraction.ts";
import { moneyText, payText } from "../../../src/engine/values/money.ts";
import { annualAmount, count, paidAmount } from "../../../src/ingest/cells/amount.ts";
import { date } from "../../../src/ingest/cells/date.ts";
import { rate, share } from "../../../src/ingest/cells/percent.ts";
import { identifier, programModel, trimmed, yesNo } from "../../../src/ingest/cells/words.ts";
import { Refusal } from "../../../src/problems/refusal.ts";

/** What a reader makes of a cell: the value as text, or the code of its refusal. */
const read = <T>(reader: (text: string) => T | Refusal, cell: string, textOf: (value: T) => string): string => {
  const value = reader(trimmed(cell));
  return value instanceof Refusal ? value.code : textOf(value);
};

const forms = <T>(
  name: string,
  reader: (text: string) => T | Refusal,
  textOf: (value: T) => string,
  cells: Readonly<Record<string, string>>,
) =>
  describe(name, () => {
    for (const [cell, expected] of Object.entries(cells))
      it(`${JSON.stringify(cell)} is ${expected}`, () => expect(read(reader, cell, textOf)).toBe(expected));
  });

forms("annual amounts", annualAmount, payText, {
  "85000": "85000.00",
  "85000.37": "85000.37",
  "85000.3725": "85000.3725",
  "85000.37255": "too-many-decimals",
  "85,000.37": "85000.37",
  "85,000": "85000.00",
  "$85,000.37": "85000.37",
  "$ 85000": "85000.00",
  "$\u00a085,000.37": "85000.37",
  " \u00a0 85000.37\u202f\t": "85000.37",
  "1,234,567.89": "1234567.89",
  "0": "0.00",
  "0.00": "0.00",
  "-": "0.00",
  "$ -": "0.00",
  "$\u00a0-": "0.00",
  "$-": "0.00",
  "999999999999999.9999": "999999999999999.9999",
  "1000000000000000": "amount-too-large",
  "00085000": "85000.00",
  "-1": "negative-amount",
  "- 1": "negative-amount",
  "-$1.00": "negative-amount",
  "$-1.00": "negative-amount",
  "(1.00)": "negative-amount",
  "($1.00)": "negative-amount",
  "1.00-": "negative-amount",
  "\u22121": "negative-amount",
  "--": "negative-amount",
  "1e5": "not-an-amount",
  "1E+5": "not-an-amount",
  NaN: "not-an-amount",
  Infinity: "not-an-amount",
  "0x10": "not-an-amount",
  "1_000": "not-an-amount",
  "85.000,37": "decimal-comma",
  "85 000,37": "decimal-comma",
  "85000,37": "decimal-comma",
  "0,5": "decimal-comma",
  "8,50,000": "not-an-amount",
  "1,23.45": "not-an-amount",
  ",123": "not-an-amount",
  "1,,000": "not-an-amount",
  "85.000.000": "not-an-amount",
  "85 000": "not-an-amount",
  ".5": "not-an-amount",
  "5.": "not-an-amount",
  "+5": "not-an-amount",
  "5 USD": "not-an-amount",
  "€5": "not-an-amount",
  "5 $": "not-an-amount",
  $$5: "not-an-amount",
  $: "not-an-amount",
  "٣": "not-an-amount",
  "１２": "not-an-amount",
  "#REF!": "not-an-amount",
});

forms("paid amounts", paidAmount, moneyText, {
  "3456.78": "3456.78",
  "3456.7": "3456.70",
  "3456": "3456.00",
  "$3,456.78": "3456.78",
  "3456.780": "too-many-decimals",
  "3456.785": "too-many-decimals",
  "-": "0.00",
});

forms("dates", date, dayText, {
  "2025-10-01": "2025-10-01",
  "10/1/2025": "2025-10-01",
  "10/01/2025": "2025-10-01",
  "1/2/2025": "2025-01-02",
  "2024-02-29": "2024-02-29",
  "2025-02-29": "not-a-date",
  "2/29/2024": "2024-02-29",
  "2/29/2025": "not-a-date",
  "2025-13-01": "not-a-date",
  "2025-00-10": "not-a-date",
  "13/13/2025": "not-a-date",
  "13/10/2025": "day-first-dates",
  "31/12/2025": "day-first-dates",
  "10/1/25": "two-digit-year",
  "10-1-25": "two-digit-year",
  "45931": "excel-date",
  "45931.5": "excel-date",
  "2025-10-1": "2025-10-01",
  "2025/10/01": "2025-10-01",
  "20251001": "not-a-date",
  "10.1.2025": "not-a-date",
  "10-01-2025": "not-a-date",
  "Oct 1, 2025": "not-a-date",
  "2025-10-01 00:00:00": "2025-10-01",
  "2025-10-01T00:00:00Z": "2025-10-01",
  "10/1/2025 0:00": "2025-10-01",
  "10/1/2025 12:00:00 AM": "2025-10-01",
  "2025-10-01 09:30": "not-a-date",
  "2025-9-1": "2025-09-01",
  "2025/9-1": "not-a-date",
  "1/1/1899": "not-a-date",
  "2025-10-0１": "not-a-date",
});

forms("shares", share, exactText, {
  "100%": "1",
  "100": "1",
  "92%": "0.92",
  "92.5 %": "0.925",
  "92.5\u00a0%": "0.925",
  "92.5": "0.925",
  "1.5": "0.015",
  "0": "0",
  "0%": "0",
  "0.5%": "0.005",
  "1%": "0.01",
  "0.92": "ambiguous-percent",
  "1": "ambiguous-percent",
  "1.0": "ambiguous-percent",
  "0.0001": "ambiguous-percent",
  "100.01%": "bad-percent",
  "101": "bad-percent",
  "-5%": "bad-percent",
  "(5)": "bad-percent",
  "92,5": "bad-percent",
  "%": "bad-percent",
  half: "bad-percent",
  "9e1": "bad-percent",
});

forms("rates", rate, exactText, { "92.5%": "92.5", "89.999": "89.999", "37/40": "bad-percent" });

forms("yes or no", yesNo, String, {
  yes: "true",
  Y: "true",
  TRUE: "true",
  "1": "true",
  no: "false",
  N: "false",
  False: "false",
  "0": "false",
  x: "not-yes-or-no",
  "1.0": "not-yes-or-no",
  si: "not-yes-or-no",
});

forms("counts", count, String, {
  "40": "40",
  "1,040": "1040",
  "0": "0",
  "-1": "not-a-count",
  "4.0": "not-a-count",
  forty: "not-a-count",
});

forms("program models", programModel, String, {
  TFM: "TFM",
  jem: "JEM",
  "Warrant Service Officer": "WSO",
  "task force model": "TFM",
  "Jail-Enforcement Model": "JEM",
  TF: "unknown-model",
  "TFM/JEM": "unknown-model",
});

forms("ids", identifier, String, {
  "00123": "00123",
  "12E4": "12E4",
  "1E5": "1E5",
  "1.91431E+18": "shortened-id",
  "1,91431E+18": "shortened-id",
  "1E+15": "shortened-id",
  "A-7 (b)": "A-7 (b)",
  "A1\u200b": "A1",
  "\u2060\u00a0'A1 \u200f": "A1",
  '\ufeff="A1\u200b"': "A1",
  "A\u200b1": "not-an-id",
  "A\u00ad1": "not-an-id",
  Ａ1: "Ａ1",
  "José 7": "José 7",
  [`${"x".repeat(201)}`]: "text-too-long",
});

describe("what is said of a refused cell", () => {
  const remedy = (reader: (text: string) => unknown, cell: string): string => {
    const value = reader(cell);
    return value instanceof Refusal ? value.remedy : "";
  };

  it("shows the date that was meant", () => {
    expect(remedy(date, "2025-13-02")).toBe("write it as 2025-02-13 or 2/13/2025");
    expect(remedy(date, "45931")).toMatch(/^write it as 2025-10-01 or 10\/1\/2025; export dates/);
    expect(remedy(date, "13/10/2025")).toBe("write it as 2025-10-13 or 10/13/2025");
    expect(remedy(date, "10/1/25")).toBe("write it as 2025-10-01 or 10/1/2025");
  });

  it("spells both readings of an ambiguous percentage", () => {
    expect(remedy(rate, "0.92")).toBe("write 0.92% or 92%, whichever is meant");
    expect(remedy(rate, "1")).toBe("write 1% or 100%, whichever is meant");
  });

  it("writes a decimal comma with a point", () => {
    expect(remedy(annualAmount, "85.000,37")).toBe("write it as 85000.37, with a decimal point");
  });
});
