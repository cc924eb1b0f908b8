import { type AgencyClaim, claimAgency, sumTotals } from "../engine/claim.ts";
import { READING_VALUES, type ReadingId, type Readings } from "../engine/derivation.ts";
import { type Money, minus } from "../engine/money.ts";
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
  /** Whether another value would change any line of any officer. */
  readonly touched: boolean;
}

/** Computes the claims of a run again with each other value of each reading, that one change alone. */
export function worthOfReadings(run: Run): ReadingWorth[] {
  const ids = Object.keys(READING_VALUES) as ReadingId[];
  const total = totalOf(run.claims);
  const lines = linesOf(run.claims);
  const agencies = run.claims.map(({ agency }) => ({ ...agency, officers: [...agency.officers] }));
  return ids.map((id) => {
    const used = run.terms.readings[id];
    const others = READING_VALUES[id].filter((value) => value !== used);
    let touched = false;
    const alternatives = others.map((value): Alternative => {
      const terms = withReading(run.terms, { ...run.terms.readings, [id]: value } as Readings);
      const claims = agencies.map((agency) => claimAgency(agency, terms, lines ? "officers" : "totals"));
      const other = totalOf(claims);
      touched ||= other !== total || (lines !== undefined && !sameLines(lines, linesOf(claims) ?? []));
      return { value, total: other, difference: minus(other, total) };
    });
    return { id, used, alternatives, touched };
  });
}

/** What every officer is claimed, line by line; undefined where the claims were computed as totals alone. */
function linesOf(claims: readonly AgencyClaim[]): Money[] | undefined {
  if (claims.some(({ officers, totals }) => officers.length !== totals.officers)) return undefined;
  return claims.flatMap(({ officers }) =>
    officers.flatMap(({ salary, benefits, overtime, room, award }) => [salary, benefits, overtime, room, award]),
  );
}

const sameLines = (a: readonly Money[], b: readonly Money[]): boolean =>
  a.length === b.length && a.every((amount, index) => amount === b[index]);

const withReading = (terms: Terms, readings: Readings): Terms => ({
  ...terms,
  readings,
  earlier: terms.earlier.map((earlier) => withReading(earlier, readings)),
});

const totalOf = (claims: readonly AgencyClaim[]): Money => sumTotals(claims.map(({ totals }) => totals)).total;
