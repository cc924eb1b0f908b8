import type { ClaimFile } from "../document/read.ts";
import { policyStated } from "../document/records.ts";
import type { AmendmentDocument, AmendmentLine, ClaimDocument } from "../document/schema.ts";
import type { Inputs } from "../ingest/inputs.ts";
import { isReleased, knownPolicies, policyHash } from "../policy/known.ts";
import { POLICY_287G, type Policy, PolicyGap } from "../policy/policy.ts";
import { documentOf } from "../run/document.ts";
import { InputFinder, type InputStatus } from "../run/find-inputs.ts";
import { claimIn, FiledReader, NoClaim } from "../run/reread.ts";
import type { Run } from "../run/run.ts";
import { version } from "../version.ts";
import { causeDifferences } from "./causes.ts";
import { type Difference, differencesOf } from "./differences.ts";
import { amendmentDifferences, derivationDifferences, inputDifferences, priorDifferences } from "./own-figures.ts";
import { type FoundFiles, recomputedFromRows, runAgain } from "./recompute.ts";
import { compareRequests } from "./request.ts";

/** The claims-verify/1 document: what came of verifying one claim. */
export interface Verification {
  readonly schema: "claims-verify/1";
  readonly claim: string;
  readonly sha256: string;
  readonly status: "verified" | "consistent" | "differs";
  readonly ok: boolean;
  readonly policy: "same" | "other" | "unknown";
  readonly inputs: readonly { readonly path: string; readonly status: InputStatus }[];
  /** The documents of which the claim has the hash; left out where there are none. */
  readonly evidence?: Verification["inputs"];
  readonly differences: readonly Difference[];
  /** Paths of what no input and no rule says; left out where there is none. Warnings are never compared. */
  readonly not_compared?: readonly string[];
}

/** A filed claim that an amendment is of. */
interface FiledAgain {
  readonly file: ClaimFile;
  readonly policy: Policy;
  /** Those that it was computed from, where its causes name their cells. */
  readonly inputs: Inputs | undefined;
}

/** How claims are verified. */
export interface VerifyOptions {
  /** Where inputs are looked for after the folder of the claim. */
  readonly folders: readonly string[];
  /** Whether it is enough that the figures agree with the document's own rows. */
  readonly withoutInputs: boolean;
  /** A policy that was never released, to be found by its hash too. */
  readonly policy: Policy | undefined;
  /** Gives the lines of an amendment again, as `claims amend` made them: amendedLines. */
  readonly amendedLines: (filed: FiledAgain, run: Run) => readonly AmendmentLine[];
}

/** What a release alone knows, what names the claim amended, warnings, which may speak of files beside, and who asks whom are not recomputed. */
const NOT_RECOMPUTED = ["generator", "amends", "warnings", "request"];
/** What each release words in its own way: compared in claims of this one only. */
const OF_RELEASE = ["derivation"];
/** What only the policy itself gives: the values that a claim states are not all of it. */
const OF_POLICY = ["sha256", "source"];
/** What claims have since release 1.1.0: one of 1.0.0 without them lacks nothing. */
const SINCE_1_1: ReadonlySet<string> = new Set(["hours", "authorization-years", "not_claimed", "evidence"]);
/** What only the inputs can give. */
const OF_INPUTS = ["inputs", "incomplete", "derivation"];

/** Verifies claims one after the other; what several of them rest on is read once. */
export class Verifier {
  private readonly options: VerifyOptions;
  private readonly policies: ReadonlyMap<string, Policy>;
  private readonly ownPolicy = policyHash(POLICY_287G);
  private readonly finder: InputFinder;
  private readonly reader = new FiledReader();

  constructor(options: VerifyOptions) {
    this.options = options;
    this.policies = knownPolicies(options.policy);
    this.finder = new InputFinder(options.folders);
  }

  /** Recomputes a claim and compares every value. @param folder that of the claim */
  async verify(file: ClaimFile, folder: string): Promise<Verification> {
    const { document, amendment } = file;
    const hash = document.policy.sha256;
    const found = {
      inputs: await this.finder.inputsOf(document, folder),
      prior: await this.finder.priorOf(document, folder),
    };
    const filed = amendment ? [await this.finder.byHash(amendment.filed, folder)] : [];
    const inputs = [...found.inputs, ...found.prior, ...filed];
    const whole = document.inputs.length > 0 && inputs.every(({ status }) => status === "same");
    const { differences, run } = await this.differences(file, whole ? found : undefined);
    const bytes = filed[0]?.file?.bytes;
    const amended = amendment && bytes ? await this.amended(amendment, bytes, differences) : undefined;
    if (amendment) differences.push(...amendmentDifferences(amendment, amended?.document));
    if (amendment && amended && run) differences.push(...(await this.causes(amendment, amended, run, folder)));
    const folders = [folder, ...this.options.folders];
    const requests = compareRequests(document, amended?.document, folders, amendment ? ["claim"] : []);
    differences.push(...requests.differences);
    // Of a claim that stands alone only a hash says which one it amends.
    const notCompared = [...(!amendment && document.amends !== undefined ? ["amends"] : []), ...requests.notCompared];
    const evidence = await this.finder.evidenceOf(document, folder);
    differences.push(
      ...evidence
        .filter(({ status }) => status === "changed")
        .map(({ path, sha256 }) => ({
          path: `evidence[${JSON.stringify(path)}].sha256`,
          filed: sha256,
          recomputed: null,
        })),
    );
    const status = differences.length > 0 ? "differs" : whole ? "verified" : "consistent";
    return {
      schema: "claims-verify/1",
      claim: file.name,
      sha256: file.sha256,
      status,
      ok: status === "verified" || (status === "consistent" && this.options.withoutInputs),
      policy: hash === this.ownPolicy ? "same" : this.policies.has(hash) ? "other" : "unknown",
      inputs: inputs.map(({ path, status }) => ({ path, status })),
      ...(evidence.length > 0 ? { evidence: evidence.map(({ path, status }) => ({ path, status })) } : {}),
      differences,
      ...(notCompared.length > 0 ? { not_compared: notCompared } : {}),
    };
  }

  /** The values that come out otherwise: from the inputs where they were found, else from the claim's own rows. */
  private async differences({ document, amendment }: ClaimFile, found: FoundFiles | undefined): Promise<Compared> {
    const at = amendment ? ["claim"] : [];
    const known = this.policies.get(document.policy.sha256);
    const policy = known ?? policyStated(document);
    const differences: Difference[] = [];
    const add = (path: string, filed: unknown): void => {
      differences.push({ path: [...at, path].join("."), filed, recomputed: null });
    };
    if (!isReleased(document.generator, document.policy.sha256)) add("generator", document.generator);
    if (!known) add("policy.sha256", document.policy.sha256);
    const skipped = [...NOT_RECOMPUTED, ...(known ? [] : OF_POLICY), ...(isOfThisRelease(document) ? [] : OF_RELEASE)];
    const unknown = document.generator === "claims 1.0.0" ? SINCE_1_1 : new Set<string>();
    let run: Run | undefined;
    try {
      if (found) {
        run = await runAgain(document, policy, found, this.reader);
        differences.push(...differencesOf(document, documentOf(run), at, new Set(skipped), unknown));
      }
      if (differences.length === 0 || !found) {
        const fromRows = recomputedFromRows(document, policy);
        differences.push(...differencesOf(document, fromRows, at, new Set([...skipped, ...OF_INPUTS]), unknown));
        differences.push(...derivationDifferences(document, at));
        differences.push(...inputDifferences(document, at));
      }
    } catch (error) {
      if (error instanceof PolicyGap) add("quarter.id", document.quarter.id);
      else if (error instanceof NoClaim) differences.push(...priorDifferences(document, error.path, at));
      else throw error;
    }
    return { differences, run };
  }

  /** The claim that an amendment is of; where its hash is that of no claim, that is a difference. */
  private async amended({ filed: { path, sha256 } }: AmendmentDocument, bytes: Buffer, differences: Difference[]) {
    try {
      return await claimIn(path, bytes);
    } catch (error) {
      if (!(error instanceof NoClaim)) throw error;
      differences.push({ path: "filed.sha256", filed: sha256, recomputed: null });
      return undefined;
    }
  }

  /** The causes of an amendment that come out otherwise, where the inputs of the filed claim are there too. */
  private async causes(amendment: AmendmentDocument, file: ClaimFile, run: Run, folder: string): Promise<Difference[]> {
    const { document } = file;
    const found = await this.finder.inputsOf(document, folder);
    if (!isOfThisRelease(amendment.claim) || found.some(({ status }) => status !== "same")) return [];
    const policy = this.policies.get(document.policy.sha256) ?? policyStated(document);
    const { inputs } = await this.reader.read(document, policy, found);
    // It may have been made where they were not, and then gives the values that the claim states.
    const ways = [inputs, undefined].map((one) => this.options.amendedLines({ file, policy, inputs: one }, run));
    return causeDifferences(amendment.lines, ways, [...document.inputs, ...amendment.claim.inputs]);
  }
}

const isOfThisRelease = ({ generator }: ClaimDocument): boolean => generator === `claims ${version}`;

/** What came of comparing a claim. */
interface Compared {
  readonly differences: Difference[];
  /** The run again, where the inputs were found. */
  readonly run: Run | undefined;
}
