import type { ClaimFigures } from "../document/schema.ts";
import type { Style } from "./text/style.ts";

/** Says what was chosen that is not the default; nothing where nothing was. */
export const changedLine = (changed: readonly string[], style: Style): string[] =>
  changed.length > 0 ? [`${style.yellow("Not the default")}: ${changed.join(", ")}.\n`] : [];

/** The rules and the program that a claim is by. */
export const policyLine = ({ policy, generator }: Pick<ClaimFigures, "policy" | "generator">): string =>
  `Policy ${policy.id}, ${generator}\n`;
