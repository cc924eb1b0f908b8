import type { PriorByAgency } from "../document/prior.ts";
import { BadClaim, type ClaimFile, readClaim } from "../document/read.ts";
import { termsOf } from "../document/records.ts";
import type { ClaimDocument } from "../document/schema.ts";
import { UnreadableFile } from "../files/read.ts";
import { type Inputs, readInputs } from "../ingest/inputs.ts";
import { headerMap } from "../ingest/table/columns.ts";
import { sheetOf } from "../ingest/workbooks.ts";
import type { Policy } from "../policy/policy.ts";
import { Problems } from "../problems/problems.ts";
import { checkAgreement } from "./agreement.ts";
import type { FoundInput } from "./find-inputs.ts";
import { type Taking, takePrior } from "./prior.ts";
import type { RunOptions } from "./run.ts";

/** What was read again for a claim. */
interface Reread {
  readonly inputs: Inputs;
  readonly problems: Problems;
}

/** Reads the inputs of filed claims again; those that several claims in a row rest on are read once. */
export class FiledReader {
  private last: (Reread & { readonly key: string }) | undefined;

  /** Reads the inputs, or takes those read last where they are the same. @param found all inputs of the document, in its order */
  async read(document: ClaimDocument, policy: Policy, found: readonly FoundInput[]): Promise<Reread> {
    const { agency, map, set = {}, sheet, redact, rejects } = optionsOf(document);
    const terms = termsOf(document, policy);
    const { programmeStart, quarter } = terms;
    const { rounding } = terms.readings;
    const files = document.inputs.flatMap(({ role, path }, index) => {
      const file = found[index]?.file;
      return file && !isTwice(document.inputs, index)
        ? [{ role, name: path, bytes: file.bytes, sha256: file.sha256 }]
        : [];
    });
    const content = files.map(({ role, name, sha256 }) => [role, name, sha256]);
    const filed = documentsFiled(document);
    const options = [agency, map, set, sheet, redact, rejects];
    const key = JSON.stringify([options, programmeStart, quarter.id, rounding, content, [...filed]]);
    if (this.last?.key === key) return this.last;
    const problems = new Problems(redact, rejects);
    const asked = {
      agency,
      map: headerMap(map),
      set: new Map(Object.entries(set)),
      quarter,
      programmeStart,
      today: () => 0,
      hashOfDocument: (name: string) => filed.get(name),
    };
    const opened = await Promise.all(
      files.map(async (file) => ({ ...file, sheet: await sheetOf(file.role, file.bytes, sheet) })),
    );
    const inputs = readInputs(opened, asked, problems);
    checkAgreement(inputs, terms, problems);
    this.last = { key, inputs, problems };
    return this.last;
  }
}

/** Whether an input stands in a document before: of rates and payroll there is one each. */
export function isTwice(inputs: ClaimDocument["inputs"], index: number): boolean {
  const { role, path } = inputs[index] ?? {};
  return inputs.slice(0, index).some((one) => one.role === role && (role !== "roster" || one.path === path));
}

/** The hashes of the documents of evidence, as a claim was filed with them; whether they are still so is for the caller. */
function documentsFiled({ claims }: ClaimDocument): ReadonlyMap<string, string> {
  const lines = claims.flatMap(({ evidence }) => evidence?.lines ?? []);
  return new Map(lines.flatMap(({ document, sha256 }) => (sha256 === undefined ? [] : [[document, sha256]])));
}

/** What a document was asked for. */
export function optionsOf({ options, incomplete, claims }: ClaimDocument): RunOptions {
  const computed = new Set(claims.map(({ agency_id }) => agency_id));
  return {
    agency: options.agency,
    map: options.map,
    set: options.set ?? {},
    sheet: options.sheet,
    redact: options.redact ?? false,
    rejects: (incomplete?.agencies ?? []).some(({ agency_id }) => computed.has(agency_id)),
  };
}

/** A file that has the hash of a claim which another one rests on, and is no claim. */
export class NoClaim extends UnreadableFile {}

/** The claim in a file that has its hash. @throws NoClaim */
export async function claimIn(path: string, bytes: Buffer): Promise<ClaimFile> {
  try {
    return await readClaim(path, bytes);
  } catch (error) {
    throw error instanceof BadClaim ? new NoClaim(path, error) : error;
  }
}

/** The claims in files that were found. @throws NoClaim */
export const claimsIn = (found: readonly FoundInput[]): Promise<ClaimFile[]> =>
  Promise.all(found.flatMap(({ path, file }) => (file ? [claimIn(path, file.bytes)] : [])));

/** The prior claims in files that were found; all are of the policy of the claim that counted them. @throws NoClaim */
export const priorIn = async (
  found: readonly FoundInput[],
  taking: Pick<Taking, "before" | "agencies">,
): Promise<PriorByAgency> => takePrior(await claimsIn(found), { ...taking, samePolicy: () => true }, new Problems());
