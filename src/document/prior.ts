import type { AgencyClaim } from "../engine/agency.ts";
import type { OfficerClaim } from "../engine/officer.ts";
import { type Money, moneyFromText, moneyText } from "../engine/values/money.ts";
import type { Agency, Officer, Paid, PriorClaim, PriorLine } from "../engine/values/records.ts";
import type { Inputs } from "../ingest/inputs.ts";
import type { AgencyDocument, OfficerDocument } from "./schema.ts";

/** A claim filed earlier, and the file that it was read from; none where it is an earlier quarter of the same run. */
export interface FiledPrior extends PriorClaim {
  readonly path?: string;
  readonly sha256?: string;
  /** The names of officers, where the claim has them. */
  readonly names?: ReadonlyMap<string, string>;
  /** Whether it left rows out for errors. */
  readonly incomplete?: boolean;
}

/** The prior claims of each agency, by its id, in order of their quarters. */
export type PriorByAgency = ReadonlyMap<string, readonly FiledPrior[]>;

/** The inputs with what prior claims claimed in the agencies' records. */
export const withPrior = (inputs: Inputs, prior: PriorByAgency): Inputs => ({
  ...inputs,
  agencies: inputs.agencies.map((agency) => {
    const own = prior.get(agency.id);
    return own ? { ...agency, prior: own } : agency;
  }),
});

/** What one agency claimed for a quarter, as a later claim counts it. */
export function priorOfDocument(quarter: string, { officers, totals }: AgencyDocument): FiledPrior {
  return {
    quarter,
    vehicles: moneyFromText(totals.vehicles),
    officers: new Map(
      officers.map((officer) => {
        const paid = officer.actuals.find((one) => one.quarter === quarter);
        return [officer.officer_id, { ...priorLine(officer), ...(paid && { paid: paidIn(paid) }) }];
      }),
    ),
    names: new Map(
      officers.flatMap(({ officer_id, officer_name }) => (officer_name === null ? [] : [[officer_id, officer_name]])),
    ),
  };
}

const paidIn = (actuals: OfficerDocument["actuals"][number]): Paid => ({
  salaryPaid: cents(actuals.salary_paid),
  benefitsPaid: cents(actuals.benefits_paid),
  overtimePaid: cents(actuals.overtime_paid),
  otherFunding: cents(actuals.other_funding),
});

const cents = (text: string | undefined): Money | null => (text === undefined ? null : moneyFromText(text));

const priorLine = ({ salary, overtime, equipment, equipment_cost }: PriorLineDocument): PriorLine => ({
  salary: moneyFromText(salary),
  overtime: moneyFromText(overtime),
  equipment: moneyFromText(equipment),
  ...(equipment_cost === undefined ? {} : { receipts: moneyFromText(equipment_cost) }),
});

type PriorLineDocument = Pick<OfficerDocument, "salary" | "overtime" | "equipment" | "equipment_cost">;

/** The agency as a later quarter finds it, once a claim has been filed for it. @param quarter the claim's */
export const withClaim = <A extends Agency>(agency: A, { officers, totals }: AgencyClaim, quarter: string): A => ({
  ...agency,
  prior: inOrder([
    ...agency.prior,
    {
      quarter,
      vehicles: totals.vehicles,
      officers: new Map(officers.map((claim) => [claim.officer.id, lineOfClaim(claim)])),
    },
  ]),
});

const lineOfClaim = ({ salary, overtime, equipment, officer }: OfficerClaim): PriorLine => ({
  salary,
  overtime,
  equipment,
  ...(officer.equipmentCost === null ? {} : { receipts: officer.equipmentCost }),
});

/** The prior claims that a document says it counted, from what the document alone holds of them. */
export function priorStated({ prior, officers }: AgencyDocument): readonly FiledPrior[] {
  return (prior ?? []).map(({ quarter, vehicles, ...file }) => ({
    quarter,
    ...fileOf(file),
    vehicles: moneyFromText(vehicles),
    officers: new Map(
      officers.flatMap(({ officer_id, prior: lines }) =>
        (lines ?? []).filter((line) => line.quarter === quarter).map((line) => [officer_id, priorLine(line)] as const),
      ),
    ),
  }));
}

/** The part of an agency's document that names the prior claims that it counts. */
export function agencyPrior(prior: readonly FiledPrior[]): Pick<AgencyDocument, "prior"> {
  if (prior.length === 0) return {};
  return {
    prior: prior.map(({ quarter, vehicles, ...file }) => ({
      quarter,
      ...fileOf(file),
      vehicles: moneyText(vehicles),
    })),
  };
}

const fileOf = ({ path, sha256 }: { path?: string | undefined; sha256?: string | undefined }) => ({
  ...(path === undefined ? {} : { path }),
  ...(sha256 === undefined ? {} : { sha256 }),
});

/** The part of an officer's document that says what prior claims claimed; those that claimed nothing are left out. */
export function officerPrior({ id }: Officer, { prior }: Agency): Pick<OfficerDocument, "prior"> {
  const lines = prior.flatMap(({ quarter, officers }) => {
    const line = officers.get(id);
    const some = line && [line.salary, line.overtime, line.equipment].some((amount: Money) => amount > 0);
    return some ? [lineDocument(quarter, line)] : [];
  });
  return lines.length > 0 ? { prior: lines } : {};
}

const lineDocument = (quarter: string, { salary, overtime, equipment, receipts }: PriorLine) => ({
  quarter,
  salary: moneyText(salary),
  overtime: moneyText(overtime),
  equipment: moneyText(equipment),
  ...(receipts === undefined ? {} : { equipment_cost: moneyText(receipts) }),
});

/** The files of the prior claims that some claims counted, each once, in order of their quarters. */
export function priorPaths(claims: readonly AgencyClaim[]): string[] {
  const counted = claims.flatMap(({ agency }): readonly FiledPrior[] => agency.prior);
  return [...new Set(inOrder(counted).flatMap(({ path }) => path ?? []))];
}

/** Prior claims in order of their quarters. */
export const inOrder = <P extends PriorClaim>(prior: readonly P[]): P[] =>
  inQuarterOrder(prior, ({ quarter }) => quarter);

/** Claims in order of their quarters, which is that of their ids. */
export const inQuarterOrder = <C>(claims: readonly C[], quarterOf: (claim: C) => string): C[] =>
  [...claims].sort((a, b) => (quarterOf(a) < quarterOf(b) ? -1 : quarterOf(a) > quarterOf(b) ? 1 : 0));
