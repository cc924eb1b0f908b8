import type { Day } from "../engine/values/calendar.ts";
import type { Severity } from "../problems/problems.ts";
import { counted } from "../problems/words.ts";
import type { ClaimParts } from "../report/claim/parts.ts";
import type { Style } from "../report/text/style.ts";
import { widthOf, wrap } from "../report/text/width.ts";
import type { Ask, Back } from "./asking/ask.ts";
import type { Draft } from "./draft.ts";

/** Something that was found wrong or unusual in the inputs. */
export interface Finding {
  readonly severity: Severity;
  readonly code: string;
  /** Whether the claim shows it, not the inputs alone. */
  readonly fromClaim: boolean;
  /** Place, what is wrong, the row, and what would be right. */
  readonly text: string;
  /** The columns that a roster lacks, each with the headers that it has. */
  readonly missing?: readonly { readonly column: string; readonly headers: readonly string[] }[];
}

/** What the inputs come to as they are now. */
export interface Computed {
  /** Null where errors stop them. */
  readonly claims: ClaimParts | null;
  /** The quarter, and why this one where none was named; undefined where the inputs could not be read. */
  readonly quarter?: { readonly id: string; readonly why: string | null };
  readonly findings: readonly Finding[];
}

/** What the wizard takes from the program around it. */
export interface Program {
  /** Reads what a draft names, and computes. */
  readonly compute: (draft: Draft) => Promise<Computed>;
  /** Writes a file whole. @returns what went wrong, if anything */
  readonly write: (path: string, text: string) => Promise<string | undefined>;
  /** Keeps the draft. */
  readonly keep: (draft: Draft) => void;
  readonly today: Day;
  readonly programmeStart: Day;
  readonly style: Style;
  readonly columns: number;
}

/** A claim being made. */
export interface Session {
  readonly draft: Draft;
  readonly ask: Ask;
  readonly program: Program;
  /** What was said of the inputs and need not be said again. */
  readonly said: Set<string>;
  /** The files that the wizard itself has written, and what they are. */
  readonly written: Map<string, string>;
  /** The claim as it was shown. */
  shown: string;
}

/** A question and all that belongs to it. */
export type Step = (session: Session) => Promise<Back | undefined>;

/** Says sentences, wrapped. */
export function explain({ ask, program }: Session, text: string): void {
  ask.tell(`${wrap(text, Math.min(program.columns, 80) - 1, "")}\n`);
}

/** Puts a long text on the screen, page by page where it does not fit. */
export async function show({ ask, program }: Session, text: string): Promise<void> {
  const lines = text.trimEnd().split("\n");
  for (let from = 0; from < lines.length; ) {
    const to = pageEnd(lines, from, ask.rows - QUESTION_LINES, program.columns);
    ask.tell(`${lines.slice(from, to).join("\n")}\n`);
    from = to;
    if (from >= lines.length) return;
    const more = await ask.choose(`${counted(lines.length - from, "more line")}`, [
      { name: "Go on reading", value: true },
      { name: "Enough", value: false },
    ]);
    if (more !== true) return;
  }
}

/** Lines of the question below a page. */
const QUESTION_LINES = 7;

/** Where a page ends; the last lines are not parted for two. */
function pageEnd(lines: readonly string[], from: number, rows: number, columns: number): number {
  let taken = 0;
  for (let at = from; at < lines.length; at++) {
    taken += Math.max(1, Math.ceil(widthOf(lines[at] ?? "") / columns));
    if (taken > Math.max(8, rows)) return Math.max(at, from + 1);
  }
  return lines.length;
}
