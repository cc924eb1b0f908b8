import { describe, expect, it } from "vitest";
import { claimAgency } from "../../src/engine/agency.ts";
import { carriedOver } from "../../src/engine/rules/carried-over.ts";
import { moneyText } from "../../src/engine/values/money.ts";
import type { Case, Expected } from "../cases/case.ts";
import { CASES } from "./all-cases.ts";
import { agency, terms } from "./build.ts";
import { figures } from "./figures.ts";

const NOTHING = {
  salary: "0.00",
  benefits: "0.00",
  overtime: "0.00",
  overtime_over_cap: "0.00",
  other_funding: "0.00",
  award: "0.00",
  equipment: "0.00",
};

for (const [id, cases] of Object.entries(CASES))
  describe(id, () => {
    for (const one of cases) it(one.name, () => check(one));
  });

function check(one: Case): void {
  const claim = claimAgency(agency(one, one.quarter), terms(one.quarter, one.readings));
  const claimed = claim.officers.map((officer) => [
    officer.officer.id,
    named(expectedOf(one, officer.officer.id), {
      ...figures(officer),
      eligible_days: officer.eligibleDays,
      basis: officer.basis,
      estimated: moneyText(officer.estimated),
      reasons: officer.reasons.map(({ code }) => code),
    }),
  ]);
  expect(Object.fromEntries(claimed)).toEqual(
    Object.fromEntries(Object.keys(one.expected).map((id) => [id, { ...NOTHING, ...one.expected[id] }])),
  );
  for (const [id, expected] of Object.entries(one.carriedOver ?? {})) expect(carried(one, id)).toEqual(expected);
  if (one.agency) {
    const { officers, claimedOfficers, awardOfficers, ...money } = claim.totals;
    const amounts = Object.entries(money).map(([line, amount]) => [line, moneyText(amount)]);
    const totals = { officers, claimedOfficers, awardOfficers, ...Object.fromEntries(amounts) };
    const reasons = claim.reasons.map(({ code }) => code);
    expect(named(one.agency, { ...totals, reasons })).toEqual(one.agency);
  }
}

/** The quarter and the dollars of actuals that a prior claim had too. */
function carried(one: Case, id: string): [string, string] | null {
  const { officers, prior } = agency(one, one.quarter);
  const officer = [...officers].find((known) => known.id === id);
  const own = officer?.actuals.find(({ payrollLines }) => payrollLines.length === 0);
  const found = officer && own && carriedOver(officer, own, prior, one.quarter);
  return found ? [found.quarter, moneyText(found.amount)] : null;
}

const expectedOf = (one: Case, id: string): Expected => ({ ...NOTHING, ...(one.expected[id] ?? { total: "" }) });

/** The claimed values under the names that are expected. */
const named = (expected: object, claimed: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(expected).map((name) => [name, claimed[name]]));
