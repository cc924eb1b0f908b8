import type { ClaimFile } from "../document/read.ts";
import { policyStated } from "../document/records.ts";
import { isReleased, knownPolicies, policyHash } from "../policy/known.ts";
import { POLICY_287G, type Policy, PolicyGap } from "../policy/policy.ts";
import { InputFinder, type InputStatus } from "../run/find-inputs.ts";
import { FiledReader } from "../run/reread.ts";
import { version } from "../version.ts";
import { type Difference, differencesOf } from "./differences.ts";
import { amendmentDifferences, derivationDifferences } from "./own-figures.ts";
import { type FoundFiles, recomputedFromInputs, recomputedFromRows } from "./recompute.ts";

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
const NOT_RECOMPUTED = ["generator", "amends"];
/** What each release words in its own way: compared in claims of this one only. */
const OF_RELEASE = ["warnings", "derivation"];
/** What only the inputs can give. */
const OF_INPUTS = ["inputs", "warnings", "incomplete", "derivation"];

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
    const found = { inputs: this.finder.inputsOf(document, folder), prior: this.finder.priorOf(document, folder) };
    const filed = amendment ? [this.finder.byHash(amendment.filed, folder)] : [];
    const inputs = [...found.inputs, ...found.prior, ...filed];
    const whole = document.inputs.length > 0 && inputs.every(({ status }) => status === "same");
    const differences = await this.differences(file, whole ? found : undefined);
    if (amendment) differences.push(...(await amendmentDifferences(amendment, filed[0]?.file?.bytes)));
    const status = differences.length > 0 ? "differs" : whole ? "verified" : "consistent";
    return {
      schema: "claims-verify/1",
      claim: file.name,
      sha256: file.sha256,
      status,
      ok: status === "verified" || (status === "consistent" && this.options.withoutInputs),
      policy: hash === this.ownPolicy ? "same" : this.policies.has(hash) ? "other" : "unknown",
      inputs: inputs.map(({ path, status }) => ({ path, status })),
      differences,
    };
  }

  /** The values that come out otherwise: from the inputs where they were found, else from the claim's own rows. */
  private async differences({ document, amendment }: ClaimFile, found: FoundFiles | undefined): Promise<Difference[]> {
    const at = amendment ? ["claim"] : [];
    const known = this.policies.get(document.policy.sha256);
    const policy = known ?? policyStated(document);
    const differences: Difference[] = [];
    const add = (path: string, filed: unknown): void => {
      differences.push({ path: [...at, path].join("."), filed, recomputed: null });
    };
    if (!isReleased(document.generator)) add("generator", document.generator);
    if (!known) add("policy.sha256", document.policy.sha256);
    const isOfThisRelease = document.generator === `claims ${version}`;
    const skipped = [...NOT_RECOMPUTED, ...(known ? [] : ["sha256"]), ...(isOfThisRelease ? [] : OF_RELEASE)];
    try {
      if (found) {
        const again = await recomputedFromInputs(document, policy, found, this.reader);
        differences.push(...differencesOf(document, again, at, new Set(skipped)));
      }
      if (differences.length === 0 || !found) {
        const fromRows = recomputedFromRows(document, policy);
        differences.push(...differencesOf(document, fromRows, at, new Set([...skipped, ...OF_INPUTS])));
        differences.push(...derivationDifferences(document, at));
      }
    } catch (error) {
      if (!(error instanceof PolicyGap)) throw error;
      add("quarter.id", document.quarter.id);
    }
    return differences;
  }
}
