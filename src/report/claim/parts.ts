import type { ClaimDocument, ClaimFigures } from "../../document/schema.ts";
import type { AgencyClaim } from "../../engine/agency.ts";
import { dayFromText } from "../../engine/values/calendar.ts";
import { READING_IDS } from "../../engine/values/ids.ts";
import { defaultReading, type Policy } from "../../policy/policy.ts";
import { documentOf } from "../../run/document.ts";
import { claimsOf, type Run } from "../../run/run.ts";
import { type ComparedReading, compareReadings } from "../../whatif/readings.ts";
import { leftOutText } from "./incomplete.ts";
import { policyOf, shownOf } from "./shown.ts";

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
  /** The SHA-256 of its JSON, where it was read from a file. */
  readonly sha256?: string;
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

/** A claim that was filed as formats take it: nothing is computed anew. @param sha256 of its JSON */
export function filedParts(document: ClaimDocument, sha256: string): ClaimParts {
  const policy = policyOf(document);
  const figuresOfAgencies = (): ClaimDocument[] =>
    document.claims.map((claim) => ({ ...document, claims: [claim], totals: { agencies: 1, ...claim.totals } }));
  return {
    figures: () => document,
    document: () => document,
    ofAgencies: figuresOfAgencies,
    figuresOfAgencies,
    leftOut: () => leftOutText(document),
    worth: () => shownOf(document, policy, sha256).worth,
    policy,
    sha256,
    changed: readingsChanged(document, policy),
  };
}

/** The readings of a claim that are not the policy's default. */
function readingsChanged({ policy: { readings }, quarter }: ClaimDocument, policy: Policy): string[] {
  const end = dayFromText(quarter.end) ?? 0;
  return READING_IDS.filter((id) => readings[id] !== defaultReading(policy, id, end, "the program").value).map(
    (id) => `${id}=${readings[id]}`,
  );
}

function leftOutOf(run: Run): string {
  const { leftOut, inputs, writer } = run;
  if (leftOut.length === 0) return "";
  const some = new Set(leftOut.map(({ agency }) => agency));
  const claims: AgencyClaim[] = [];
  for (const claim of claimsOf(run)) if (some.has(claim.agency.id)) claims.push(claim);
  return leftOutText(writer.figures({ claims, leftOut, inputs }));
}
