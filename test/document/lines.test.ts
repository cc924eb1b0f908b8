import { describe, expect, it } from "vitest";
import { added, changedFigures, sumOfDifferences } from "../../src/document/lines.ts";
import type { AgencyDocument, ClaimDocument, OfficerDocument } from "../../src/document/schema.ts";
import { moneyText } from "../../src/engine/values/money.ts";
import { claimText } from "./files.ts";

const CLAIM: ClaimDocument = JSON.parse(
  claimText(
    {
      "roster.csv":
        "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits\nFL0310200,1,TFM,2025-09-15,40000,8000\n",
    },
    "FY2026-Q1",
  ),
);
const [AGENCY] = CLAIM.claims as [AgencyDocument];
const [OFFICER] = AGENCY.officers as [OfficerDocument];

type Officers = Readonly<Record<string, Partial<OfficerDocument>>>;

/** A claim of agencies with their officers, each with figures of its own. */
const claimOf = (agencies: Readonly<Record<string, Officers>>, vehicles = "0.00"): ClaimDocument => ({
  ...CLAIM,
  claims: Object.entries(agencies).map(([agency_id, officers]) => ({
    ...AGENCY,
    agency_id,
    officers: Object.entries(officers).map(([id, figures]) => ({ ...OFFICER, officer_id: id.slice(1), ...figures })),
    totals: { ...AGENCY.totals, vehicles },
  })),
});

/** What changed, as `agency officer figure filed → now: difference`. */
const changed = (filed: ClaimDocument, now: ClaimDocument): string[] =>
  changedFigures(filed, now).map(
    (one) => `${one.agency_id} ${one.officer_id} ${one.figure} ${one.filed} → ${one.now}: ${one.difference}`,
  );

describe("figures in which two claims differ", () => {
  it("are none of the same claim", () => {
    expect(changed(CLAIM, CLAIM)).toEqual([]);
  });

  it("are the lines of officers and the vehicles; other funding comes off the total", () => {
    const figures = { salary: "1.00", benefits: "2.00", overtime: "3.00", award: "5.00", equipment: "6.00" };
    const now = claimOf(
      { A: { _1: { ...figures, other_funding: "4.00", total: "9.00", overtime_paid: "7.00" } } },
      "8.00",
    );
    expect(changed(claimOf({ A: { _1: {} } }), now)).toEqual([
      "A 1 salary 10000.00 → 1.00: -9999.00",
      "A 1 benefits 2000.00 → 2.00: -1998.00",
      "A 1 overtime 0.00 → 3.00: 3.00",
      "A 1 other_funding 0.00 → 4.00: -4.00",
      "A 1 award 0.00 → 5.00: 5.00",
      "A 1 equipment 0.00 → 6.00: 6.00",
      "A null vehicles 0.00 → 8.00: 8.00",
    ]);
  });

  it("are in the order of the claim now, and before them what is gone", () => {
    const pay = (salary: string) => ({ salary, benefits: "0.00" });
    const filed = claimOf({
      A: { _1: pay("1.00") },
      B: { _1: pay("1.00"), _2: pay("2.00"), _3: pay("3.00") },
      C: {},
    });
    const now = claimOf({ D: { _1: pay("4.00") }, B: { _3: pay("3.50"), _4: pay("4.00"), _1: pay("1.50") } });
    expect(changed(filed, now)).toEqual([
      "A 1 salary 1.00 → 0.00: -1.00",
      "D 1 salary 0.00 → 4.00: 4.00",
      "B 2 salary 2.00 → 0.00: -2.00",
      "B 3 salary 3.00 → 3.50: 0.50",
      "B 4 salary 0.00 → 4.00: 4.00",
      "B 1 salary 1.00 → 1.50: 0.50",
    ]);
  });

  it("are vehicles of an agency that is gone or new too", () => {
    const [none, some] = [claimOf({}), claimOf({ A: {} }, "7.00")];
    expect(changed(some, none)).toEqual(["A null vehicles 7.00 → 0.00: -7.00"]);
    expect(changed(none, some)).toEqual(["A null vehicles 0.00 → 7.00: 7.00"]);
  });

  it("add to the total what they say", () => {
    expect(moneyText(added("salary", "3.00", "1.50"))).toBe("-1.50");
    expect(moneyText(added("other_funding", "3.00", "1.50"))).toBe("1.50");
    expect(moneyText(sumOfDifferences([{ difference: "-1.50" }, { difference: "4.25" }]))).toBe("2.75");
    expect(moneyText(sumOfDifferences([]))).toBe("0.00");
  });
});
