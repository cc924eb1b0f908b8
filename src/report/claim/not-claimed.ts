import type { AgencyDocument, OfficerDocument } from "../../document/schema.ts";
import { PAY_NOT_CLAIMED } from "../../engine/not-claimed.ts";

/** Something that was paid and is not claimed, as people read it. */
export interface NotClaimedLine {
  /** null: the agency's vehicles. */
  readonly officer: OfficerDocument | null;
  readonly figure: NonNullable<AgencyDocument["not_claimed"]>[number]["figure"];
  readonly amount: string;
  readonly code: string;
  readonly why: string;
}

/** What was paid and is not claimed of an agency, in the order of its claim. */
export function notClaimedLines({ not_claimed = [], officers, reasons = [] }: AgencyDocument): NotClaimedLine[] {
  const byId = new Map(officers.map((officer) => [officer.officer_id, officer]));
  return not_claimed.map(({ officer_id, figure, amount, reason: code }) => {
    const officer = officer_id === null ? null : (byId.get(officer_id) ?? null);
    const said = (officer?.reasons ?? reasons).find((one) => one.code === code)?.message;
    return { officer, figure, amount, code, why: said ?? PAY_NOT_CLAIMED[code] ?? code };
  });
}
