import { headerMap } from "../ingest/columns.ts";
import { type InputFile, type Inputs, readInputs } from "../ingest/inputs.ts";
import { Problems } from "../ingest/problems.ts";
import { POLICY_287G, type Policy, PolicyGap } from "../policy/policy.ts";
import { chainClaims } from "./chain.ts";
import { type ClaimFile, readClaim } from "./claim-file.ts";
import { type Difference, differencesOf } from "./differences.ts";
import { claimDocument } from "./document.ts";
import { type FoundInput, InputFinder, type InputStatus } from "./find-inputs.ts";
import { isReleased, policyHash, policyOfHash } from "./policies.ts";
import type { PriorByAgency } from "./prior.ts";
import { quarterNamed } from "./quarter-named.ts";
import { policyStated, recomputedFromRows, termsOf } from "./rebuild.ts";
import type { Run, RunOptions } from "./run.ts";
import type { ClaimDocument } from "./schema.ts";
import { takePrior } from "./take-prior.ts";
import { amendmentDifferences } from "./verify-amendment.ts";

/** The claims-verify/1 document: what came of verifying one claim. */
export interface Verification {
  readonly schema: "claims-verify/1";
  readonly claim: string;
  readonly sha256: string;
  readonly status: "verified" | "consistent" | "differs";
  readonly ok: boolean;
  readonly policy: "same" | "other" | "unknown";
  readonly inputs: readonly { readonly path: string; readonly status: InputStatus }[];
  readonly differences: readonly Difference[];
}

/** How claims are verified. */
export interface VerifyOptions {
  /** Where inputs are looked for after the folder of the claim. */
  readonly folders: readonly string[];
  /** Whether it is enough that the figures agree with the document's own rows. */
  readonly withoutInputs: boolean;
  /** A policy that was never released, to be found by its hash too. */
  readonly policy: Policy | undefined;
}

/** What a release alone knows, and what names the claim amended, is not recomputed. */
const NOT_RECOMPUTED = new Set(["generator", "amends"]);
/** What only the inputs can give. */
const OF_INPUTS = new Set([...NOT_RECOMPUTED, "inputs", "warnings", "incomplete", "derivation"]);

/** Verifies claims one after the other; what several of them rest on is read once. */
export class Verifier {
  private readonly options: VerifyOptions;
  private readonly finder: InputFinder;
  private lastRead: { readonly key: string; readonly inputs: Inputs; readonly problems: Problems } | undefined;

  constructor(options: VerifyOptions) {
    this.options = options;
    this.finder = new InputFinder(options.folders);
  }

  /** Recomputes a claim and compares every value. @param folder that of the claim */
  async verify(file: ClaimFile, folder: string): Promise<Verification> {
    const { document } = file;
    const known = policyOfHash(document.policy.sha256, this.options.policy);
    const found = this.finder.inputsOf(document, folder);
    const prior = priorFiles(document).map(({ path, sha256 }) => this.finder.byHash(path, sha256, folder));
    const filed = file.amendment
      ? [this.finder.byHash(file.amendment.filed.path, file.amendment.filed.sha256, folder)]
      : [];
    const inputs = [...found, ...prior, ...filed];
    const whole = document.inputs.length > 0 && inputs.every(({ status }) => status === "same");
    const differences = await this.recompute(file, known, whole ? { found, prior } : undefined);
    differences.push(...(await amendmentDifferences(file, filed[0]?.bytes)));
    const status = differences.length > 0 ? "differs" : whole ? "verified" : "consistent";
    return {
      schema: "claims-verify/1",
      claim: file.name,
      sha256: file.sha256,
      status,
      ok: status === "verified" || (status === "consistent" && this.options.withoutInputs),
      policy: known === undefined ? "unknown" : policyHash(POLICY_287G) === document.policy.sha256 ? "same" : "other",
      inputs: inputs.map(({ path, status }) => ({ path, status })),
      differences,
    };
  }

  private async recompute(
    { document, amendment }: ClaimFile,
    known: Policy | undefined,
    from: FoundFiles | undefined,
  ): Promise<Difference[]> {
    const at = amendment ? ["claim"] : [];
    const policy = known ?? policyStated(document);
    const differences: Difference[] = [];
    const add = (path: string, filed: unknown): void => {
      differences.push({ path: [...at, path].join("."), filed, recomputed: null });
    };
    if (!isReleased(document.generator)) add("generator", document.generator);
    if (!known) add("policy.sha256", document.policy.sha256);
    const skipped = known ? [] : ["sha256"];
    try {
      const again = from ? await this.fromInputs(document, policy, from) : undefined;
      if (again) differences.push(...differencesOf(document, again, at, new Set([...NOT_RECOMPUTED, ...skipped])));
      if (differences.length === 0 || !again) {
        const fromRows = recomputedFromRows(document, policy);
        differences.push(...differencesOf(document, fromRows, at, new Set([...OF_INPUTS, ...skipped])));
      }
    } catch (error) {
      if (!(error instanceof PolicyGap)) throw error;
      add("quarter.id", document.quarter.id);
    }
    return differences;
  }

  /** The document computed again from its inputs, with its own options. */
  private async fromInputs(document: ClaimDocument, policy: Policy, from: FoundFiles): Promise<ClaimDocument> {
    const { inputs, problems } = this.read(document, policy, from.found);
    const ids = new Set(document.claims.map(({ agency_id }) => agency_id));
    const whole = (document.incomplete?.agencies ?? []).some(({ agency_id }) => !ids.has(agency_id));
    const agencies = whole ? inputs.agencies : inputs.agencies.filter(({ id }) => ids.has(id));
    const options = { ...optionsOf(document), prior: await priorOf(document, from.prior) };
    const now = { ...inputs, agencies };
    return claimDocument(runOf(document, policy, options, now, problems));
  }

  /** Reads the inputs, or takes those read last where they are the same. */
  private read(document: ClaimDocument, policy: Policy, found: readonly FoundInput[]) {
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
    if (this.lastRead?.key === key) return this.lastRead;
    const problems = new Problems(redact, rejects);
    const { rounding } = readings;
    const asked = { agency, map: headerMap(map), quarter, programmeStart, rounding, today: () => 0 };
    this.lastRead = { key, inputs: readInputs(files, asked, problems), problems };
    return this.lastRead;
  }
}

interface FoundFiles {
  readonly found: readonly FoundInput[];
  readonly prior: readonly FoundInput[];
}

function optionsOf({ options, incomplete, claims }: ClaimDocument) {
  const computed = new Set(claims.map(({ agency_id }) => agency_id));
  return {
    agency: options.agency,
    map: options.map,
    redact: options.redact ?? false,
    rejects: (incomplete?.agencies ?? []).some(({ agency_id }) => computed.has(agency_id)),
  };
}

/** The files of prior claims that a document says it counted, each once. */
function priorFiles({ claims }: ClaimDocument): { readonly path: string; readonly sha256: string }[] {
  const files = new Map<string, { path: string; sha256: string }>();
  for (const { prior = [] } of claims)
    for (const { path, sha256 } of prior)
      if (path !== undefined && sha256 !== undefined) files.set(JSON.stringify([path, sha256]), { path, sha256 });
  return [...files.values()];
}

async function priorOf(document: ClaimDocument, found: readonly FoundInput[]): Promise<PriorByAgency> {
  const files = await Promise.all(found.map(({ path, bytes }) => readClaim(path, bytes ?? Buffer.alloc(0))));
  const agencies = new Set(document.claims.map(({ agency_id }) => agency_id));
  const before = quarterNamed(document.quarter.id);
  return takePrior(files, { before, samePolicy: () => true, agencies }, new Problems());
}

/** The run of a document; where it was one of several quarters, after those before it. */
function runOf(
  { claims, policy: { readings }, quarter }: ClaimDocument,
  policy: Policy,
  options: RunOptions,
  inputs: Inputs,
  problems: Problems,
): Run {
  const chained = new Set(claims.flatMap(({ prior = [] }) => prior.flatMap((one) => (one.path ? [] : one.quarter))));
  const quarters = [...chained, quarter.id].map(quarterNamed).sort((a, b) => a.start - b.start);
  const detail = claims.some(({ officers }) => officers.some(({ derivation }) => derivation))
    ? "derivations"
    : "officers";
  const runs = chainClaims({ policy, readings, options, inputs, problems }, quarters, detail);
  return runs.find(({ terms }) => terms.quarter.id === quarter.id) ?? (runs[0] as Run);
}
