import { withPrior } from "../document/prior.ts";
import { quarterNamed, recordsOf, termsOf } from "../document/records.ts";
import type { ClaimDocument } from "../document/schema.ts";
import { ClaimWriter } from "../document/write.ts";
import { claimAgency } from "../engine/agency.ts";
import type { Policy } from "../policy/policy.ts";
import { chainClaims } from "../run/chain.ts";
import type { FoundInput } from "../run/find-inputs.ts";
import { type FiledReader, optionsOf, priorIn } from "../run/reread.ts";
import type { Run } from "../run/run.ts";

/** The files that a claim rests on; all of them were found. */
export interface FoundFiles {
  readonly inputs: readonly FoundInput[];
  readonly prior: readonly FoundInput[];
}

/** The run of a document again, from its inputs and with its own options. */
export async function runAgain(
  document: ClaimDocument,
  policy: Policy,
  found: FoundFiles,
  reader: FiledReader,
): Promise<Run> {
  const { inputs, problems } = reader.read(document, policy, found.inputs);
  const ids = new Set(document.claims.map(({ agency_id }) => agency_id));
  const whole = (document.incomplete?.agencies ?? []).some(({ agency_id }) => !ids.has(agency_id));
  const agencies = whole ? inputs.agencies : inputs.agencies.filter(({ id }) => ids.has(id));
  const before = quarterNamed(document.quarter.id);
  const prior = await priorIn(found.prior, { before, agencies: ids });
  const now = withPrior({ ...inputs, agencies }, prior);
  const { readings } = document.policy;
  const detail = document.claims.some(({ officers }) => officers.some(({ derivation }) => derivation))
    ? "derivations"
    : "officers";
  const chain = { policy, readings, options: optionsOf(document), inputs: now, problems };
  const runs = chainClaims(chain, quartersOf(document), detail);
  return runs.find(({ terms }) => terms.quarter.id === document.quarter.id) as Run;
}

/** The quarter of a document; where it was one of several of a run, after those before it. */
function quartersOf({ claims, quarter }: ClaimDocument) {
  const chained = claims.flatMap(({ prior = [] }) => prior.flatMap((one) => (one.path ? [] : one.quarter)));
  return [...new Set([...chained, quarter.id])].map(quarterNamed).sort((a, b) => a.start - b.start);
}

/** A document computed again from its own rows, without what only the inputs can give. */
export function recomputedFromRows(document: ClaimDocument, policy: Policy): ClaimDocument {
  const terms = termsOf(document, policy);
  const agencies = document.claims.map((claim) => recordsOf(claim, terms.quarter.id));
  const { agency, map, set = {}, redact = false } = document.options;
  const claims = agencies.map((one) => claimAgency(one, terms));
  const inputs = { tables: [], rosters: new Map() };
  return new ClaimWriter(policy, terms, { agency, map, set, redact }).document({ claims, leftOut: [], inputs }, []);
}
