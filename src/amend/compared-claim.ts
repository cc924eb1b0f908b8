import { priorStated } from "../document/prior.ts";
import { recordsOf, termsOf } from "../document/records.ts";
import type { ClaimDocument } from "../document/schema.ts";
import type { Agency, Officer } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import type { Role } from "../ingest/text/rows.ts";
import { policyHash } from "../policy/known.ts";
import type { Policy } from "../policy/policy.ts";
import type { Run } from "../run/run.ts";
import type { Basis } from "./basis.ts";
import { Cells } from "./cells.ts";

/** An agency's records with its officers by their ids. */
export interface ComparedAgency {
  readonly records: Agency;
  readonly officers: ReadonlyMap<string, Officer>;
}

/** One of the two claims that an amendment compares: what its figures rest on, and where that stands. */
export interface ComparedClaim {
  readonly policy: Policy;
  readonly policyHash: string;
  readonly terms: Terms;
  readonly agencies: ReadonlyMap<string, ComparedAgency>;
  /** Undefined where the inputs are not there. */
  readonly cells: Cells | undefined;
  readonly inputs: readonly { readonly role: Role; readonly name: string }[];
}

const comparedAgency = (records: Agency, officers: Iterable<Officer>): ComparedAgency => ({
  records,
  officers: new Map([...officers].map((officer) => [officer.id, officer])),
});

/** The claim that was filed: from its inputs where they are there, else from its own rows. */
export function filedClaim(
  document: ClaimDocument,
  policy: Policy,
  inputs: Inputs | undefined,
  names?: ReadonlyMap<string, string>,
): ComparedClaim {
  const agencies = document.claims.map((claim): [string, ComparedAgency] => {
    const found = inputs?.agencies.find(({ id }) => id === claim.agency_id);
    const records = found ? { ...found, prior: priorStated(claim) } : recordsOf(claim, document.quarter.id);
    return [claim.agency_id, comparedAgency(records, records.officers)];
  });
  return {
    policy,
    policyHash: policyHash(policy),
    terms: termsOf(document, policy),
    agencies: new Map(agencies),
    cells: inputs && new Cells(inputs, document.options.map, names),
    inputs: document.inputs.map(({ role, path }) => ({ role, name: path })),
  };
}

/** The claim as it is now. */
export const claimNow = (
  { policy, terms, claims, inputs, options }: Run,
  names?: ReadonlyMap<string, string>,
): ComparedClaim => ({
  policy,
  policyHash: policyHash(policy),
  terms,
  agencies: new Map(
    claims.map(({ agency, officers }) => [
      agency.id,
      comparedAgency(
        agency,
        officers.map(({ officer }) => officer),
      ),
    ]),
  ),
  cells: new Cells(inputs, options.map, names),
  inputs: inputs.tables,
});

/** What the figures of an officer rest on; of the agency alone where there is none. */
export function basisOf(
  { policy, policyHash, terms }: ComparedClaim,
  { records, officers }: ComparedAgency,
  officer: Officer | null,
): Basis {
  const { quarter, readings } = terms;
  const earlier = terms.earlier.map((then) => then.quarter.id);
  const known = [...earlier, quarter.id];
  const actuals = officer?.actuals.filter((one) => known.includes(one.quarter));
  return {
    officerId: officer?.id ?? "",
    rows: officer?.spans ?? [],
    actuals: new Map(actuals?.map((one) => [one.quarter, one])),
    equipmentCost: officer?.equipmentCost ?? null,
    placements: records.placements.filter((one) => one.quarter === quarter.id),
    prior: records.prior,
    payrollQuarters: new Set([...records.payrollQuarters].filter((id) => earlier.includes(id))),
    agreements: records.agreements,
    policy,
    policyHash,
    readings,
    quarter,
    officers: officer ? [] : [...officers.values()],
  };
}
