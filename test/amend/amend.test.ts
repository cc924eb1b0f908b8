import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amendedLines, amendment, UnsoundClaim } from "../../src/amend/amend.ts";
import { readClaim } from "../../src/document/read.ts";
import type { Readings } from "../../src/engine/values/ids.ts";
import { POLICY_287G } from "../../src/policy/policy.ts";
import { Problems } from "../../src/problems/problems.ts";
import { Verifier } from "../../src/verify/verify.ts";
import { claimText, compute, type Files, filesOf, read, withFiles } from "../document/files.ts";
import { type Asked, asked } from "../engine/arbitrary.ts";
import { runs } from "../runs.ts";

const Q1 = "FY2026-Q1";

/** The amendment of the claim of some files to that of others. @param gone whether the filed inputs are not there */
async function amend(
  filed: Files,
  now: Files,
  { quarterId = Q1, readings = {}, nowReadings = readings, gone = false, forge = (text: string) => text }: Changed = {},
) {
  const file = await readClaim("q1.json", Buffer.from(forge(claimText(filed, quarterId, readings))));
  const inputs = gone ? undefined : read(filed, quarterId, new Problems(), readings);
  return { file, amended: amendment({ file, policy: POLICY_287G, inputs }, compute(now, quarterId, nowReadings)) };
}

interface Changed {
  readonly quarterId?: string;
  readonly readings?: Partial<Readings>;
  readonly nowReadings?: Partial<Readings>;
  readonly gone?: boolean;
  readonly forge?: (text: string) => string;
}

const ROSTER = [
  "agency_id,officer_id,officer_name,program_model,trained_on,start_date,end_date,annual_salary,annual_benefits,equipment_cost",
  'FL0310200,1042,"Ruiz, Ana",TFM,2025-09-15,,,85000.37,23000.11,',
  'FL0310200,1043,"Okafor, Daniel",TFM,2025-08-20,,,72400.00,19800.00,100.00',
];
const PAYROLL = [
  "officer_id,quarter,overtime_paid,overtime_hours,overtime_rate",
  "1042,FY2026-Q1,3456.78,,",
  "1043,FY2026-Q1,,10,50",
];
const RATES = ["quarter,placements_provided,placements_successful,vehicle_cost", "FY2026-Q1,40,37,5000.00"];

const filesWith = (roster = ROSTER, payroll = PAYROLL, rates = RATES): Files => ({
  "roster.csv": `${roster.join("\n")}\n`,
  "payroll.csv": `${payroll.join("\n")}\n`,
  "rates.csv": `${rates.join("\n")}\n`,
});
const put = (rows: readonly string[], index: number, from: string, to: string): string[] =>
  rows.map((row, at) => (at === index ? row.replace(from, to) : row));

/** The lines of an amendment as `officer figure difference: cause`. */
async function linesOf(now: Files, changed: Changed = {}, filed = filesWith()): Promise<string[]> {
  const { amended } = await amend(filed, now, changed);
  return amended.lines.map((one) => `${one.officer_id} ${one.figure} ${one.difference}: ${one.cause}`);
}

describe("an amendment", () => {
  it("adds up, gives every line a cause, agrees with its inputs, and is readable again", async () => {
    const pair = asked().chain((one) => fc.tuple(fc.constant(one), fc.boolean(), fc.boolean(), asked()));
    await fc.assert(
      fc.asyncProperty(pair, async ([one, gone, sameReadings, other]: [Asked, boolean, boolean, Asked]) => {
        const { quarterId, readings } = one;
        // Rates of another quarter would not count; the rows of the two agencies are mixed as corrections are.
        const rates = other.agency.rates?.map((rate) => ({ ...rate, quarter: quarterId })) ?? [];
        const payroll = one.agency.payroll ?? [];
        const [filed, now] = [filesOf(one.agency), filesOf({ roster: other.agency.roster, rates, payroll })];
        const nowReadings = sameReadings ? readings : other.readings;
        const { file, amended } = await amend(filed, now, { quarterId, readings, nowReadings, gone });
        const cents = (amount: string): bigint => BigInt(amount.replace(".", ""));
        const sum = amended.lines.reduce((total, { difference }) => total + cents(difference), 0n);
        expect(sum).toBe(cents(amended.now.total) - cents(amended.filed.total));
        for (const { cause } of amended.lines) expect(cause).not.toMatch(/^$|computed it otherwise|states .* where/);
        const text = JSON.stringify(amended);
        const read = await readClaim("a.json", Buffer.from(text));
        expect(read.amendment).toEqual(JSON.parse(text));
        const original = `${JSON.stringify(file.document, null, 2)}\n`;
        await withFiles({ ...now, "q1.json": original }, async (folder) => {
          const verifier = new Verifier({ folders: [], withoutInputs: false, policy: undefined, amendedLines });
          expect(await verifier.verify(read, folder)).toMatchObject({ status: "verified", differences: [] });
        });
      }),
      runs(120),
    );
  });

  it("with a digit of its totals or lines changed does not agree", async () => {
    const { file, amended } = await amend(filesWith(), filesWith(put(ROSTER, 1, "85000.37", "91000.37")));
    const text = JSON.stringify(amended, null, 2);
    const original = `${JSON.stringify(file.document, null, 2)}\n`;
    const head = text.slice(0, text.indexOf('"claim": {'));
    await withFiles({ ...filesWith(put(ROSTER, 1, "85000.37", "91000.37")), "q1.json": original }, async (folder) => {
      for (const { index, 0: line } of head.matchAll(/^ +"(total|difference|filed|now|sha256)": "(.*)",?$/gm))
        for (const { index: at } of line.matchAll(/\d(?=[^:]*$)/g)) {
          const digit = (Number(text[index + at]) + 1) % 10;
          const forged = `${text.slice(0, index + at)}${digit}${text.slice(index + at + 1)}`;
          const verifier = new Verifier({ folders: [], withoutInputs: false, policy: undefined, amendedLines });
          const { ok } = await verifier.verify(await readClaim("a.json", Buffer.from(forged)), folder);
          expect(ok, line).toBe(false);
        }
    });
  });

  it("with both figures of a line moved does not agree with the claim that it carries, even without the filed one", async () => {
    const now = filesWith(put(ROSTER, 1, "85000.37", "91000.37"));
    const { amended } = await amend(filesWith(), now);
    const [line] = amended.lines;
    const forged = { ...amended, lines: [{ ...line, filed: "21251.09", now: "22751.09" }] };
    await withFiles(now, async (folder) => {
      const verifier = new Verifier({ folders: [], withoutInputs: true, policy: undefined, amendedLines });
      const file = await readClaim("a.json", Buffer.from(JSON.stringify(forged)));
      expect(await verifier.verify(file, folder)).toMatchObject({
        status: "differs",
        ok: false,
        differences: [{ path: "lines[0].now", filed: "22751.09", recomputed: "22750.09" }],
      });
    });
  });

  it("of the same inputs has no lines", async () => {
    expect(await linesOf(filesWith())).toEqual([]);
  });

  it("leaves out what changed without moving a figure", async () => {
    const now = put(put(ROSTER, 1, "2025-09-15", "2025-09-16"), 2, "Okafor, Daniel", "Okafor, Dan");
    expect(await linesOf(filesWith(["", ...now]))).toEqual([]);
  });

  it("names the cell with old and new text and place", async () => {
    expect(await linesOf(filesWith(put(ROSTER, 1, "85000.37", '"$91,000.37"')))).toEqual([
      '1042 salary 1500.00: annual_salary "85000.37" (roster.csv:2:8) is now "$91,000.37" (roster.csv:2:8)',
    ]);
  });

  it("names each of two cells where both are needed, and the right one where only one matters", async () => {
    const both = put(put(ROSTER, 1, "2025-09-15", "11/1/2025"), 1, "85000.37", "91000.37");
    expect(await linesOf(filesWith(both))).toEqual([
      '1042 salary -6165.79: trained_on "2025-09-15" (roster.csv:2:5) is now "11/1/2025" (roster.csv:2:5); annual_salary "85000.37" (roster.csv:2:8) is now "91000.37" (roster.csv:2:8)',
      '1042 benefits -1937.51: trained_on "2025-09-15" (roster.csv:2:5) is now "11/1/2025" (roster.csv:2:5)',
      '1042 award -1000.00: trained_on "2025-09-15" (roster.csv:2:5) is now "11/1/2025" (roster.csv:2:5)',
    ]);
  });

  it("names two changes of which neither alone moves a figure, and two of which each alone would", async () => {
    const [header = "", , second = ""] = ROSTER;
    const before = filesWith(
      [header, second.replace("72400.00", "60000.00")],
      put(PAYROLL, 2, ",,10,50", ",15000.00,,"),
    );
    const after = filesWith(
      [header, second.replace("72400.00", "80000.00")],
      put(PAYROLL, 2, ",,10,50", ",20000.00,,"),
    );
    const overtime = (lines: string[]) => lines.filter((line) => line.includes(" overtime "));
    expect(overtime(await linesOf(after, {}, before))).toEqual([
      '1043 overtime 5000.00: annual_salary "60000.00" (roster.csv:2:8) is now "80000.00" (roster.csv:2:8); overtime_paid of FY2026-Q1 "15000.00" (payroll.csv:3:3) is now "20000.00" (payroll.csv:3:3)',
    ]);
    const late = put(ROSTER, 1, "2025-09-15", "2025-10-02");
    const award = (lines: string[]) => lines.filter((line) => line.startsWith("1042 award"));
    expect(award(await linesOf(filesWith(late, PAYROLL, put(RATES, 1, "37", "12"))))).toEqual([
      '1042 award -1000.00: trained_on "2025-09-15" (roster.csv:2:5) is now "2025-10-02" (roster.csv:2:5); the placement rate is now 30 %, it was 92.5 %: placements_successful "37" (rates.csv:2:3) is now "12" (rates.csv:2:3)',
    ]);
  });

  it("names payroll, the placement rate, receipts, and a cell that was blank", async () => {
    const payroll = put(put(PAYROLL, 1, "3456.78", "3456.00"), 2, ",10,", ",12,");
    expect(await linesOf(filesWith(ROSTER, payroll))).toEqual([
      '1042 overtime -0.78: overtime_paid of FY2026-Q1 "3456.78" (payroll.csv:2:3) is now "3456.00" (payroll.csv:2:3)',
      '1043 overtime 100.00: overtime_paid of FY2026-Q1 "10" (payroll.csv:3:4) and "50" (payroll.csv:3:5) is now "12" (payroll.csv:3:4) and "50" (payroll.csv:3:5)',
    ]);
    expect(await linesOf(filesWith(ROSTER, PAYROLL, put(RATES, 1, "37,5000.00", "33,4000.00")))).toEqual([
      '1042 award -250.00: the placement rate is now 82.5 %, it was 92.5 %: placements_successful "37" (rates.csv:2:3) is now "33" (rates.csv:2:3)',
      '1043 award -250.00: the placement rate is now 82.5 %, it was 92.5 %: placements_successful "37" (rates.csv:2:3) is now "33" (rates.csv:2:3)',
      'null vehicles -1000.00: vehicle_cost "5000.00" (rates.csv:2:4) is now "4000.00" (rates.csv:2:4)',
    ]);
    expect(await linesOf(filesWith(put(put(ROSTER, 1, "23000.11,", "23000.11,20.00"), 2, "100.00", "90.00")))).toEqual([
      '1042 equipment 20.00: equipment_cost blank (roster.csv:2:10) is now "20.00" (roster.csv:2:10)',
      '1043 equipment -10.00: equipment_cost "100.00" (roster.csv:3:10) is now "90.00" (roster.csv:3:10)',
    ]);
  });

  it("names a reading", async () => {
    const days = { "quarter-share": "days" } as const;
    expect(await linesOf(filesWith(), { nowReadings: days })).toEqual([
      "1042 salary 174.66: the reading quarter-share is now days, it was equal",
      "1042 benefits 47.26: the reading quarter-share is now days, it was equal",
      "1043 salary 148.77: the reading quarter-share is now days, it was equal",
      "1043 benefits 40.68: the reading quarter-share is now days, it was equal",
    ]);
  });

  it("names officers added and gone, and rows added", async () => {
    const [header = "", , second = ""] = ROSTER;
    const third = "FL0310200,1044,,JEM,2025-09-15,,,40000,0,";
    const before = second.replace("2025-08-20,,", "2025-08-20,,2025-10-31").replace("100.00", "");
    const after = second.replace("2025-08-20,,", "2025-08-20,2025-11-01,").replace("72400.00", "76000.00");
    const lines = await linesOf(filesWith([header, before, after, third]));
    expect(lines.map((line) => line.replace(/ -?[\d.]+: /, ": "))).toEqual([
      "1042 salary: officer gone from the roster (roster.csv:2 then)",
      "1042 benefits: officer gone from the roster (roster.csv:2 then)",
      "1042 overtime: officer gone from the roster (roster.csv:2 then)",
      "1042 award: officer gone from the roster (roster.csv:2 then)",
      expect.stringContaining("1043 salary: "),
      "1044 salary: officer added to the roster (roster.csv:4)",
    ]);
    expect(lines[4]).toContain("a row was added (roster.csv:3)");
  });

  it("says where the filed inputs are not there any more", async () => {
    expect(await linesOf(filesWith(put(ROSTER, 1, "85000.37", "91000.37")), { gone: true })).toEqual([
      '1042 salary 1500.00: annual_salary 85000.37 (as the claim states it; line 2 of roster.csv is not there as it was) is now "91000.37" (roster.csv:2:8)',
    ]);
  });

  it("says where the filed claim does not follow from what it rests on, and refuses one that does not add up", async () => {
    const hundredMore = (amount: string): string => `${Number(amount.split(".")[0]) + 100}.${amount.split(".")[1]}`;
    const forge = (text: string, sums: boolean): string => {
      const document = JSON.parse(text);
      const [{ officers, totals }] = document.claims;
      for (const holder of [officers[0], ...(sums ? [totals, document.totals] : [])])
        for (const figure of ["salary", "total"]) holder[figure] = hundredMore(holder[figure]);
      return JSON.stringify(document);
    };
    const onlyLine = amend(filesWith(), filesWith(), { forge: (text) => forge(text, false) });
    await expect(onlyLine).rejects.toThrow(UnsoundClaim);
    const { amended } = await amend(filesWith(), filesWith(), { forge: (text) => forge(text, true) });
    expect(amended.lines.map(({ figure, difference, cause }) => `${figure} ${difference}: ${cause}`)).toEqual([
      "salary -100.00: the filed claim states 21350.09 where what it rests on gives 21250.09",
    ]);
  });
});
