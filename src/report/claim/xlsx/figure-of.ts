import type { TotalsDocument } from "../../../document/schema.ts";
import type { OfficersSheet } from "./officers.ts";
import type { RatesSheet } from "./rates.ts";
import type { WorkedAgency } from "./worked.ts";

/** The sheets that totals take their figures from. */
export interface Sources {
  /** None where no officer is shown. */
  readonly officers: OfficersSheet | undefined;
  readonly rates: RatesSheet;
}

/** The same where officers are shown. */
export type OfficerSources = Sources & { readonly officers: OfficersSheet };

/** A figure of an agency's totals as formulas name it; undefined where no sheet has it. */
export function figureOf(
  key: keyof TotalsDocument,
  agency: WorkedAgency,
  { officers, rates }: Sources,
): string | undefined {
  if (key === "vehicles") return rates.has(key) ? rates.of(key, agency) : undefined;
  if (!officers) return undefined;
  switch (key) {
    case "officers":
      return officers.all(agency);
    case "claimed_officers":
      return officers.above("total", agency);
    case "award_officers":
      return officers.above("award", agency);
    case "total": {
      const vehicles = rates.has("vehicles") ? `+${rates.of("vehicles", agency)}` : "";
      return `${officers.sum("total", agency)}${vehicles}`;
    }
    default:
      return officers.has(key) ? officers.sum(key, agency) : undefined;
  }
}
