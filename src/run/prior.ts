import { type FiledPrior, inOrder, type PriorByAgency, priorOfDocument } from "../document/prior.ts";
import type { ClaimFile } from "../document/read.ts";
import type { AgencyDocument } from "../document/schema.ts";
import { quarterOfId } from "../engine/rules/fiscal-quarter.ts";
import type { Quarter } from "../engine/values/calendar.ts";
import { printable } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { counted, few } from "../problems/words.ts";
import { unsoundClaim, unsoundDocument } from "./sums.ts";

/** What prior claims are taken for. */
export interface Taking {
  /** Prior claims are of quarters before this one. */
  readonly before: Quarter;
  /** Those of this fiscal year, which is computed whole, stand in it whatever their quarter. */
  readonly year?: string;
  /** Whether a policy, by its hash, is that of the run. */
  readonly samePolicy: (sha256: string) => boolean;
  /** The ids of the run's agencies. */
  readonly agencies: ReadonlySet<string>;
}

/**
 * The prior claims of a run's agencies. An amendment stands for the claim that it amends. A claim that cannot count is
 * reported, by its name, as an error of the agency concerned; agencies that are not in the run are counted in one notice, and
 * so are claims of the run's own agency and quarter, which are its earlier selves.
 */
export function takePrior(files: readonly ClaimFile[], taking: Taking, problems: Problems): PriorByAgency {
  const found = new Map<string, FiledPrior[]>();
  const others = new Set<string>();
  const own = new Set<string>();
  const all = standing(files);
  for (const file of all) {
    const unsound = unsoundDocument(file.document);
    for (const claim of file.document.claims)
      if (!taking.agencies.has(claim.agency_id)) others.add(claim.agency_id);
      else if (isOwn(file, taking)) own.add(file.name);
      else if (countsFor(claim, file, taking, unsound ?? unsoundClaim(claim), problems))
        addClaim(found, claim, file, problems);
  }
  for (const file of all) sayLeftOut(file, taking, found, problems);
  if (own.size > 0)
    problems.notice({
      code: "prior-of-this-quarter",
      message: `passed over ${few([...own].map(printable))}: of ${taking.before.id} itself, so no prior claim`,
    });
  if (others.size > 0)
    problems.notice({
      code: "prior-of-other-agencies",
      message: `passed over the prior claims of ${counted(others.size, "agency", "agencies")} not in this run: ${few([...others].map(printable))}`,
    });
  return new Map([...found].map(([id, claims]) => [id, inOrder(claims)]));
}

const isOwn = ({ document }: ClaimFile, { before, year }: Taking): boolean =>
  year === undefined && document.quarter.id === before.id;

/** Warns of agencies of the run that a prior claim left out whole, where no other claim has them. */
function sayLeftOut(
  { name, document: { quarter, claims, incomplete } }: ClaimFile,
  { agencies, before }: Taking,
  found: ReadonlyMap<string, readonly FiledPrior[]>,
  problems: Problems,
): void {
  if (quarter.id >= before.id) return;
  for (const { agency_id: id } of incomplete?.agencies ?? [])
    if (agencies.has(id) && !claims.some(({ agency_id }) => agency_id === id))
      if (!found.get(id)?.some((claim) => claim.quarter === quarter.id))
        problems.warning({
          code: "prior-incomplete",
          where: name,
          agency: id,
          message: `the prior claim for ${quarter.id} left ${printable(id)} out for errors`,
          remedy: "give the claim that was filed for it, if there is one",
        });
}

/** The claims without those that another one amends, and each file once. */
export function standing<F extends ClaimFile>(files: readonly F[]): F[] {
  const once = new Map(files.map((file) => [file.sha256, file]));
  const amended = new Set<F>();
  for (const by of once.values()) {
    const file = once.get(by.document.amends ?? "");
    if (file && standsFor(by, file)) amended.add(file);
  }
  return [...once.values()].filter((file) => !amended.has(file));
}

/** Whether an amendment stands for a claim, which must be of its quarter and of an agency of its own: else any claim could do away with any other. */
function standsFor({ document: by }: ClaimFile, { document }: ClaimFile): boolean {
  const has = new Set(by.claims.map(({ agency_id }) => agency_id));
  return by.quarter.id === document.quarter.id && document.claims.some(({ agency_id }) => has.has(agency_id));
}

/** @param unsound what of its sums is wrong, if anything */
function countsFor(
  claim: AgencyDocument,
  { name, document }: ClaimFile,
  taking: Taking,
  unsound: string | undefined,
  problems: Problems,
): boolean {
  const { quarter, policy } = document;
  const agency = claim.agency_id;
  const whose = `the prior claim of ${printable(agency)} for ${quarter.id}`;
  const start = quarterOfId(quarter.id)?.start ?? Number.POSITIVE_INFINITY;
  if (unsound !== undefined) {
    problems.error({
      code: "prior-does-not-add-up",
      where: name,
      agency,
      message: `${whose} does not add up: ${unsound}`,
      remedy: "give the claim as it was filed; `claims verify` shows where it does not agree",
    });
    return false;
  }
  if (start >= taking.before.start && quarterOfId(quarter.id)?.year.id !== taking.year) {
    problems.error({
      code: "prior-not-earlier",
      where: name,
      agency,
      message: `${whose} is not of a quarter before ${taking.before.id}`,
      remedy: "leave it out, or compute a later quarter; `claims amend` corrects a claim that was filed",
    });
    return false;
  }
  if (taking.samePolicy(policy.sha256)) return true;
  problems.error({
    code: "prior-other-policy",
    where: name,
    agency,
    message: `${whose} was computed with another policy: ${printable(policy.id)}, SHA-256 ${policy.sha256.slice(0, 12)}…`,
    remedy: "compute with the policy of the prior claims, or leave it out",
  });
  return false;
}

function addClaim(found: Map<string, FiledPrior[]>, claim: AgencyDocument, file: ClaimFile, problems: Problems): void {
  const quarter = file.document.quarter.id;
  const claims = found.get(claim.agency_id) ?? [];
  found.set(claim.agency_id, claims);
  const other = claims.find((one) => one.quarter === quarter);
  const { incomplete } = file.document;
  const partly = incomplete?.agencies.some(({ agency_id }) => agency_id === claim.agency_id) ?? false;
  if (!other)
    claims.push({
      ...priorOfDocument(quarter, claim),
      path: file.file,
      sha256: file.sha256,
      ...(partly && { incomplete: true }),
    });
  else
    problems.error({
      code: "second-prior",
      where: file.name,
      agency: claim.agency_id,
      message: `${printable(claim.agency_id)} has two prior claims for ${quarter}: ${other.path} and this one`,
      remedy: "give the one that was filed; an amendment made with `claims amend` stands for the claim that it amends",
    });
}
