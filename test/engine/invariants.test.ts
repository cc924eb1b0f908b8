import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimAgency } from "../../src/engine/agency.ts";
import type { OfficerClaim } from "../../src/engine/officer.ts";
import { dayText } from "../../src/engine/values/calendar.ts";
import { runs } from "../runs.ts";
import { type Asked, asked } from "./arbitrary.ts";
import { type AgencyText, type AgreementRow, agency, day, type RosterRow, terms } from "./build.ts";
import { figures } from "./figures.ts";

const claimOf = ({ agency: rows, quarterId, readings }: Asked, other: Partial<AgencyText> = {}) =>
  claimAgency(agency({ ...rows, ...other }, quarterId), terms(quarterId, readings));

/** A claim that is asked for, and one of its roster rows. */
const withRow = asked().chain((one) =>
  fc
    .nat({ max: one.agency.roster.length - 1 })
    .map((index) => ({ one, index, row: one.agency.roster[index] as RosterRow })),
);

const replaced = (one: Asked, index: number, rows: readonly RosterRow[]): Partial<AgencyText> => ({
  roster: one.agency.roster.flatMap((row, at) => (at === index ? rows : [row])),
});

/** Ten-thousandths of a dollar in an amount of two to four decimals. */
const units = (amount: string): bigint => {
  const [dollars = "0", decimals = ""] = amount.split(".");
  return BigInt(dollars + decimals.padEnd(4, "0"));
};
const plusCents = (amount: string, more: number): string => {
  const sum = (units(amount) / 100n + BigInt(more)).toString().padStart(3, "0");
  return `${sum.slice(0, -2)}.${sum.slice(-2)}`;
};

describe("a span", () => {
  it("cut in two at any day changes no figure", () => {
    fc.assert(
      fc.property(withRow, fc.nat(), ({ one, index, row }, at) => {
        const [first, last] = [day(row.start_date || "2025-06-01"), day(row.end_date || "2031-01-01")];
        fc.pre(last > first);
        const cut = first + 1 + (at % (last - first));
        const { equipment_cost, ...rest } = row;
        const parts: RosterRow[] = [
          { ...row, end_date: dayText(cut - 1) },
          { ...rest, start_date: dayText(cut) },
        ];
        const [whole, cutInTwo] = [claimOf(one), claimOf(one, replaced(one, index, parts))];
        expect(cutInTwo.officers.map(figures)).toEqual(whole.officers.map(figures));
      }),
      runs(300),
    );
  });
});

describe("an agreement", () => {
  it("without end that began before the programme changes no figure", () => {
    fc.assert(
      fc.property(asked(), (one) => {
        const always = (["TFM", "JEM", "WSO"] as const).map((model) => ({ model, signed_on: "2025-10-01" }));
        const [without, under] = [claimOf(one, { agreements: undefined }), claimOf(one, { agreements: always })];
        expect(under.officers.map(figures)).toEqual(without.officers.map(figures));
        expect(under.totals).toEqual(without.totals);
      }),
      runs(300),
    );
  });

  it("cut in two at any day changes no figure", () => {
    fc.assert(
      fc.property(asked(), fc.nat(), fc.nat(), (one, which, at) => {
        const { agreements = [] } = one.agency;
        fc.pre(agreements.length > 0);
        const index = which % agreements.length;
        const cutAt = (row: AgreementRow): AgreementRow[] => {
          const [first, last] = [day(row.signed_on), day(row.ended_on ?? "2031-01-01")];
          if (last === first) return [row];
          const cut = first + 1 + (at % (last - first));
          return [
            { ...row, signed_on: dayText(cut) },
            { ...row, ended_on: dayText(cut - 1) },
          ];
        };
        const parts = agreements.flatMap((row, i) => (i === index ? cutAt(row) : [row]));
        const [whole, cutInTwo] = [claimOf(one), claimOf(one, { agreements: parts })];
        expect(cutInTwo.officers.map(figures)).toEqual(whole.officers.map(figures));
      }),
      runs(300),
    );
  });
});

describe("more of one thing never claims less of another", () => {
  const more = fc.integer({ min: 1, max: 5_000_000 });

  it("salary: of a row's annual salary; and overtime, where the year has no earlier quarter", () => {
    fc.assert(
      fc.property(withRow, more, ({ one, index, row }, cents) => {
        const raised = { ...row, annual_salary: plusCents(row.annual_salary ?? "0.00", cents) };
        const [before, after] = [claimOf(one), claimOf(one, replaced(one, index, [raised]))];
        const alone = one.quarterId.endsWith("Q1");
        before.officers.forEach((claim, i) => {
          const now = after.officers[i] as OfficerClaim;
          expect(now.salary >= claim.salary).toBe(true);
          if (alone) expect([now.room >= claim.room, now.overtime >= claim.overtime]).toEqual([true, true]);
        });
      }),
      runs(300),
    );
  });

  it("overtime: of what payroll paid of it, up to the room", () => {
    fc.assert(
      fc.property(asked(), more, (one, cents) => {
        const payroll = (one.agency.payroll ?? []).map((row) =>
          row.quarter === one.quarterId && row.overtime_paid
            ? { ...row, overtime_paid: plusCents(row.overtime_paid, cents) }
            : row,
        );
        const [before, after] = [claimOf(one), claimOf(one, { payroll })];
        before.officers.forEach((claim, i) => {
          const now = after.officers[i] as OfficerClaim;
          expect([now.overtime >= claim.overtime, now.room]).toEqual([true, claim.room]);
          expect(now.overtime <= now.room || now.overtime === claim.overtime).toBe(true);
        });
      }),
      runs(300),
    );
  });

  it("award: of the placement rate, but for a rate between two bands read exactly", () => {
    const rates = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }));
    fc.assert(
      fc.property(asked(), rates, (one, two) => {
        fc.pre(one.readings["rate-rounding"] !== "exact");
        const [lower, higher] = two
          .sort((a, b) => a - b)
          .map((rate) => claimOf(one, { rates: [{ quarter: one.quarterId, rate: String(rate / 100) }] }).totals.award);
        expect((higher ?? 0) >= (lower ?? 0)).toBe(true);
      }),
      runs(300),
    );
  });
});

describe("four quarters of a full year", () => {
  it("add to the annual amount within two cents, and are never above it by more", () => {
    const pay = fc.bigInt(0n, 5_000_000_000n).map((n) => `${n / 10_000n}.${String(n % 10_000n).padStart(4, "0")}`);
    const readings = fc.record({
      "quarter-share": fc.constantFrom("equal" as const, "days" as const),
      rounding: fc.constantFrom("half-up" as const, "half-even" as const),
    });
    fc.assert(
      fc.property(pay, fc.integer({ min: 2026, max: 2029 }), readings, (annual_salary, year, chosen) => {
        const rows = { roster: [{ trained_on: "2025-09-15", annual_salary }] };
        const quarters = [1, 2, 3, 4].map((n) => `FY${year}-Q${n}`);
        const sum = quarters
          .map((id) => BigInt(claimAgency(agency(rows, id), terms(id, chosen)).totals.salary))
          .reduce((a, b) => a + b);
        const apart = sum * 100n - BigInt(annual_salary.replace(".", ""));
        expect([apart <= 200n, apart >= -200n]).toEqual([true, true]);
      }),
      runs(300),
    );
  });
});
