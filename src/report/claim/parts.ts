import type { ClaimDocument, ClaimFigures } from "../../document/schema.ts";
import type { Policy } from "../../policy/policy.ts";
import { documentOf } from "../../run/document.ts";
import type { Run } from "../../run/run.ts";
import { type ComparedReading, compareReadings } from "../../whatif/readings.ts";

/** The parts of a claim that formats show. Each is made when it is asked for, so that no format waits for another's. */
export interface ClaimParts {
  /** The figures alone, for what shows no more. */
  readonly figures: () => ClaimFigures;
  /** The claim document. */
  readonly document: () => ClaimDocument;
  /** The same as one document an agency. */
  readonly ofAgencies: () => ClaimDocument[];
  /** What each other value of each reading would make of it. */
  readonly worth: () => readonly ComparedReading[];
  readonly policy: Policy;
  /** Readings and policy that are not the default, as they are said beside the outcome. */
  readonly changed: readonly string[];
}

/** The claims of a run as formats take them. */
export const claimParts = (run: Run, changed: readonly string[] = []): ClaimParts => ({
  figures: () => run.writer.figures(run),
  document: () => documentOf(run),
  ofAgencies: () => run.claims.map((claim) => documentOf(run, [claim])),
  worth: () => compareReadings(run),
  policy: run.policy,
  changed,
});
