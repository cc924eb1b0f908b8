import { added, changedFigures, sumOfDifferences } from "../document/lines.ts";
import { type ClaimFile, readClaim } from "../document/read.ts";
import type { AmendmentDocument } from "../document/schema.ts";
import { minus, moneyFromText, moneyText } from "../engine/values/money.ts";
import { type Difference, differencesOf } from "./differences.ts";

const CAUSE = new Set(["cause"]);

/**
 * What does not agree in an amendment itself: its totals, its lines and their sum, with the claim that it carries and, where
 * the filed claim is there, with that. @param filed the bytes of the filed claim
 */
export async function amendmentDifferences({ amendment }: ClaimFile, filed: Buffer | undefined): Promise<Difference[]> {
  if (!amendment) return [];
  const found: Difference[] = [];
  const check = (path: string, stated: string | undefined, right: string): void => {
    if (stated !== right) found.push({ path, filed: stated ?? null, recomputed: right });
  };
  const { now, difference, lines, claim } = amendment;
  check("now.total", now.total, claim.totals.total);
  check("claim.amends", claim.amends, amendment.filed.sha256);
  check("difference", difference, moneyText(minus(moneyFromText(now.total), moneyFromText(amendment.filed.total))));
  check("difference", difference, moneyText(sumOfDifferences(lines)));
  lines.forEach((line, index) => {
    check(`lines[${index}].difference`, line.difference, moneyText(added(line.figure, line.filed, line.now)));
    check(`lines[${index}].now`, line.now, figureOf(amendment, line));
  });
  if (filed) found.push(...(await againstFiled(amendment, filed)));
  return found;
}

/** The figure of a line in the claim that the amendment carries. */
function figureOf({ claim }: AmendmentDocument, line: AmendmentDocument["lines"][number]): string {
  const agency = claim.claims.find(({ agency_id }) => agency_id === line.agency_id);
  if (line.figure === "vehicles") return agency?.totals.vehicles ?? "0.00";
  return agency?.officers.find(({ officer_id }) => officer_id === line.officer_id)?.[line.figure] ?? "0.00";
}

async function againstFiled(amendment: AmendmentDocument, bytes: Buffer): Promise<Difference[]> {
  const { document } = await readClaim(amendment.filed.path, bytes);
  const lines = changedFigures(document, amendment.claim);
  const filed = { ...amendment.filed, total: document.totals.total };
  return [
    ...differencesOf(amendment.filed, filed, ["filed"], CAUSE),
    ...differencesOf(amendment.lines, lines, ["lines"], CAUSE),
  ];
}
