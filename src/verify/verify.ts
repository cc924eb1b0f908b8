import { type FoundInput, InputFinder, type InputStatus } from "../document/find-inputs.ts";
import { quarterNamed } from "../document/quarter-named.ts";
import type { ClaimFile } from "../document/read.ts";
import { policyStated, recomputedFromRows } from "../document/records.ts";
import type { ClaimDocument } from "../document/schema.ts";
import { claimDocument } from "../document/write.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { policyHash } from "../policy/hash.ts";
import { isReleased, policyOfHash } from "../policy/known.ts";
import { POLICY_287G, type Policy, PolicyGap } from "../policy/policy.ts";
import type { Problems } from "../problems/problems.ts";
import { chainClaims } from "../run/chain.ts";
import { FiledReader, optionsOf, priorFiles, priorOf } from "../run/reread.ts";
import type { Run, RunOptions } from "../run/run.ts";
import { version } from "../version.ts";
import { amendmentDifferences } from "./amendment.ts";
import { derivationDifferences } from "./derivation-values.ts";
import { type Difference, differencesOf } from "./differences.ts";

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
/** What each release words in its own way: compared in claims of this one only. */
const OF_RELEASE = ["warnings", "derivation"];
/** What only the inputs can give. */
const OF_INPUTS = new Set([...NOT_RECOMPUTED, "inputs", "warnings", "incomplete", "derivation"]);

/** Verifies claims one after the other; what several of them rest on is read once. */
export class Verifier {
  private readonly options: VerifyOptions;
  private readonly finder: InputFinder;
  private readonly reader: FiledReader;

  constructor(options: VerifyOptions) {
    this.options = options;
    this.finder = new InputFinder(options.folders);
    this.reader = new FiledReader(this.finder);
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
    const skipped = [...(known ? [] : ["sha256"]), ...(document.generator === `claims ${version}` ? [] : OF_RELEASE)];
    try {
      const again = from ? await this.fromInputs(document, policy, from) : undefined;
      if (again) differences.push(...differencesOf(document, again, at, new Set([...NOT_RECOMPUTED, ...skipped])));
      if (differences.length === 0 || !again) {
        const fromRows = recomputedFromRows(document, policy);
        differences.push(...differencesOf(document, fromRows, at, new Set([...OF_INPUTS, ...skipped])));
        differences.push(...derivationDifferences(document, at));
      }
    } catch (error) {
      if (!(error instanceof PolicyGap)) throw error;
      add("quarter.id", document.quarter.id);
    }
    return differences;
  }

  /** The document computed again from its inputs, with its own options. */
  private async fromInputs(document: ClaimDocument, policy: Policy, from: FoundFiles): Promise<ClaimDocument> {
    const { inputs, problems } = this.reader.read(document, policy, from.found);
    const ids = new Set(document.claims.map(({ agency_id }) => agency_id));
    const whole = (document.incomplete?.agencies ?? []).some(({ agency_id }) => !ids.has(agency_id));
    const agencies = whole ? inputs.agencies : inputs.agencies.filter(({ id }) => ids.has(id));
    const options = { ...optionsOf(document), prior: await priorOf(document, from.prior) };
    const now = { ...inputs, agencies };
    return claimDocument(runOf(document, policy, options, now, problems));
  }
}

interface FoundFiles {
  readonly found: readonly FoundInput[];
  readonly prior: readonly FoundInput[];
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
