import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, dayOf, dayText } from "../../../src/engine/values/calendar.ts";
import { annualAmount, count, hoursOrRate, paidAmount } from "../../../src/ingest/cells/amount.ts";
import { date, lastDay } from "../../../src/ingest/cells/date.ts";
import { rate, share } from "../../../src/ingest/cells/percent.ts";
import { parseFiscalYear, parseQuarter } from "../../../src/ingest/cells/quarter.ts";
import { type CellReader, programModel, yesNo } from "../../../src/ingest/cells/words.ts";
import { Refusal } from "../../../src/problems/refusal.ts";
import { runs } from "../../runs.ts";

/*
 * A remedy that names what to write is followed: the cell so written is accepted, and means what the cell can only have meant.
 */

/** The values that a remedy says to write for the cell, not those that show a form (`such as …`). */
function named(remedy: string): string[] {
  const as = /^write it as (\S+?)(?: or (\S+?))?(?:[;,]| |$)/.exec(remedy);
  if (as && /\d/.test(as[1] ?? "")) return [as[1] ?? "", ...(as[2] && /\d/.test(as[2]) ? [as[2]] : [])];
  return [...remedy.matchAll(/(?:^write|, or|% or) (\d\S*%|FY\d{4}-Q\d)/g)].map(([, value = ""]) => value);
}

/** The values that show a form. */
const examples = (remedy: string): string[] =>
  [...remedy.matchAll(/such as ([\d$,.%FYQ-]+\d%?)/g)].map(([, one = ""]) => one);

const refusalOf = (reader: CellReader<unknown> | ((text: string) => unknown), cell: string): Refusal | undefined => {
  const value = reader(cell);
  return value instanceof Refusal ? value : undefined;
};

const READERS = {
  annualAmount,
  paidAmount,
  hoursOrRate,
  count,
  date,
  lastDay,
  rate,
  share,
  parseQuarter,
  parseFiscalYear,
  programModel,
  yesNo,
} as const;

/** Cells that went wrong somewhere, and what is near them. */
const BAD = [
  ...["1e4", "1.5E+3", "85.000,37", "85 000,37", "85000,37", "1234,567", "1.234,567", "85,0000", "0085,000", "12,5"],
  ...["99.999.999.999.999.999.999,50", "(200.00)", "-5", "85k", "1'000.50", "40.87/hr", "$", "1,00,000", "3,456.789"],
  ...[
    "15-Nov-25",
    "Nov 15, 2025",
    "20251115",
    "11152025",
    "2025-13-02",
    "13/10/2025",
    "31/31/2025",
    "9/15/25",
    "9-15-25",
  ],
  ...["10-11-12", "25-09-15", "1/2/75", "45931", "45931.5", "42125", "91525", "10000", "99999", "before 9/15/2025"],
  ...[
    "9/15/2025 to 10/1/2025",
    "Mon 9/15/2025",
    "Tue 9/15/2025",
    "2025-09-16T01:00:00Z",
    "9/15/2025 08:30",
    "not 9/15/2025",
  ],
  ...[
    "until Nov 15, 2025",
    "3.4.2025",
    "15.9.2025",
    "2025.09.15",
    "9/15/2025 (JEM), 11/1/2025 (TFM)",
    "Sept. 15, 2025",
  ],
  ...["0.92", "1", "0.5", "0.000000000001", "0.10", "101", "-3%", "92,5", "92.5 pct"],
  ...["FY26 Q5", "2026 Q2", "Q2 2026", "26-Q4", "2198 Q4", "Q2", "FY99-Q7", "FY2026", "Jan 2026", "2026", "FY 26 Q0"],
  ...["maybe", "X", "TFM/JEM", "K9", "", "?"],
] as const;

describe("a remedy", () => {
  it.each(Object.entries(READERS))("of %s names nothing that is refused", (_, reader) => {
    const refused = BAD.flatMap((cell) => {
      const remedy = refusalOf(reader, cell)?.remedy ?? "";
      return [...named(remedy), ...examples(remedy)]
        .filter((one) => refusalOf(reader, one) !== undefined)
        .map((one) => `${cell}: ${one}`);
    });
    expect(refused).toEqual([]);
  });

  const days = fc.integer({ min: dayOf(2000, 1, 1) ?? 0, max: dayOf(2049, 12, 31) ?? 0 });

  it("of a date names the day that was written, or none", () => {
    const spelled = fc.tuple(days, fc.constantFrom(...Object.keys(SPELLINGS)), fc.constantFrom(...AROUND));
    const count = { named: 0 };
    fc.assert(
      fc.property(spelled, ([day, spelling, [before, after, same]]) => {
        const cell = `${before}${SPELLINGS[spelling]?.(day)}${after}`;
        const values = named(refusalOf(date, cell)?.remedy ?? "");
        count.named += values.length > 0 ? 1 : 0;
        if (!same) expect([cell, values]).toEqual([cell, []]);
        for (const value of values) expect([cell, value, shown(date(value))]).toEqual([cell, value, dayText(day)]);
      }),
      runs(2000),
    );
    expect(count.named).toBeGreaterThan(0);
  });

  it("of a decimal comma names the amount that was written, or none", () => {
    const groups = fc.constantFrom("", ".", " ", "\u00A0");
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(99), groups, (dollars, cents, group) => {
        const whole = String(dollars).replace(/\B(?=(\d{3})+$)/g, group);
        const cell = `${whole},${String(cents).padStart(2, "0")}`;
        const [value = "", ...others] = named(refusalOf(paidAmount, cell)?.remedy ?? "");
        expect([cell, others, paidAmount(value)]).toEqual([cell, [], dollars * 100 + cents]);
      }),
      runs(500),
    );
    for (const cell of ["1234,567", "85000,123", "0085,000", "85,0000"])
      expect([cell, named(refusalOf(annualAmount, cell)?.remedy ?? "")]).toEqual([cell, []]);
  });

  it("names no date where two can be meant", () => {
    const uncertain = ["10-11-12", "1/2/75", "42125", "91525", "3.4.2025", "Tue 9/15/2025", "2025-09-16T01:00:00Z"];
    expect(uncertain.flatMap((cell) => named(refusalOf(date, cell)?.remedy ?? ""))).toEqual([]);
    expect(named(refusalOf(date, "45931")?.remedy ?? "")).toEqual(["2025-10-01", "10/1/2025"]);
    expect(named(refusalOf(date, "Mon 9/15/2025")?.remedy ?? "")).toEqual(["2025-09-15", "9/15/2025"]);
  });
});

const shown = (value: Day | Refusal): string => (value instanceof Refusal ? value.code : dayText(value));

const parts = (day: Day): [year: number, month: number, date: number] => {
  const [year = 0, month = 0, of = 0] = dayText(day).split("-").map(Number);
  return [year, month, of];
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (n: number): string => String(n).padStart(2, "0");

/** A day in the words of clerks and of systems; some can be read as another day. */
const SPELLINGS: Readonly<Record<string, (day: Day) => string>> = {
  words: (day) => `${MONTHS[parts(day)[1] - 1]} ${parts(day)[2]}, ${parts(day)[0]}`,
  dayFirstWords: (day) => `${parts(day)[2]}-${MONTHS[parts(day)[1] - 1]}-${parts(day)[0]}`,
  digits: (day) => dayText(day).replaceAll("-", ""),
  american: (day) => `${parts(day)[1]}/${parts(day)[2]}/${parts(day)[0]}`,
  iso: (day) => dayText(day),
  points: (day) => `${two(parts(day)[2])}.${two(parts(day)[1])}.${parts(day)[0]}`,
  monthPoints: (day) => `${parts(day)[1]}.${parts(day)[2]}.${parts(day)[0]}`,
  dashes: (day) => `${parts(day)[1]}-${parts(day)[2]}-${parts(day)[0]}`,
  shortDashes: (day) => `${two(parts(day)[1])}-${two(parts(day)[2])}-${two(parts(day)[0] % 100)}`,
  shortIso: (day) => `${two(parts(day)[0] % 100)}-${two(parts(day)[1])}-${two(parts(day)[2])}`,
  short: (day) => `${parts(day)[1]}/${parts(day)[2]}/${two(parts(day)[0] % 100)}`,
  serial: (day) => String(day + 25_569),
  runTogether: (day) => `${parts(day)[1]}${two(parts(day)[2])}${two(parts(day)[0] % 100)}`,
};

/** What stands around a date, and whether the cell then still means that day. */
const AROUND: readonly (readonly [before: string, after: string, same: boolean])[] = [
  ["", "", true],
  ["", " 08:30", true],
  ["", " 8:30:00 AM", true],
  ["before ", "", false],
  ["until ", "", false],
  ["not ", "", false],
  ["", " to 12/31/2025", false],
  ["", " (JEM), 11/1/2025 (TFM)", false],
];
