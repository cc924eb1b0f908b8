import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { AgencyDocument, ClaimDocument } from "../document/schema.ts";
import { invoiceOf, nextInvoice } from "../document/write.ts";
import { type PathStep, pathText } from "../files/json.ts";
import { PROFILE, readFile, UnreadableFile } from "../files/read.ts";
import { type Profile, readProfile } from "../ingest/profile.ts";
import type { Difference } from "./differences.ts";

/** What came of the requests of a claim, of which its inputs say nothing. */
export interface ComparedRequests {
  /** What no run writes. */
  readonly differences: readonly Difference[];
  /** Paths of what may be otherwise than it was filed. */
  readonly notCompared: readonly string[];
}

/**
 * Compares the request of each agency with the agency, the quarter, the claim that is amended and the profile beside it. The
 * profile may have changed since: what differs from it is not wrong, but not compared.
 * @param amended the claim that it amends, where that is there @param folders where the profile may lie @param at where the document begins
 */
export function compareRequests(
  { claims, quarter, amends }: ClaimDocument,
  amended: ClaimDocument | undefined,
  folders: readonly string[],
  at: readonly PathStep[],
): ComparedRequests {
  const differences: Difference[] = [];
  const notCompared: string[] = [];
  const profiles = claims.some(({ request }) => request?.agency ?? request?.bill_to) ? profilesIn(folders) : [];
  const isOfProfile = (part: "agency" | "bill_to", value: unknown): boolean =>
    value === undefined || profiles.some((profile) => isDeepStrictEqual(profile[part], value));
  claims.forEach(({ agency_id: id, request }, index) => {
    if (!request) return;
    const path = (...steps: string[]): string => pathText([...at, "claims", index, "request", ...steps]);
    const own = amends === undefined ? invoiceOf(id, quarter.id) : numberAfter(id, amended);
    if (request.invoice !== own) notCompared.push(path("invoice"));
    const { agency: who, bill_to } = request;
    if (who?.id !== undefined && who.id !== id)
      differences.push({ path: path("agency", "id"), filed: who.id, recomputed: id });
    else if (!isOfProfile("agency", who)) notCompared.push(path("agency"));
    if (!isOfProfile("bill_to", bill_to)) notCompared.push(path("bill_to"));
  });
  return { differences, notCompared };
}

/** The number that an amendment has where none is given; undefined where the claim that it amends is not there. */
function numberAfter(id: string, amended: ClaimDocument | undefined): string | undefined {
  const filed: AgencyDocument | undefined = amended?.claims.find(({ agency_id }) => agency_id === id);
  return amended && nextInvoice(filed?.request?.invoice ?? invoiceOf(id, amended.quarter.id));
}

function profilesIn(folders: readonly string[]): Profile[] {
  return folders.flatMap((folder) => {
    const profile = profileAt(join(folder, PROFILE));
    return profile && !("faults" in profile) ? [profile] : [];
  });
}

function profileAt(path: string): ReturnType<typeof readProfile> | undefined {
  try {
    const bytes = readFile(path);
    return bytes && readProfile(bytes.toString());
  } catch (error) {
    // No claim is the worse for a profile that cannot be read.
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}
