import type { CellReader } from "../../ingest/cells/words.ts";
import { Refusal } from "../../problems/refusal.ts";

/** Goes to the question before. */
export const BACK = Symbol("back");
export type Back = typeof BACK;

/** What is typed or chosen to go back. */
export const BACK_KEY = "<";

/** The person quit: Ctrl-C, a closed terminal, an end of the input. */
export class Quit extends Error {}

/** One choice of a question. */
export interface Choice<T> {
  readonly name: string;
  readonly value: T;
}

/** What is wrong with an answer, or true. */
export type Check = (text: string) => string | true;

/** What paths a question is after. */
export interface Wanted {
  readonly endings: readonly string[];
  /** Whether a folder is an answer too. */
  readonly folders?: boolean;
}

/** How questions are put, whatever the terminal can do. */
export interface Ask {
  /** Says something as it stands. */
  readonly tell: (text: string) => void;
  /** Asks for a text; Enter alone is the usual answer, or none. */
  readonly text: (message: string, given: { readonly usual?: string; readonly check: Check }) => Promise<string | Back>;
  readonly choose: <T>(message: string, choices: readonly Choice<T>[], usual?: T) => Promise<T | Back>;
  /** Takes lines as they are pasted, up to an empty one. */
  readonly lines: (message: string) => Promise<string[] | Back>;
  /** Asks for the path of something that is there. */
  readonly path: (message: string, wanted: Wanted) => Promise<string | Back>;
  /** Lines that fit on the screen; Infinity where nothing is lost above it. */
  readonly rows: number;
  readonly close: () => void;
}

/** A check of an answer as the cell of a column would be read. */
export const asCell =
  (read: CellReader<unknown>, blank: "blank" | "filled" = "filled"): Check =>
  (text) => {
    if (text === "") return blank === "blank" || "An answer is needed here.";
    const value = read(text);
    return value instanceof Refusal ? `That ${value.says}: ${value.remedy}.` : true;
  };

/** What empties an answer that was given before. */
const NONE = "none";

/** Asks for a text that may be left out. @param blank what Enter alone means @returns the text, "" where there is none */
export async function askOptional(
  ask: Ask,
  [message, blank]: readonly [message: string, blank: string],
  usual: string | undefined,
  check: Check,
): Promise<string | Back> {
  const given = usual ? { usual } : {};
  const answer = await ask.text(`${message} (${usual ? `"${NONE}" takes it out` : `Enter: ${blank}`})`, {
    ...given,
    check: (text) => text.toLowerCase() === NONE || check(text),
  });
  return answer !== BACK && answer.toLowerCase() === NONE ? "" : answer;
}
