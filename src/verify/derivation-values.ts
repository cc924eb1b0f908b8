import type { ClaimDocument, DerivationDocument } from "../document/schema.ts";
import { type PathStep, pathText } from "../files/json.ts";
import type { Difference } from "./differences.ts";

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
    const found = [value, ...(steps.length > 0 ? [steps.at(-1)?.value] : [])].find((one) => one !== right);
    if (right === undefined || found === undefined) return [];
    return [{ path: pathText([...path, "derivation", index, "value"]), filed: found, recomputed: right }];
  });
}
