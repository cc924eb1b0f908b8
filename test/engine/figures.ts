import type { OfficerClaim } from "../../src/engine/officer.ts";
import type { FigureId } from "../../src/engine/values/ids.ts";
import { moneyText } from "../../src/engine/values/money.ts";

/** The figures of an officer's claim as a document writes them. */
export const figures = (claim: OfficerClaim): Record<FigureId, string> => ({
  eligible_days: String(claim.eligibleDays),
  salary: moneyText(claim.salary),
  benefits: moneyText(claim.benefits),
  estimated: moneyText(claim.estimated),
  overtime_cap_room: moneyText(claim.room),
  overtime: moneyText(claim.overtime),
  overtime_over_cap: moneyText(claim.overCap),
  other_funding: moneyText(claim.otherFunding),
  award: moneyText(claim.award),
  equipment: moneyText(claim.equipment),
  total: moneyText(claim.total),
});
