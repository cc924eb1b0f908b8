import { type AgencyClaim, claimAgency, sumTotals } from "../engine/claim.ts";
import { READING_VALUES, type ReadingId, type Readings } from "../engine/derivation.ts";
import { type Money, minus } from "../engine/money.ts";
import type { Agency } from "../engine/records.ts";
import type { Terms } from "../engine/terms.ts";
import type { Run } from "./run.ts";

/** What another value of a reading would make of a claim. */
export interface Alternative {
  readonly value: string;
  readonly total: Money;
  /** Above zero: the other value would claim more. */
  readonly difference: Money;
}

/** A reading of the rules and what it is worth in a claim. */
export interface ReadingWorth {
  readonly id: ReadingId;
  readonly used: string;
  readonly alternatives: readonly Alternative[];
}

/** Computes the claims of a run again with each other value of each reading, that one change alone. */
export function worthOfReadings(run: Run): ReadingWorth[] {
  const ids = Object.keys(READING_VALUES) as ReadingId[];
  const total = totalOf(run.claims);
  const agencies = run.claims.map(({ agency }) => ({ ...agency, officers: [...agency.officers] }));
  return ids.map((id) => {
    const used = run.terms.readings[id];
    const others = READING_VALUES[id].filter((value) => value !== used);
    return { id, used, alternatives: others.map((value) => alternative(agencies, run.terms, id, value, total)) };
  });
}

function alternative(
  agencies: readonly Agency[],
  used: Terms,
  id: ReadingId,
  value: string,
  total: Money,
): Alternative {
  const terms = withReading(used, { ...used.readings, [id]: value } as Readings);
  const other = totalOf(agencies.map((agency) => claimAgency(agency, terms, "totals")));
  return { value, total: other, difference: minus(other, total) };
}

const withReading = (terms: Terms, readings: Readings): Terms => ({
  ...terms,
  readings,
  earlier: terms.earlier.map((earlier) => withReading(earlier, readings)),
});

const totalOf = (claims: readonly AgencyClaim[]): Money => sumTotals(claims.map(({ totals }) => totals)).total;
