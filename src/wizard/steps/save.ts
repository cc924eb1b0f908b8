import { dirname } from "node:path";
import { BACK, type Back, type Check } from "../asking/ask.ts";
import { hasEnding, isFolder, isSamePath, isThere, typedPath } from "../asking/paths.ts";
import type { Draft } from "../draft.ts";
import type { Session } from "../session.ts";

/** A file name that is asked for. */
export interface NewFile {
  readonly message: string;
  readonly usual: string;
  readonly endings: readonly string[];
  /** Files that must not be written over, whatever is answered. */
  readonly inputs: readonly string[];
}

/** Where to write, and whether a file there may be replaced. */
export interface Where {
  readonly path: string;
  readonly replace: boolean;
}

/** Asks where to write; before a file that is there is replaced, asks for that too. */
export async function askWhere({ ask }: Session, { message, usual, endings, inputs }: NewFile): Promise<Where | Back> {
  for (;;) {
    const answer = await ask.text(message, { usual, check: writable(endings, inputs) });
    if (answer === BACK) return BACK;
    const path = typedPath(answer);
    if (!isThere(path)) return { path, replace: false };
    const replace = await ask.choose(`${path} is there already`, [
      { name: "Give another name", value: false },
      { name: "Replace it", value: true },
    ]);
    if (replace === true) return { path, replace };
  }
}

const writable =
  (endings: readonly string[], inputs: readonly string[]): Check =>
  (text) => {
    const path = typedPath(text);
    if (path === "") return "A file name is needed here.";
    if (isFolder(path)) return `${path} is a folder: add a file name.`;
    if (!hasEnding(path, endings)) return `End the name in ${endings.map((one) => `.${one}`).join(" or ")}.`;
    if (inputs.some((input) => isSamePath(input, path))) return `${path} is read for this claim: give another name.`;
    return isFolder(dirname(path)) || `There is no folder ${dirname(path)}.`;
  };

/** The files that a draft reads. */
export const inputsOf = ({ roster, rates, payroll, agreements, evidence, prior = [] }: Draft): string[] =>
  [roster, rates, payroll, agreements, evidence, ...prior].filter(
    (path): path is string => typeof path === "string" && path !== "",
  );

/** A name that is free: the first, else one with the quarter, else that with a number. */
export function freeName(path: string, quarter: string | undefined): string {
  if (!isThere(path)) return path;
  const point = path.lastIndexOf(".");
  const named = (addition: string): string => `${path.slice(0, point)}-${addition}${path.slice(point)}`;
  for (let n = 1; n < 100; n++) {
    const name = named(n === 1 ? `${quarter}` : `${quarter}-${n}`);
    if (!isThere(name)) return name;
  }
  return path;
}
