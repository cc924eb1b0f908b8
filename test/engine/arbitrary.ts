import fc from "fast-check";
import { dayText } from "../../src/engine/values/calendar.ts";
import { READINGS, type Readings } from "../../src/engine/values/ids.ts";
import { type Money, moneyText, payText } from "../../src/engine/values/money.ts";
import { EVIDENCE_FIGURES } from "../../src/engine/values/records.ts";
import {
  type AgencyText,
  type AgreementRow,
  type EvidenceText,
  type PayrollRow,
  type PriorRow,
  quarter,
  type RateRow,
  type RosterRow,
} from "./build.ts";

/** A claim that somebody might ask for: an agency, a quarter and readings. */
export interface Asked {
  readonly quarterId: string;
  readonly readings: Readings;
  readonly agency: AgencyText;
}

const readings: fc.Arbitrary<Readings> = fc.record({
  "rate-rounding": fc.constantFrom(...READINGS["rate-rounding"]),
  "award-headcount": fc.constantFrom(...READINGS["award-headcount"]),
  "quarter-share": fc.constantFrom(...READINGS["quarter-share"]),
  "partial-quarter": fc.constantFrom(...READINGS["partial-quarter"]),
  "overtime-cap": fc.constantFrom(...READINGS["overtime-cap"]),
  "salary-models": fc.constantFrom(...READINGS["salary-models"]),
  rounding: fc.constantFrom(...READINGS.rounding),
});

const quarterIds = fc
  .tuple(fc.integer({ min: 2026, max: 2029 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, number]) => `FY${year}-Q${number}`);

/** How large amounts may be. */
export interface Sizes {
  readonly cents: fc.Arbitrary<bigint>;
  readonly pay: fc.Arbitrary<bigint>;
}

export const USUAL: Sizes = {
  cents: fc.oneof(fc.constant(0n), fc.bigInt(0n, 4_000_000n), fc.bigInt(0n, 200n)),
  pay: fc.oneof(
    fc.bigInt(0n, 2_000_000_000n),
    fc.bigInt(0n, 10_000_000n).map((n) => n * 200n),
    fc.bigInt(0n, 10_000n).map((n) => n * 92n * 200n),
  ),
};

/** Beyond the whole numbers that a float holds. */
export const LARGE: Sizes = {
  cents: fc.bigInt(2n ** 53n, 10n ** 30n),
  pay: fc.bigInt(2n ** 60n, 10n ** 32n),
};

export const asked = (sizes: Sizes = USUAL): fc.Arbitrary<Asked> =>
  fc
    .tuple(quarterIds, readings)
    .chain(([quarterId, chosen]) =>
      agencies(quarterId, sizes).map((agency) => ({ quarterId, readings: chosen, agency })),
    );

function agencies(quarterId: string, sizes: Sizes): fc.Arbitrary<AgencyText> {
  const ids = fc.constantFrom(["A1"], ["A1", "B2"], ["A1", "B2", "C3", "D4"]);
  return ids.chain((officers) =>
    fc.record({
      roster: fc.tuple(...officers.map((id) => officerRows(id, quarterId, sizes))).map((rows) => rows.flat()),
      payroll: payroll(officers, quarterId, sizes),
      rates: fc.array(rate(quarterId, sizes), { maxLength: 1 }),
      prior: prior(officers, quarterId, sizes),
      evidence: fc.option(fc.array(evidence(officers, quarterId), { maxLength: 5 }), { nil: undefined }),
      agreements: fc.option(fc.array(agreement(quarterId), { maxLength: 4 }), { nil: undefined }),
    }),
  );
}

/** Days around a quarter and its fiscal year, its boundaries more often than others. */
function daysAround(quarterId: string): fc.Arbitrary<number> {
  const { start, end, year } = quarter(quarterId);
  const edges = [start, end, year.start, year.end].flatMap((day) => [day - 1, day, day + 1]);
  return fc.oneof(fc.constantFrom(...edges), fc.integer({ min: start - 20, max: end + 20 }), yearAround(quarterId));
}

const yearAround = (quarterId: string): fc.Arbitrary<number> => {
  const { start, end } = quarter(quarterId).year;
  return fc.integer({ min: start - 100, max: end + 100 });
};

/** One to three rows that do not overlap; the first may have no start, the last no end. */
function officerRows(officer: string, quarterId: string, sizes: Sizes): fc.Arbitrary<RosterRow[]> {
  return fc
    .record({
      edges: fc
        .integer({ min: 1, max: 3 })
        .chain((rows) => fc.uniqueArray(daysAround(quarterId), { minLength: rows * 2, maxLength: rows * 2 })),
      openStart: fc.boolean(),
      openEnd: fc.boolean(),
      adjoining: fc.boolean(),
      rows: fc.array(row(quarterId, sizes), { minLength: 3, maxLength: 3 }),
      equipment: fc.option(sizes.cents, { nil: undefined }),
    })
    .map(({ edges, openStart, openEnd, adjoining, rows, equipment }) => {
      const sorted = [...edges].sort((a, b) => a - b);
      const count = sorted.length / 2;
      return rows.slice(0, count).map((columns, index): RosterRow => {
        const afterBefore = (sorted[index * 2 - 1] ?? 0) + 1;
        const start = adjoining && index > 0 ? afterBefore : (sorted[index * 2] ?? 0);
        return {
          officer,
          ...columns,
          start_date: openStart && index === 0 ? "" : dayText(start),
          end_date: openEnd && index === count - 1 ? "" : dayText(sorted[index * 2 + 1] ?? 0),
          ...(equipment === undefined ? {} : { equipment_cost: cents(equipment) }),
        };
      });
    });
}

const row = (quarterId: string, sizes: Sizes) =>
  fc.tuple(plainRow(quarterId, sizes), authorization(quarterId)).map(([row, more]) => ({ ...row, ...more }));

const plainRow = (quarterId: string, sizes: Sizes) =>
  fc.record({
    model: fc.constantFrom("TFM" as const, "TFM" as const, "JEM" as const, "WSO" as const),
    trained_on: fc.oneof(
      { weight: 4, arbitrary: fc.constant("2025-09-15") },
      { weight: 5, arbitrary: daysAround(quarterId).map(dayText) },
      { weight: 1, arbitrary: fc.constant("") },
    ),
    eligible: fc.constantFrom("yes" as const, "yes" as const, "yes" as const, "no" as const),
    time_share: fc.oneof(
      fc.constant("1"),
      fc.integer({ min: 0, max: 9999 }).map((n) => `0.${String(n).padStart(4, "0")}`),
    ),
    annual_salary: sizes.pay.map(pay),
    annual_benefits: sizes.pay.map(pay),
  });

const evidence = (officers: readonly string[], quarterId: string): fc.Arbitrary<EvidenceText> =>
  fc
    .record({
      officer: fc.constantFrom(...officers, undefined, "Z9"),
      quarter: fc.constantFrom(quarterId, quarterId, "FY2026-Q1"),
      figure: fc.constantFrom(...EVIDENCE_FIGURES, undefined),
    })
    .map(({ officer, quarter, figure }) => ({
      ...(officer === undefined ? {} : { officer }),
      ...(figure === undefined ? {} : { figure }),
      quarter,
      document: `${officer ?? "all"}-${figure ?? "all"}.pdf`,
    }));

/** In force around the quarter, for some model; several may overlap, follow each other or leave gaps. */
const agreement = (quarterId: string): fc.Arbitrary<AgreementRow> =>
  fc
    .record({
      model: fc.constantFrom("TFM" as const, "TFM" as const, "JEM" as const, "WSO" as const),
      days: fc.tuple(daysAround(quarterId), daysAround(quarterId)),
      open: fc.boolean(),
    })
    .map(({ model, days, open }) => {
      const [first, last] = [Math.min(...days), Math.max(...days)];
      return { model, signed_on: dayText(first), ...(open ? {} : { ended_on: dayText(last) }) };
    });

/** Mostly none, so that most days count; else from a day that may be long ago, or to a day. */
const authorization = (quarterId: string) => {
  const around = fc
    .oneof(
      daysAround(quarterId),
      daysAround(quarterId).map((day) => day - 730),
    )
    .map(dayText);
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record({ authorized_on: around }) },
    { weight: 1, arbitrary: fc.record({ authorized_until: around }) },
    {
      weight: 1,
      arbitrary: fc.tuple(around, around).map((days) => {
        const [authorized_on = "", authorized_until = ""] = [...days].sort();
        return { authorized_on, authorized_until };
      }),
    },
  );
};

function payroll(officers: readonly string[], quarterId: string, sizes: Sizes): fc.Arbitrary<PayrollRow[]> {
  const blank = fc.option(sizes.cents.map(cents), { nil: "" });
  const paid = { salary_paid: blank, benefits_paid: blank, overtime_paid: blank, other_funding: blank };
  // Half hours at whole cents make many half cents.
  const worked = fc.record({
    hours: fc
      .oneof(
        fc.nat(2_000_000),
        fc.nat(400).map((n) => n * 5000),
      )
      .map((n) => pay(BigInt(n))),
    rate: fc
      .oneof(
        fc.nat(2_000_000),
        fc.nat(9000).map((n) => n * 100),
      )
      .map((n) => pay(BigInt(n))),
  });
  const row = fc.record({ ...paid, overtime_rows: fc.array(worked, { maxLength: 3 }) }, { requiredKeys: [...KEYS] });
  const named = officers.flatMap((officer) => quartersOfYear(quarterId).map((quarter) => ({ officer, quarter })));
  return fc.subarray(named).chain((rows) => fc.tuple(...rows.map((one) => row.map((p) => ({ ...one, ...p })))));
}

const KEYS = ["salary_paid", "benefits_paid", "overtime_paid", "other_funding"] as const;

const rate = (quarterId: string, sizes: Sizes): fc.Arbitrary<RateRow> =>
  fc
    .tuple(
      fc.oneof(
        fc.integer({ min: 6000, max: 10000 }).map((n) => ({ rate: String(n / 100) })),
        fc
          .constantFrom("69.9", "70", "79", "79.5", "79.999", "80", "89", "89.5", "90", "100")
          .map((rate) => ({ rate })),
        fc.tuple(fc.nat(200), fc.nat(200)).map(([a, b]) => ({ successful: Math.min(a, b), provided: Math.max(a, b) })),
        fc.nat(200).map((n) => ({ successful: 200 - Math.floor(n / 3), provided: 200 })),
      ),
      fc.option(sizes.cents, { nil: 0n }),
    )
    .map(([given, vehicles]) => ({ quarter: quarterId, ...given, vehicle_cost: cents(vehicles) }));

function prior(officers: readonly string[], quarterId: string, sizes: Sizes): fc.Arbitrary<PriorRow[]> {
  const earlier = [...quartersOfYear(quarterId).filter((id) => id < quarterId), "FY2025-Q4"];
  const line = fc.record({
    salary: sizes.cents.map(cents),
    overtime: sizes.cents.map(cents),
    equipment: sizes.cents.map(cents),
  });
  const lines = fc
    .subarray([...officers])
    .chain((named) =>
      fc.tuple(...named.map((id) => line.map((one) => [id, one] as const))).map((named) => Object.fromEntries(named)),
    );
  const claim = (quarter: string) =>
    fc.record({ quarter: fc.constant(quarter), vehicles: sizes.cents.map(cents), officers: lines });
  return fc.oneof(
    fc.constant<PriorRow[]>([]),
    fc.subarray(earlier).chain((quarters) => fc.tuple(...quarters.map(claim))),
  );
}

const quartersOfYear = (quarterId: string): string[] => [1, 2, 3, 4].map((n) => `${quarterId.slice(0, 6)}-Q${n}`);

const cents = (amount: bigint): string => moneyText(amount as Money);
const pay = (amount: bigint): string => payText(amount);
