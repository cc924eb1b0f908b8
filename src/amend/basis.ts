import { figureTexts, OFFICER_LINES } from "../document/figures.ts";
import type { AmendmentLine } from "../document/schema.ts";
import { claimOfficer } from "../engine/officer.ts";
import { awardTerms } from "../engine/rules/award.ts";
import { vehicles } from "../engine/rules/vehicles.ts";
import type { Quarter } from "../engine/values/calendar.ts";
import type { Readings } from "../engine/values/ids.ts";
import { type Money, moneyText } from "../engine/values/money.ts";
import type { Actuals, Agency, Agreement, Officer, Placement, PriorClaim, Span } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import { type Policy, termsFor } from "../policy/policy.ts";

/** All that the figures of one officer rest on: in the filed claim, in the one now, or between the two. */
export interface Basis {
  readonly officerId: string;
  /** One for each row of either claim; null where the row is not there. */
  readonly rows: readonly (Span | null)[];
  readonly actuals: ReadonlyMap<string, Actuals>;
  readonly equipmentCost: Money | null;
  readonly placements: readonly Placement[];
  readonly prior: readonly PriorClaim[];
  readonly payrollQuarters: ReadonlySet<string>;
  readonly agreements: readonly Agreement[] | undefined;
  readonly policy: Policy;
  readonly policyHash: string;
  readonly readings: Readings;
  readonly quarter: Quarter;
  /** The agency's officers, where it matters whether one of them is on the task force. */
  readonly officers: readonly Officer[];
}

/** A row under the agreements of its agency; undefined where a claim is made without. */
export const rowUnder = ({ agreements: _, ...row }: Span, agreements: Basis["agreements"]): Span => ({
  ...row,
  ...(agreements && { agreements }),
});

/** Officers with their rows under agreements. */
export const officersUnder = (officers: Basis["officers"], agreements: Basis["agreements"]): Officer[] =>
  officers.map((officer) => ({ ...officer, spans: officer.spans.map((row) => rowUnder(row, agreements)) }));

/** One thing that changed: how it is said, and what it does to what figures rest on. */
export interface Change {
  readonly text: () => string;
  readonly apply: (basis: Basis) => Basis;
}

export type Figures = Readonly<Partial<Record<AmendmentLine["figure"], string>>>;

/** Computes figures from what they rest on; the terms that many officers share are made once. */
export class BasisFigures {
  private readonly terms = new Map<string, Terms>();

  /** An officer's figures. */
  readonly ofOfficer = (basis: Basis): Figures => {
    const terms = this.termsOf(basis);
    const placement = basis.placements.find(({ quarter }) => quarter === terms.quarter.id);
    const officer: Officer = {
      id: basis.officerId,
      name: "",
      spans: basis.rows.filter((row) => row !== null),
      actuals: [...basis.actuals.values()],
      equipmentCost: basis.equipmentCost,
    };
    return figureTexts(claimOfficer(officer, agencyOf(basis), awardTerms(placement, terms), terms), OFFICER_LINES);
  };

  /** An agency's vehicles. */
  readonly ofVehicles = (basis: Basis): Figures => ({
    vehicles: moneyText(vehicles(agencyOf(basis), this.termsOf(basis), [])),
  });

  private termsOf({ policy, policyHash, quarter, readings }: Basis): Terms {
    const key = JSON.stringify([policyHash, quarter.id, readings]);
    const terms = this.terms.get(key) ?? termsFor(policy, quarter, readings);
    this.terms.set(key, terms);
    return terms;
  }
}

const agencyOf = ({ placements, prior, payrollQuarters, officers }: Basis): Agency => ({
  id: "",
  name: null,
  officers,
  placements,
  payrollQuarters,
  prior,
});

/**
 * Of changes from one basis to another, those that a figure changed for: alone it would move the figure, or without it the
 * figure would not be what it is now.
 */
export function deciding(
  base: Basis,
  changes: readonly Change[],
  figuresOf: (basis: Basis) => Figures,
): (figure: AmendmentLine["figure"]) => readonly Change[] {
  const all = (but?: Change): Basis => changes.reduce((basis, one) => (one === but ? basis : one.apply(basis)), base);
  const [before, after] = [figuresOf(base), figuresOf(all())];
  const effects = changes.map((change) => ({
    change,
    alone: figuresOf(change.apply(base)),
    without: figuresOf(all(change)),
  }));
  return (figure) =>
    effects
      .filter(({ alone, without }) => alone[figure] !== before[figure] || without[figure] !== after[figure])
      .map(({ change }) => change);
}
