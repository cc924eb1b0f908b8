import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimAgency } from "../../src/engine/agency.ts";
import { moneyText } from "../../src/engine/values/money.ts";
import { runs } from "../runs.ts";
import { type Asked, asked, LARGE, USUAL } from "./arbitrary.ts";
import { agency, type RosterRow, terms } from "./build.ts";
import { figures } from "./figures.ts";
import { oracleClaim } from "./oracle.ts";

const claimOf = ({ agency: rows, quarterId, readings }: Asked) =>
  claimAgency(agency(rows, quarterId), terms(quarterId, readings));

const officersOf = (one: Asked): Record<string, unknown> =>
  Object.fromEntries(claimOf(one).officers.map((claim) => [claim.officer.id, figures(claim)]));

function sameAsOracle(one: Asked): void {
  const { totals } = claimOf(one);
  expect({
    officers: officersOf(one),
    vehicles: moneyText(totals.vehicles),
    estimated: moneyText(totals.estimated),
    total: moneyText(totals.total),
  }).toEqual(oracleClaim(one.agency, one.quarterId, one.readings));
}

describe("a second calculation in plain decimals", () => {
  it("gives every figure and total of any claim", () => {
    fc.assert(fc.property(asked(), sameAsOracle), runs(1000));
  });

  it("gives every figure and total beyond 2^53 cents", () => {
    fc.assert(fc.property(asked(LARGE), sameAsOracle), runs(300));
  });
});

describe("any claim", () => {
  it("is the same for each officer in any order", () => {
    const shuffled = asked().chain((one) => {
      const ids = [...new Set(one.agency.roster.map(({ officer }) => officer))];
      return fc.shuffledSubarray(ids, { minLength: ids.length }).map((order) => ({ one, order }));
    });
    fc.assert(
      fc.property(shuffled, ({ one, order }) => {
        const roster = order.flatMap((id) => one.agency.roster.filter(({ officer }) => officer === id));
        const other = { ...one, agency: { ...one.agency, roster } };
        const [before, after] = [claimOf(one), claimOf(other)];
        expect(after.totals).toEqual(before.totals);
        expect(officersOf(other)).toEqual(officersOf(one));
        expect(after.officers.map(({ officer }) => officer.id)).toEqual(order);
      }),
      runs(300),
    );
  });

  it("has no line below zero", () => {
    fc.assert(
      fc.property(asked(), (one) => {
        const { officers, totals } = claimOf(one);
        const lines = [...officers.flatMap((claim) => Object.values(figures(claim))), moneyText(totals.estimated)];
        expect(lines.filter((line) => line.startsWith("-"))).toEqual([]);
      }),
      runs(300),
    );
  });

  it("gives a reason where nothing is claimed, and one where overtime is over the cap", () => {
    fc.assert(
      fc.property(asked(), (one) => {
        for (const { total, overCap, reasons } of claimOf(one).officers) {
          if (total === 0) expect(reasons.length).toBeGreaterThan(0);
          expect(reasons.some(({ code }) => code === "overtime-over-cap")).toBe(overCap > 0);
        }
      }),
      runs(300),
    );
  });

  it("has the same totals where the totals alone are asked for", () => {
    fc.assert(
      fc.property(asked(), (one) => {
        const alone = claimAgency(agency(one.agency, one.quarterId), terms(one.quarterId, one.readings), "totals");
        expect(alone.totals).toEqual(claimOf(one).totals);
        expect(alone.officers).toEqual([]);
      }),
      runs(300),
    );
  });
});

describe("default readings", () => {
  const days = fc.integer({ min: 0, max: 500 });
  const pay = { annual_salary: USUAL.pay, annual_benefits: USUAL.pay };

  it("a longer span never claims less salary or benefits", () => {
    const longer = fc.record({ ...pay, start: days, length: days, before: days, after: days });
    fc.assert(
      fc.property(longer, ({ annual_salary, annual_benefits, start, length, before, after }) => {
        const spanOf = (from: number, to: number): RosterRow => ({
          trained_on: "2025-09-15",
          start_date: dateFrom("2025-06-01", from),
          end_date: dateFrom("2025-06-01", to),
          annual_salary: payOf(annual_salary),
          annual_benefits: payOf(annual_benefits),
        });
        const claim = (row: RosterRow) =>
          claimAgency(agency({ roster: [row] }, "FY2026-Q2"), terms("FY2026-Q2")).totals;
        const shorter = claim(spanOf(start + 500, start + 500 + length));
        const extended = claim(spanOf(start + 500 - before, start + 500 + length + after));
        expect(extended.salary).toBeGreaterThanOrEqual(Number(shorter.salary));
        expect(extended.benefits).toBeGreaterThanOrEqual(Number(shorter.benefits));
      }),
      runs(300),
    );
  });

  it("a year's overtime is what was paid, up to 25 % of the salary", () => {
    const year = fc.record({
      salary: fc.bigInt(0n, 2_000_000_000n),
      paid: fc.array(fc.bigInt(0n, 2_000_000n), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(year, ({ salary, paid }) => {
        const rows = {
          roster: [{ trained_on: "2025-09-15", annual_salary: payOf(salary) }],
          payroll: paid.map((cents, index) => ({ quarter: `FY2027-Q${index + 1}`, overtime_paid: centsOf(cents) })),
        };
        let claimed = 0n;
        for (const { quarter } of rows.payroll)
          claimed += BigInt(claimAgency(agency(rows, quarter), terms(quarter)).totals.overtime);
        const all = paid.reduce((sum, cents) => sum + cents, 0n);
        const cap = salary / 400n;
        expect(centsOf(claimed)).toBe(centsOf(all < cap ? all : cap));
      }),
      runs(300),
    );
  });
});

const dateFrom = (first: string, days: number): string =>
  new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const payOf = (pay: bigint): string => `${pay / 10_000n}.${String(pay % 10_000n).padStart(4, "0")}`;
const centsOf = (cents: bigint): string => `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
