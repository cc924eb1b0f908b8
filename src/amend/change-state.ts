import type { AmendmentLine } from "../document/schema.ts";
import { claimOfficer } from "../engine/officer.ts";
import { awardTerms } from "../engine/rules/award.ts";
import { vehicles } from "../engine/rules/vehicles.ts";
import type { Quarter } from "../engine/values/calendar.ts";
import type { Readings } from "../engine/values/ids.ts";
import { type Money, moneyText } from "../engine/values/money.ts";
import type { Actuals, Agency, Officer, Placement, PriorClaim, Span } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import { type Policy, termsFor } from "../policy/policy.ts";

/** All that the figures of one officer rest on, between the filed claim and the one now. */
export interface State {
  readonly officerId: string;
  /** A slot for each row of either claim; null where the row is not there. */
  readonly slots: readonly (Span | null)[];
  readonly actuals: ReadonlyMap<string, Actuals>;
  readonly equipmentCost: Money | null;
  readonly placements: readonly Placement[];
  readonly prior: readonly PriorClaim[];
  readonly payrollQuarters: ReadonlySet<string>;
  readonly policy: Policy;
  readonly readings: Readings;
  readonly quarter: Quarter;
  /** The agency's officers, where it matters whether one of them is on the task force. */
  readonly officers: readonly Officer[];
}

/** One thing that changed: how it is told, and what it does to what figures rest on. */
export interface Change {
  readonly text: () => string;
  readonly apply: (state: State) => State;
}

type Figures = Readonly<Partial<Record<AmendmentLine["figure"], string>>>;

const termsByPolicy = new WeakMap<Policy, Map<string, Terms>>();

function termsOf({ policy, quarter, readings }: State): Terms {
  const known = termsByPolicy.get(policy) ?? new Map<string, Terms>();
  termsByPolicy.set(policy, known);
  const key = JSON.stringify([quarter.id, readings]);
  const terms = known.get(key) ?? termsFor(policy, quarter, readings);
  known.set(key, terms);
  return terms;
}

const agencyOf = ({ placements, prior, payrollQuarters, officers }: State): Agency => ({
  id: "",
  name: null,
  officers,
  placements,
  payrollQuarters,
  prior,
});

/** An officer's figures in a state. */
export function officerFigures(state: State): Figures {
  const terms = termsOf(state);
  const placement = state.placements.find(({ quarter }) => quarter === terms.quarter.id);
  const officer: Officer = {
    id: state.officerId,
    name: "",
    spans: state.slots.filter((slot) => slot !== null),
    actuals: [...state.actuals.values()],
    equipmentCost: state.equipmentCost,
  };
  const claim = claimOfficer(officer, agencyOf(state), awardTerms(placement, terms), terms);
  return {
    salary: moneyText(claim.salary),
    benefits: moneyText(claim.benefits),
    overtime: moneyText(claim.overtime),
    other_funding: moneyText(claim.otherFunding),
    award: moneyText(claim.award),
    equipment: moneyText(claim.equipment),
  };
}

/** An agency's vehicles in a state. */
export const vehicleFigures = (state: State): Figures => ({
  vehicles: moneyText(vehicles(agencyOf(state), termsOf(state)).amount),
});

/**
 * Of changes between two states, those that a figure changed for: alone it would move the figure, or without it the figure
 * would not be what it is now.
 */
export function deciding(
  base: State,
  changes: readonly Change[],
  figuresOf: (state: State) => Figures,
): (figure: AmendmentLine["figure"]) => readonly Change[] {
  const all = (but?: Change): State => changes.reduce((state, one) => (one === but ? state : one.apply(state)), base);
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
