import type { ClaimDocument } from "./schema.ts";

/** A claim without what may be a name. */
export const redacted = (document: ClaimDocument): ClaimDocument =>
  document.options.redact === true
    ? document
    : {
        ...document,
        claims: document.claims.map(({ officers, ...claim }) => ({
          ...claim,
          officers: officers.map((officer) => ({ ...officer, officer_name: null })),
        })),
        warnings: [],
      };
