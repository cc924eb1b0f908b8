import { earlierQuarters } from "../engine/rules/fiscal-quarter.ts";
import { isOfProgramme } from "../engine/rules/programme-start.ts";
import { type Day, dayFromText, dayText, type Quarter } from "../engine/values/calendar.ts";
import { fractionFromDecimal, product } from "../engine/values/fraction.ts";
import { type PARAMETERS, type ParameterId, READING_IDS, type ReadingId, type Readings } from "../engine/values/ids.ts";
import { moneyFromText } from "../engine/values/money.ts";
import type { Terms } from "../engine/values/terms.ts";
import builtIn from "./287g.json" with { type: "json" };

/** A value in force from a day until the next one begins. */
export interface Dated<T> {
  readonly from: string;
  readonly value: T;
  /** A key of the policy's sources. */
  readonly source: string;
}

export interface ReadingText {
  readonly question: string;
  readonly values: Readonly<Record<string, string>>;
  readonly default: readonly (Dated<string> & { readonly reason: string })[];
}

export interface BandValue {
  readonly from: number;
  readonly to: number;
  readonly award: string;
}

/** Each parameter's value as a policy file writes it: dates in ISO, percents and amounts as decimal text. */
type ParameterValues = {
  readonly [P in ParameterId]: (typeof PARAMETERS)[P] extends "bands" ? readonly BandValue[] : string;
};

/** Parameters that policies written before a release do not have, and what holds without them. */
const ADDED = {
  "authorization-years": [{ from: "0000-01-01", value: "2", source: "MOA-TFM-2025-03" }],
} as const satisfies { readonly [P in ParameterId]?: readonly Dated<ParameterValues[P]>[] };
type AddedParameter = keyof typeof ADDED;

/** The rules of a programme as data: dated parameters, the readings of what the text leaves open, and the sources. */
export interface Policy {
  readonly schema: string;
  readonly id: string;
  readonly title: string;
  readonly sources: Readonly<Record<string, { readonly title: string; readonly date: string }>>;
  readonly parameters: {
    readonly [P in Exclude<ParameterId, AddedParameter>]: readonly Dated<ParameterValues[P]>[];
  } & { readonly [P in AddedParameter]?: readonly Dated<ParameterValues[P]>[] };
  readonly readings: Readonly<Record<ReadingId, ReadingText>>;
}

/** Policy 287g as released with this program. */
export const POLICY_287G: Policy = builtIn;

/** A day on which a policy says nothing about what a rule asks for. */
export class PolicyGap extends Error {
  constructor(policy: Policy, asked: string, day: Day, by: string) {
    super(`policy ${policy.id} has no value of ${asked} on ${dayText(day)}, which ${by} asks for`);
  }
}

/** All values of a parameter, by their days. */
export function datedValues<P extends ParameterId>(policy: Policy, parameter: P): readonly Dated<ParameterValues[P]>[] {
  const all: Policy["parameters"] = { ...ADDED, ...policy.parameters };
  return all[parameter] as readonly Dated<ParameterValues[P]>[];
}

/**
 * The value of a parameter on a day.
 * @param by who asks, named in the error @throws PolicyGap where none is in force on that day
 */
export function valueOn<P extends ParameterId>(
  policy: Policy,
  parameter: P,
  day: Day,
  by: string,
): Dated<ParameterValues[P]> {
  return inForce(datedValues(policy, parameter), day) ?? fail(new PolicyGap(policy, parameter, day, by));
}

/** The reading that a policy takes by default on a day. @throws PolicyGap where it takes none */
export function defaultReading(policy: Policy, id: ReadingId, day: Day, by: string) {
  return inForce(policy.readings[id].default, day) ?? fail(new PolicyGap(policy, `reading ${id}`, day, by));
}

function inForce<T extends { readonly from: string }>(dated: readonly T[], day: Day): T | undefined {
  const on = dayText(day);
  let found: T | undefined;
  for (const entry of dated) if (entry.from <= on && (!found || entry.from > found.from)) found = entry;
  return found;
}

function fail(error: Error): never {
  throw error;
}

/**
 * What is in force for a quarter: the policy's values on its last day, with the readings chosen for it and for the earlier
 * quarters of its fiscal year. @param chosen readings that differ from the defaults @throws PolicyGap
 */
export function termsFor(policy: Policy, quarter: Quarter, chosen: Partial<Readings> = {}): Terms {
  const value = <P extends ParameterId>(parameter: P, by: string) => valueOn(policy, parameter, quarter.end, by).value;
  const programmeStart = dayFromText(value("programme-start", "rule programme-start"));
  if (programmeStart === undefined) throw new RangeError(`policy ${policy.id}: programme-start is not a date`);
  return {
    quarter,
    readings: { ...defaultReadings(policy, quarter), ...chosen },
    programmeStart,
    overtimeCapShare: product(fractionFromDecimal(value("overtime-cap-share", "rule overtime-cap")), PERCENT),
    bands: value("award-bands", "rule award").map((band) => ({ ...band, award: moneyFromText(band.award) })),
    equipmentAllowance: moneyFromText(value("equipment-allowance", "rule equipment")),
    vehicleAllowance: moneyFromText(value("vehicle-allowance", "rule vehicles")),
    authorizationYears: Number(value("authorization-years", "rule authority")),
    earlier: earlierQuarters(quarter)
      .filter((earlier) => isOfProgramme(earlier, programmeStart))
      .map((earlier) => ({ ...termsFor(policy, earlier, chosen), earlier: [] })),
  };
}

const PERCENT = { n: 1, d: 100 };

function defaultReadings(policy: Policy, quarter: Quarter): Readings {
  const by = `a claim for ${quarter.id}`;
  return Object.fromEntries(READING_IDS.map((id) => [id, defaultReading(policy, id, quarter.end, by).value])) as never;
}

/** A policy as text: the form in which it is shown, written and hashed. */
export const policyText = (policy: Policy): string => `${JSON.stringify(policy, null, 2)}\n`;
