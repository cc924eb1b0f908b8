import { inOrder } from "../engine/rules/authority.ts";
import { quarterOfId } from "../engine/rules/fiscal-quarter.ts";
import { dayFromText, type Quarter } from "../engine/values/calendar.ts";
import { type Fraction, fraction, fractionFromDecimal, ONE, product } from "../engine/values/fraction.ts";
import { type Money, moneyFromText, type Whole, wholeFromDigits } from "../engine/values/money.ts";
import type { Actuals, Agency, Agreement, EvidenceRow, Officer, Placement, Span } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import { type Dated, POLICY_287G, type Policy, termsFor } from "../policy/policy.ts";
import { priorStated } from "./prior.ts";
import type { AgencyDocument, ClaimDocument, OfficerDocument } from "./schema.ts";

/** The quarter of an id that is known to be one. */
export function quarterNamed(id: string): Quarter {
  const quarter = quarterOfId(id);
  if (!quarter) throw new RangeError(`${id} is not a quarter`);
  return quarter;
}

/** The terms of a claim: its quarter and readings under a policy. @throws PolicyGap where the policy has no value then */
export const termsOf = ({ quarter, policy: { readings } }: ClaimDocument, policy: Policy): Terms =>
  termsFor(policy, quarterNamed(quarter.id), readings);

/** The title of a policy of which only the values are known. */
export const AS_STATED = "as the claim states it";

/** A policy with the values that a claim says were in force, for one whose policy is not known. */
export function policyStated({ policy: { id, values } }: ClaimDocument): Policy {
  const always = <T>(value: T): readonly Dated<T>[] => [{ from: "0000-01-01", value, source: "the claim" }];
  return {
    ...POLICY_287G,
    id,
    title: AS_STATED,
    parameters: {
      "programme-start": always(values["programme-start"]),
      "overtime-cap-share": always(values["overtime-cap-share"]),
      "award-bands": always(values["award-bands"]),
      "equipment-allowance": always(values["equipment-allowance"]),
      "vehicle-allowance": always(values["vehicle-allowance"]),
      "authorization-years": always(values["authorization-years"] ?? "2"),
    },
  };
}

/** The records of an agency, from its document alone. @param quarter the claim's */
export function recordsOf(claim: AgencyDocument, quarter: string): Agency {
  const agreements = agreementsOf(claim);
  return {
    id: claim.agency_id,
    name: claim.agency_name,
    officers: claim.officers.map((officer) => officerRecord(officer, agreements)),
    placements: placementRecord(claim, quarter),
    payrollQuarters: new Set(claim.officers.flatMap(({ actuals }) => actuals.map((one) => one.quarter))),
    prior: priorStated(claim),
    ...(agreements && { agreements }),
    ...(claim.evidence && { evidence: claim.evidence.lines.map((line) => evidenceRecord(line, quarter)) }),
  };
}

const evidenceRecord = (
  { line, officer_id, figure, document, sha256, pages }: EvidenceLine,
  quarter: string,
): EvidenceRow => ({
  ...{ line, officer: officer_id, quarter, figure, document },
  ...(sha256 === undefined ? {} : { sha256 }),
  ...(pages === undefined ? {} : { pages }),
});

type EvidenceLine = NonNullable<AgencyDocument["evidence"]>["lines"][number];

/** The agreements of an agency; undefined where its claim was made without. */
export const agreementsOf = ({ agreements }: AgencyDocument): readonly Agreement[] | undefined =>
  agreements &&
  inOrder(
    agreements.map(({ line, program_model, signed_on, ended_on }) => ({
      line,
      model: program_model,
      signedOn: dayFromText(signed_on) ?? 0,
      endedOn: day(ended_on),
    })),
  );

/** The records of an officer, from a document alone. @param agreements of the agency */
export const officerRecord = (officer: OfficerDocument, agreements: readonly Agreement[] | undefined): Officer => ({
  id: officer.officer_id,
  name: officer.officer_name ?? "",
  spans: officer.rows.map((row) => ({ ...spanRecord(row), ...(agreements && { agreements }) })),
  actuals: officer.actuals.map(actualsRecord),
  equipmentCost: cents(officer.equipment_cost),
});

const spanRecord = (row: OfficerDocument["rows"][number]): Span => ({
  line: row.line,
  model: row.program_model,
  trainedOn: day(row.trained_on),
  start: day(row.start_date),
  end: day(row.end_date),
  eligible: row.eligible,
  timeShare: share(row.time_share),
  salary: pay(row.annual_salary),
  benefits: pay(row.annual_benefits),
  ...(row.authorized_on === undefined ? {} : { authorizedOn: dayFromText(row.authorized_on) ?? 0 }),
  ...(row.authorized_until === undefined ? {} : { authorizedUntil: dayFromText(row.authorized_until) ?? 0 }),
});

const actualsRecord = (actuals: OfficerDocument["actuals"][number]): Actuals => ({
  quarter: actuals.quarter,
  salaryPaid: cents(actuals.salary_paid),
  benefitsPaid: cents(actuals.benefits_paid),
  overtimePaid: cents(actuals.overtime_paid),
  otherFunding: cents(actuals.other_funding),
  ...(actuals.hours === undefined ? {} : { overtimeHours: pay(actuals.hours) }),
  payrollLines: [],
});

function placementRecord(claim: AgencyDocument, quarter: string): Placement[] {
  const { placement, placements_provided, vehicle_cost } = claim;
  const rest = { quarter, line: 0, reference: placement?.reference ?? null, vehicleCost: cents(vehicle_cost) };
  if (placement) {
    const { provided, successful, rate } = placement;
    const counted = provided !== null && successful !== null;
    return [{ ...rest, provided, successful, rate: counted ? null : fractionFromDecimal(rate) }];
  }
  if (placements_provided === 0) return [{ ...rest, provided: 0, successful: 0, rate: null }];
  return vehicle_cost === undefined ? [] : [{ ...rest, provided: null, successful: null, rate: null }];
}

const day = (text: string | null): number | null => (text === null ? null : (dayFromText(text) ?? null));
const cents = (text: string | undefined): Money | null => (text === undefined ? null : moneyFromText(text));
const pay = (text: string): Whole => wholeFromDigits(text, 4) ?? 0;
const share = (percent: string): Fraction =>
  percent === "100" ? ONE : product(fractionFromDecimal(percent), fraction(1, 100));
