import type { ClaimFile } from "../document/read.ts";
import type { ClaimDocument } from "../document/schema.ts";
import { invoiceOf } from "../document/write.ts";
import { type Money, moneyFromText } from "../engine/values/money.ts";
import { unsoundClaim, unsoundDocument } from "../run/sums.ts";

/** What is kept of a filed claim of one agency; the rest is read again where it is wanted. */
export interface Filed {
  readonly agency: string;
  readonly quarter: string;
  /** Of its file, or of its line of NDJSON. */
  readonly sha256: string;
  /** Its file. */
  readonly name: string;
  readonly invoice: string;
  readonly claimed: Money;
  readonly estimated: Money;
  readonly award: Money;
  /** null: no rate. */
  readonly awardStatus: "indicated" | "determined" | null;
  /** The SHA-256 of the claim that it amends. */
  readonly amends: string | null;
  /** The agencies that its document left out for errors. */
  readonly leftOut: readonly string[];
  /** Reads its document again. */
  readonly again: () => Promise<ClaimDocument>;
}

/** The claims of a file, an agency each, or what of its sums is wrong. */
export function filedOf(file: ClaimFile, again: () => Promise<ClaimDocument>): Filed[] | string {
  const { document, sha256, name } = file;
  const unsound = unsoundDocument(document) ?? document.claims.map(unsoundClaim).find((one) => one !== undefined);
  if (unsound !== undefined) return unsound;
  return document.claims.map(({ agency_id: agency, request, totals, placement }) => ({
    agency,
    quarter: document.quarter.id,
    sha256,
    name,
    invoice: request?.invoice ?? invoiceOf(agency, document.quarter.id),
    claimed: moneyFromText(totals.total),
    estimated: moneyFromText(totals.estimated),
    award: moneyFromText(totals.award),
    awardStatus: placement?.status ?? null,
    amends: document.amends ?? null,
    leftOut: document.incomplete?.agencies.map(({ agency_id }) => agency_id) ?? [],
    again,
  }));
}
