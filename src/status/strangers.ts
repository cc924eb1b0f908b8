import type { Filed } from "./filed.ts";
import type { StatusDocument } from "./status.ts";

/** A payment of an officer, and the request of the claim that it is of, which does not have the officer. */
export interface Stranger {
  readonly line: number;
  readonly agency: string;
  readonly officer: string;
  readonly invoice: string;
}

/** Payments of officers whom the claims that they are of do not have, in the order of the claims. */
export async function strangers({ claims }: StatusDocument, filed: readonly Filed[]): Promise<Stranger[]> {
  const found: Stranger[] = [];
  const key = (agency: string, sha256: string): string => `${sha256} ${agency}`;
  const byClaim = new Map(filed.map((one) => [key(one.agency, one.sha256), one]));
  for (const { agency_id: agency, sha256, invoice, payments } of claims) {
    if (payments.every(({ officer_id }) => officer_id === null)) continue;
    const document = await byClaim.get(key(agency, sha256))?.again();
    const claim = document?.claims.find(({ agency_id }) => agency_id === agency);
    const known = new Set(claim?.officers.map(({ officer_id }) => officer_id));
    for (const { line, officer_id: officer } of payments)
      if (officer !== null && !known.has(officer)) found.push({ line, agency, officer, invoice });
  }
  return found;
}
