import { type AgencyClaim, sumTotals, type Totals } from "../engine/agency.ts";
import type { OfficerClaim } from "../engine/officer.ts";
import { bandText } from "../engine/readings/rate-rounding.ts";
import { overtimePaid } from "../engine/rules/actuals.ts";
import { dayText } from "../engine/values/calendar.ts";
import { decimalText, exactText, fraction, product } from "../engine/values/fraction.ts";
import { type Money, moneyText, payText } from "../engine/values/money.ts";
import type { Actuals, Officer, Span } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import { policyHash } from "../policy/hash.ts";
import { valueOn } from "../policy/policy.ts";
import type { Problem } from "../problems/problems.ts";
import { claimProblems } from "../run/claim-warnings.ts";
import type { LeftOut, Run } from "../run/run.ts";
import { version } from "../version.ts";
import { DerivationWriter } from "./derivation.ts";
import { inputsOf } from "./input-hash.ts";
import { agencyPrior, officerPrior, priorPaths } from "./prior.ts";
import type { AgencyDocument, ClaimDocument, ClaimFigures, OfficerDocument, TotalsDocument } from "./schema.ts";

/** The claims/1 document of some agencies of a run: whole, so that with it alone the claim can be recomputed. @param figures of the same claims */
export function claimDocument(
  run: Run,
  claims: readonly AgencyClaim[] = run.claims,
  figures = claimFigures(run, claims),
): ClaimDocument {
  const { schema, generator, policy, options, quarter, totals, incomplete } = figures;
  const { id, ...read } = policy;
  const ids = new Set(claims.map(({ agency }) => agency.id));
  return {
    schema,
    generator,
    policy: { id, sha256: policyHash(run.policy), ...read },
    options,
    quarter,
    inputs: inputsOf(run, ids),
    claims: figures.claims,
    totals,
    incomplete,
    warnings: warningsOf(run, claims),
  };
}

/** The same without what takes time and only documents have: the hashes and the warnings. */
export function claimFigures(run: Run, claims: readonly AgencyClaim[] = run.claims): ClaimFigures {
  const { terms, options, leftOut } = run;
  const { quarter } = terms;
  const whole = claims === run.claims;
  const ids = new Set(claims.map(({ agency }) => agency.id));
  const documents = claims.map((claim) => agencyDocument(run, claim));
  const [only] = documents.length === 1 ? documents : [];
  return {
    schema: "claims/1",
    generator: `claims ${version}`,
    policy: policyPart(run),
    options: {
      agency: options.agency,
      map: { ...options.map },
      prior: priorPaths(claims, options.prior),
      ...(options.redact ? { redact: true as const } : {}),
    },
    quarter: { id: quarter.id, start: dayText(quarter.start), end: dayText(quarter.end), days: quarter.days },
    claims: documents,
    totals: {
      agencies: claims.length,
      ...(only ? only.totals : totalsDocument(sumTotals(claims.map(({ totals }) => totals)))),
    },
    incomplete: incompletePart(whole ? leftOut : leftOut.filter(({ agency }) => ids.has(agency))),
  };
}

const incompletePart = (leftOut: readonly LeftOut[]): ClaimDocument["incomplete"] =>
  leftOut.length === 0
    ? null
    : {
        agencies: leftOut.map(({ agency, problems }) => ({ agency_id: agency, problems })),
        rows: leftOut.reduce((sum, { rows }) => sum + rows, 0),
      };

function policyPart({ policy, terms }: Run): ClaimFigures["policy"] {
  const value = <P extends keyof typeof policy.parameters>(parameter: P) =>
    valueOn(policy, parameter, terms.quarter.end, "the claim document").value;
  return {
    id: policy.id,
    readings: terms.readings,
    values: {
      "programme-start": value("programme-start"),
      "overtime-cap-share": value("overtime-cap-share"),
      "award-bands": value("award-bands").map((band) => ({ ...band })),
      "equipment-allowance": value("equipment-allowance"),
      "vehicle-allowance": value("vehicle-allowance"),
    },
  };
}

/** The warnings of the inputs that concern these agencies, and those that their claims show. */
function warningsOf(
  { problems, terms, inputs, shown }: Run,
  claims: readonly AgencyClaim[],
): ClaimDocument["warnings"] {
  const ids = new Set(claims.map(({ agency }) => agency.id));
  const ofInputs = problems.all.filter(({ agency, fromClaim }) => !fromClaim && (agency === null || ids.has(agency)));
  const ofClaims = shown ?? claims.flatMap((claim) => [...claimProblems(claim, terms, inputs)]);
  return [...ofInputs, ...countedOnly(problems), ...ofClaims]
    .filter(({ severity }) => severity === "warning")
    .map(({ code, message, where, line }) => ({
      code,
      message,
      file: typeof where === "string" || where === null ? where : where.name,
      line,
    }));
}

/** Of kinds of which there are too many to keep, how many more there are. */
const countedOnly = ({ beyond }: Run["problems"]): Problem[] =>
  beyond
    .filter(({ first }) => !first.fromClaim)
    .map(({ first, count }) => ({ ...first, line: null, message: `and ${count} more of this kind in the file` }));

function agencyDocument(run: Run, claim: AgencyClaim): AgencyDocument {
  const { terms, options } = run;
  const { agency, awards, reasons } = claim;
  const writer = claim.derivations.length > 0 ? new DerivationWriter(run, claim) : undefined;
  return {
    agency_id: agency.id,
    agency_name: agency.name,
    placement: placementDocument(claim),
    officers: claim.officers.map((officer, index) =>
      Object.assign(
        officerDocument(officer, terms, options.redact),
        officerPrior(officer.officer, agency),
        writer && { derivation: writer.officer(index) },
      ),
    ),
    totals: totalsDocument(claim.totals),
    ...(reasons.length > 0 ? { reasons: [...reasons] } : {}),
    ...(awards.placement && awards.placement.vehicleCost !== null
      ? { vehicle_cost: moneyText(awards.placement.vehicleCost) }
      : {}),
    ...(awards.placement?.provided === 0 ? { placements_provided: 0 as const } : {}),
    ...agencyPrior(options.prior?.get(agency.id)),
    ...(writer ? { derivation: writer.agency() } : {}),
  };
}

function placementDocument({ awards }: AgencyClaim): AgencyDocument["placement"] {
  const { placement, rate, band, perOfficer } = awards;
  if (!placement || !rate) return null;
  return {
    provided: placement.provided === null ? null : Number(placement.provided),
    successful: placement.successful === null ? null : Number(placement.successful),
    rate: decimalText(rate, 6),
    band: band ? bandText(band) : null,
    award_per_officer: moneyText(perOfficer),
    status: placement.reference === null ? "indicated" : "determined",
    reference: placement.reference,
  };
}

function officerDocument(claim: OfficerClaim, terms: Terms, redact: boolean): OfficerDocument {
  const { officer } = claim;
  const document: OfficerDocument = {
    officer_id: officer.id,
    officer_name: redact || officer.name === "" ? null : officer.name,
    program_model: claim.model,
    eligible_days: claim.eligibleDays,
    basis: claim.basis,
    salary: moneyText(claim.salary),
    benefits: moneyText(claim.benefits),
    overtime_paid: moneyText(claim.overtimePaid),
    overtime_cap_room: moneyText(claim.room),
    overtime: moneyText(claim.overtime),
    overtime_over_cap: moneyText(claim.overCap),
    other_funding: moneyText(claim.otherFunding),
    award: moneyText(claim.award),
    equipment: moneyText(claim.equipment),
    total: moneyText(claim.total),
    reasons: [...claim.reasons],
    rows: officer.spans.map(rowDocument),
    actuals: actualsDocument(officer, terms),
  };
  return officer.equipmentCost === null ? document : { ...document, equipment_cost: moneyText(officer.equipmentCost) };
}

const dayOrNull = (day: number | null): string | null => (day === null ? null : dayText(day));

const HUNDRED = fraction(100, 1);

/** A roster row as documents write it. */
export const rowDocument = (span: Span): OfficerDocument["rows"][number] => ({
  line: span.line,
  program_model: span.model,
  trained_on: dayOrNull(span.trainedOn),
  start_date: dayOrNull(span.start),
  end_date: dayOrNull(span.end),
  eligible: span.eligible,
  time_share: exactText(product(span.timeShare, HUNDRED)),
  annual_salary: payText(span.salary),
  annual_benefits: payText(span.benefits),
});

/** The actuals of the claim's quarter and of the earlier ones of its fiscal year. */
function actualsDocument({ actuals }: Officer, terms: Terms): OfficerDocument["actuals"] {
  const isOfYear = ({ quarter: id }: Actuals): boolean =>
    id === terms.quarter.id || terms.earlier.some(({ quarter }) => quarter.id === id);
  const ofYear = actuals.every(isOfYear) ? actuals : actuals.filter(isOfYear);
  return ofYear.map((one) => knownAmounts(one, terms));
}

const ACTUALS = ["salary_paid", "benefits_paid", "overtime_paid", "other_funding"] as const;

function knownAmounts(actuals: Actuals, terms: Terms): OfficerDocument["actuals"][number] {
  const document: OfficerDocument["actuals"][number] = { quarter: actuals.quarter };
  const note = (name: (typeof ACTUALS)[number], amount: Money | null): void => {
    if (amount !== null) document[name] = moneyText(amount);
  };
  note("salary_paid", actuals.salaryPaid);
  note("benefits_paid", actuals.benefitsPaid);
  note("overtime_paid", overtimePaid(actuals, terms));
  note("other_funding", actuals.otherFunding);
  return document;
}

/** Totals as documents write them. */
export function totalsDocument(totals: Totals): TotalsDocument {
  return {
    officers: totals.officers,
    claimed_officers: totals.claimedOfficers,
    award_officers: totals.awardOfficers,
    salary: moneyText(totals.salary),
    benefits: moneyText(totals.benefits),
    estimated: moneyText(totals.estimated),
    overtime: moneyText(totals.overtime),
    overtime_over_cap: moneyText(totals.overCap),
    other_funding: moneyText(totals.otherFunding),
    award: moneyText(totals.award),
    equipment: moneyText(totals.equipment),
    vehicles: moneyText(totals.vehicles),
    total: moneyText(totals.total),
  };
}
