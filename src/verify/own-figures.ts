import { added, changedFigures, sumOfDifferences } from "../document/lines.ts";
import type { AmendmentDocument, AmendmentLine, ClaimDocument, DerivationDocument } from "../document/schema.ts";
import { minus, moneyFromText, moneyText } from "../engine/values/money.ts";
import { type PathStep, pathText } from "../files/json.ts";
import { isTwice } from "../run/reread.ts";
import { type Difference, differencesOf } from "./differences.ts";

const CAUSE = new Set(["cause"]);

/**
 * What does not agree in an amendment itself: its totals, its lines and their sum, with the claim that it carries and, where
 * the filed claim is there, with that.
 */
export function amendmentDifferences(amendment: AmendmentDocument, filed: ClaimDocument | undefined): Difference[] {
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
    check(`lines[${index}].now`, line.now, figureIn(claim, line));
  });
  return filed ? [...found, ...filedDifferences(amendment, filed)] : found;
}

/** The figure of a line in the claim that the amendment carries. */
function figureIn({ claims }: ClaimDocument, { agency_id, officer_id, figure }: AmendmentLine): string {
  const agency = claims.find((claim) => claim.agency_id === agency_id);
  if (figure === "vehicles") return agency?.totals.vehicles ?? "0.00";
  return agency?.officers.find((officer) => officer.officer_id === officer_id)?.[figure] ?? "0.00";
}

function filedDifferences({ filed, lines, claim }: AmendmentDocument, document: ClaimDocument): Difference[] {
  return [
    ...differencesOf(filed, { ...filed, total: document.totals.total }, ["filed"], CAUSE),
    ...differencesOf(lines, changedFigures(document, claim), ["lines"], CAUSE),
  ];
}

/** Inputs that stand in a document twice. @param at where the document begins */
export const inputDifferences = ({ inputs }: ClaimDocument, at: readonly PathStep[]): Difference[] =>
  inputs.flatMap((input, index) =>
    isTwice(inputs, index) ? [{ path: pathText([...at, "inputs", index]), filed: input, recomputed: null }] : [],
  );

/** The prior claims of a document by the name of a file that is no claim. @param at where the document begins */
export const priorDifferences = ({ claims }: ClaimDocument, name: string, at: readonly PathStep[]): Difference[] =>
  claims.flatMap(({ prior = [] }, index) =>
    prior.flatMap(({ path, sha256 }, number) =>
      path === name
        ? [{ path: pathText([...at, "claims", index, "prior", number, "sha256"]), filed: sha256, recomputed: null }]
        : [],
    ),
  );

/** Derivations that give another value than the figure that they explain. @param at where the document begins */
export function derivationDifferences({ claims }: ClaimDocument, at: readonly PathStep[]): Difference[] {
  return claims.flatMap(({ officers, totals, derivation }, index) => [
    ...differing(derivation, totals, [...at, "claims", index]),
    ...officers.flatMap((officer, number) =>
      differing(officer.derivation, officer, [...at, "claims", index, "officers", number]),
    ),
  ]);
}

function differing(
  derivation: readonly DerivationDocument[] = [],
  figures: object,
  path: readonly PathStep[],
): Difference[] {
  return derivation.flatMap(({ figure, value, steps }, index) => {
    const right = Object.hasOwn(figures, figure) ? String(Reflect.get(figures, figure)) : undefined;
    const found = [value, steps.at(-1)?.value].find((one) => one !== right);
    if (right === undefined || found === undefined) return [];
    return [{ path: pathText([...path, "derivation", index, "value"]), filed: found, recomputed: right }];
  });
}
