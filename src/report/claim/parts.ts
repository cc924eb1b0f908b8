import type { ClaimDocument, ClaimFigures } from "../../document/schema.ts";
import type { AgencyClaim } from "../../engine/agency.ts";
import type { Policy } from "../../policy/policy.ts";
import { documentOf } from "../../run/document.ts";
import { claimsOf, type Run } from "../../run/run.ts";
import { type ComparedReading, compareReadings } from "../../whatif/readings.ts";
import { leftOutText } from "./incomplete.ts";

/** The parts of a claim that formats show. Each is made when it is asked for, so that no format waits for another's. */
export interface ClaimParts {
  /** The figures alone, for what shows no more. */
  readonly figures: () => ClaimFigures;
  /** The claim document. */
  readonly document: () => ClaimDocument;
  /** The same as one document an agency. */
  readonly ofAgencies: () => Iterable<ClaimDocument>;
  /** The figures alone of one agency after the other. */
  readonly figuresOfAgencies: () => Iterable<ClaimFigures>;
  /** What is left out; empty where nothing is. */
  readonly leftOut: () => string;
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
  *ofAgencies() {
    for (const claim of claimsOf(run)) yield documentOf(run, [claim]);
  },
  *figuresOfAgencies() {
    for (const claim of claimsOf(run)) yield run.writer.figures({ claims: [claim], leftOut: [], inputs: run.inputs });
  },
  leftOut: () => leftOutOf(run),
  worth: () => compareReadings(run),
  policy: run.policy,
  changed,
});

function leftOutOf(run: Run): string {
  const { leftOut, inputs, writer } = run;
  if (leftOut.length === 0) return "";
  const some = new Set(leftOut.map(({ agency }) => agency));
  const claims: AgencyClaim[] = [];
  for (const claim of claimsOf(run)) if (some.has(claim.agency.id)) claims.push(claim);
  return leftOutText(writer.figures({ claims, leftOut, inputs }));
}
