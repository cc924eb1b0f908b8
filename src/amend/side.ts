import { priorStated } from "../document/prior.ts";
import { recordsOf, termsOf } from "../document/records.ts";
import type { ClaimDocument } from "../document/schema.ts";
import { overtimePaid } from "../engine/rules/actuals.ts";
import type { Actuals, Agency, Officer } from "../engine/values/records.ts";
import type { Terms } from "../engine/values/terms.ts";
import type { Inputs } from "../ingest/inputs.ts";
import type { Role } from "../ingest/text/rows.ts";
import type { Policy } from "../policy/policy.ts";
import type { Run } from "../run/run.ts";
import { CellPlaces } from "./cell-places.ts";
import type { State } from "./change-state.ts";

/** An agency's records with its officers by their ids. */
interface SideAgency {
  readonly records: Agency;
  readonly officers: ReadonlyMap<string, Officer>;
}

/** One of the two claims that an amendment compares: what its figures rest on, and where that stands. */
export interface Side {
  readonly policy: Policy;
  readonly terms: Terms;
  readonly agencies: ReadonlyMap<string, SideAgency>;
  /** Undefined where the inputs are not there. */
  readonly cells: CellPlaces | undefined;
  /** The names of the inputs of a role. */
  readonly names: (role: Role) => readonly string[];
}

const sideAgency = (records: Agency, officers: readonly Officer[]): SideAgency => ({
  records,
  officers: new Map(officers.map((officer) => [officer.id, officer])),
});

/** The claim that was filed: from its inputs where they are there, else from its own rows. */
export function filedSide(document: ClaimDocument, policy: Policy, inputs: Inputs | undefined): Side {
  const agencies = document.claims.map((claim): [string, SideAgency] => {
    const found = inputs?.agencies.find(({ id }) => id === claim.agency_id);
    const own = recordsOf(claim, document.quarter.id);
    const records = found ? { ...found, prior: priorStated(claim) } : own;
    const stated = own.officers as readonly Officer[];
    return [claim.agency_id, sideAgency(records, found ? [...found.officers] : stated)];
  });
  return {
    policy,
    terms: termsOf(document, policy),
    agencies: new Map(agencies),
    cells: inputs && new CellPlaces(inputs, document.options.map),
    names: (role) => document.inputs.filter((input) => input.role === role).map(({ path }) => path),
  };
}

/** The claim as it is now. */
export const sideOfRun = ({ policy, terms, claims, inputs, options }: Run): Side => ({
  policy,
  terms,
  agencies: new Map(
    claims.map(({ agency, officers }) => [
      agency.id,
      sideAgency(
        agency,
        officers.map(({ officer }) => officer),
      ),
    ]),
  ),
  cells: new CellPlaces(inputs, options.map),
  names: (role) => inputs.tables.filter((table) => table.role === role).map(({ name }) => name),
});

/** What the figures of an officer rest on; of the agency alone where no officer is named. */
export function stateOf({ policy, terms, agencies }: Side, agency: string, officerId: string | null): State {
  const found = agencies.get(agency);
  const officer = officerId === null ? undefined : found?.officers.get(officerId);
  const earlier = terms.earlier.map(({ quarter }) => quarter.id);
  const known = [...earlier, terms.quarter.id];
  return {
    officerId: officerId ?? "",
    slots: officer?.spans ?? [],
    actuals: new Map(
      (officer?.actuals ?? [])
        .filter(({ quarter }) => known.includes(quarter))
        .map((actuals) => [actuals.quarter, inDollars(actuals, terms)]),
    ),
    equipmentCost: officer?.equipmentCost ?? null,
    placements: found?.records.placements.filter(({ quarter }) => quarter === terms.quarter.id) ?? [],
    prior: found?.records.prior ?? [],
    payrollQuarters: new Set([...(found?.records.payrollQuarters ?? [])].filter((id) => earlier.includes(id))),
    policy,
    readings: terms.readings,
    quarter: terms.quarter,
    officers: officerId === null ? [...(found?.officers.values() ?? [])] : [],
  };
}

/** Actuals with hours × rate as the overtime that they are. */
function inDollars(actuals: Actuals, terms: Terms): Actuals {
  const { overtimeRows: _, ...rest } = actuals;
  return { ...rest, overtimePaid: overtimePaid(actuals, terms) };
}
