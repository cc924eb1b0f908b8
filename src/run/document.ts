import type { ClaimDocument, ClaimFigures } from "../document/schema.ts";
import type { AgencyClaim } from "../engine/agency.ts";
import type { Problem } from "../problems/problems.ts";
import { claimProblems } from "./claim-warnings.ts";
import type { Run } from "./run.ts";

/** The claims/1 document of some agencies of a run, with the warnings that concern them. @param figures of the same claims */
export function documentOf(
  run: Run,
  claims: readonly AgencyClaim[] = run.claims,
  figures?: ClaimFigures,
): ClaimDocument {
  const ids = new Set(claims.map(({ agency }) => agency.id));
  const leftOut = claims === run.claims ? run.leftOut : run.leftOut.filter(({ agency }) => ids.has(agency));
  return run.writer.document({ claims, leftOut, inputs: run.inputs }, warningsOf(run, claims, ids), figures);
}

/** The warnings of the inputs that concern these agencies, and those that their claims show. */
function warningsOf(
  { problems, terms, inputs }: Run,
  claims: readonly AgencyClaim[],
  ids: ReadonlySet<string>,
): ClaimDocument["warnings"] {
  const ofInputs = problems.concerning(ids).filter(({ fromClaim }) => !fromClaim);
  const ofClaims = claims.flatMap((claim) => claimProblems(claim, terms, inputs));
  return [...ofInputs, ...countedOnly(problems, inputs), ...ofClaims]
    .filter(({ severity }) => severity === "warning")
    .map(({ code, message, where, line }) => ({
      code,
      message,
      file: typeof where === "string" || where === null ? where : where.name,
      line,
    }));
}

/** Of kinds of which there are too many to keep, how many more there are. */
const countedOnly = ({ beyond }: Run["problems"], { tables }: Run["inputs"]): Problem[] =>
  beyond
    .filter(
      ({ first: { fromClaim, where } }) => !fromClaim && (where === null || tables.some((table) => table === where)),
    )
    .map(({ first, count }) => ({ ...first, line: null, message: `and ${count} more of this kind in the file` }));
