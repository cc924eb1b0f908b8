import type { FoundInput, InputFinder } from "../document/find-inputs.ts";
import type { PriorByAgency } from "../document/prior.ts";
import { quarterNamed } from "../document/quarter-named.ts";
import { readClaim } from "../document/read.ts";
import { termsOf } from "../document/records.ts";
import type { ClaimDocument } from "../document/schema.ts";
import { type InputFile, type Inputs, readInputs } from "../ingest/inputs.ts";
import { headerMap } from "../ingest/table/columns.ts";
import type { Policy } from "../policy/policy.ts";
import { Problems } from "../problems/problems.ts";
import { checkAgreement } from "./agreement.ts";
import { takePrior } from "./prior.ts";

/** What was read again for a claim. */
interface Reread {
  readonly inputs: Inputs;
  readonly problems: Problems;
}

/** Reads the inputs of filed claims again; those that several claims in a row rest on are read once. */
export class FiledReader {
  private readonly finder: InputFinder;
  private last: (Reread & { readonly key: string }) | undefined;

  constructor(finder: InputFinder) {
    this.finder = finder;
  }

  /** Reads the inputs, or takes those read last where they are the same. */
  read(document: ClaimDocument, policy: Policy, found: readonly FoundInput[]): Reread {
    const { agency, map, redact, rejects } = optionsOf(document);
    const terms = termsOf(document, policy);
    const files: InputFile[] = document.inputs.map(({ role, path }, index) => ({
      role,
      name: path,
      bytes: found[index]?.bytes ?? Buffer.alloc(0),
    }));
    const { programmeStart, quarter, readings } = terms;
    const content = files.map(({ role, name, bytes }) => [role, name, this.finder.hashOf(bytes)]);
    const key = JSON.stringify([agency, map, redact, rejects, programmeStart, quarter.id, readings.rounding, content]);
    if (this.last?.key === key) return this.last;
    const problems = new Problems(redact, rejects);
    const asked = { agency, map: headerMap(map), quarter, programmeStart, today: () => 0 };
    const inputs = readInputs(files, asked, problems);
    checkAgreement(inputs, terms, problems);
    this.last = { key, inputs, problems };
    return this.last;
  }
}

/** What a document was asked for. */
export function optionsOf({ options, incomplete, claims }: ClaimDocument) {
  const computed = new Set(claims.map(({ agency_id }) => agency_id));
  return {
    agency: options.agency,
    map: options.map,
    redact: options.redact ?? false,
    rejects: (incomplete?.agencies ?? []).some(({ agency_id }) => computed.has(agency_id)),
  };
}

/** The files of prior claims that a document says it counted, each once. */
export function priorFiles({ claims }: ClaimDocument): { readonly path: string; readonly sha256: string }[] {
  const files = new Map<string, { path: string; sha256: string }>();
  for (const { prior = [] } of claims)
    for (const { path, sha256 } of prior)
      if (path !== undefined && sha256 !== undefined) files.set(JSON.stringify([path, sha256]), { path, sha256 });
  return [...files.values()];
}

/** The prior claims of a document, read again from their files. @param agencies those that they are wanted for */
export async function priorOf(document: ClaimDocument, found: readonly FoundInput[]): Promise<PriorByAgency> {
  const files = await Promise.all(found.map(({ path, bytes }) => readClaim(path, bytes ?? Buffer.alloc(0))));
  const agencies = new Set(document.claims.map(({ agency_id }) => agency_id));
  const before = quarterNamed(document.quarter.id);
  return takePrior(files, { before, samePolicy: () => true, agencies }, new Problems());
}
