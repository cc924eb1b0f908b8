import type { AgencyClaim } from "../engine/agency.ts";
import { claimOfficer, type OfficerClaim } from "../engine/officer.ts";
import { type AwardTerms, awardTerms } from "../engine/rules/award.ts";
import { READING_IDS, READINGS, type ReadingId, type Readings } from "../engine/values/ids.ts";
import { type Money, minus, plus, ZERO } from "../engine/values/money.ts";
import { type Terms, withReadings } from "../engine/values/terms.ts";
import type { Run } from "../run/run.ts";

/** What another value of a reading would make of a claim. */
export interface Alternative {
  readonly value: string;
  readonly total: Money;
  /** Above zero: the other value would claim more. */
  readonly difference: Money;
}

/** A reading of the rules, and what its other values would make of a claim. */
export interface ComparedReading {
  readonly id: ReadingId;
  readonly used: string;
  readonly alternatives: readonly Alternative[];
  /** Whether another value would change any line of any officer. */
  readonly touched: boolean;
}

/** Another value of one reading, all else as used, and what it has changed so far. */
interface Other {
  readonly id: ReadingId;
  readonly value: string;
  readonly terms: Terms;
  difference: Money;
  touched: boolean;
}

/** Computes the claims of a run again with each other value of each reading, that one change alone. */
export function compareReadings({ claims, terms }: Pick<Run, "claims" | "terms">): ComparedReading[] {
  const others = READING_IDS.flatMap((id) => othersOf(id, terms));
  for (const claim of claims) tryOthers(claim, terms, others);
  let total: Money = ZERO;
  for (const { totals } of claims) total = plus(total, totals.total);
  return READING_IDS.map((id) => {
    const tried = others.filter((other) => other.id === id);
    return {
      id,
      used: terms.readings[id],
      alternatives: tried.map(({ value, difference }) => ({ value, difference, total: plus(total, difference) })),
      touched: tried.some(({ touched }) => touched),
    };
  });
}

const othersOf = (id: ReadingId, terms: Terms): Other[] =>
  READINGS[id]
    .filter((value) => value !== terms.readings[id])
    .map((value) => {
      const readings = { ...terms.readings, [id]: value } as Readings;
      return { id, value, terms: withReadings(terms, readings), difference: ZERO, touched: false };
    });

/** An officer is computed again only where the claim as used asked for that reading: of any other it knows nothing. */
function tryOthers({ agency, awards }: AgencyClaim, terms: Terms, others: readonly Other[]): void {
  const asked = new Set<ReadingId>();
  const used = withReadings(terms, noting(terms.readings, asked));
  const awarded = others.map(({ id, terms }) =>
    id === "rate-rounding" ? awardTerms(awards.placement, terms) : awards,
  );
  for (const officer of agency.officers) {
    asked.clear();
    const claim = claimOfficer(officer, agency, awards, used);
    others.forEach((other, index) => {
      const theirs = awarded[index] as AwardTerms;
      if (!asked.has(other.id) && theirs.perOfficer === awards.perOfficer) return;
      const again = claimOfficer(officer, agency, theirs, other.terms);
      other.difference = plus(other.difference, minus(again.total, claim.total));
      other.touched ||= LINES.some((line) => again[line] !== claim[line]);
    });
  }
}

const LINES = ["salary", "benefits", "overtime", "room", "award"] as const satisfies (keyof OfficerClaim)[];

/** The same readings; which of them are asked for is noted. */
function noting(readings: Readings, asked: Set<ReadingId>): Readings {
  const noted = {};
  for (const id of READING_IDS)
    Object.defineProperty(noted, id, {
      get: () => {
        asked.add(id);
        return readings[id];
      },
    });
  return noted as Readings;
}
