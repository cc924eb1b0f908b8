import { eastAsianWidth } from "get-east-asian-width";

/** Latin, Greek and Cyrillic letters, punctuation and lines: a column each. */
const ONE_COLUMN_EACH =
  /^[\x20-\x7e\u00A1-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u052F\u2010-\u2027\u2212\u2500-\u257F\u2264\u2265]*$/;
const NO_COLUMN = /^[\p{M}\p{Cf}]$/u;

/** How many terminal columns a text takes. */
export function widthOf(text: string): number {
  if (ONE_COLUMN_EACH.test(text)) return text.length;
  let columns = 0;
  for (const character of text)
    if (!NO_COLUMN.test(character)) columns += eastAsianWidth(character.codePointAt(0) ?? 0);
  return columns;
}

/** The text cut to a number of columns, with an ellipsis where something was cut. */
export function fit(text: string, columns: number): string {
  return widthOf(text) <= columns ? text : `${firstColumns([...text.slice(0, columns * 4)], columns - 1)}…`;
}

/** The end of a text, of a number of columns, with an ellipsis where something was cut. */
export function fitEnd(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  const backwards = [...text.slice(-columns * 4)].reverse();
  return `…${[...firstColumns(backwards, columns - 1)].reverse().join("")}`;
}

function firstColumns(characters: readonly string[], columns: number): string {
  let taken = 0;
  let kept = "";
  for (const character of characters) {
    taken += widthOf(character);
    if (taken > columns) break;
    kept += character;
  }
  return kept;
}

export const padEnd = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - widthOf(text)));

export const padStart = (text: string, columns: number): string =>
  " ".repeat(Math.max(0, columns - widthOf(text))) + text;

/** Words of a text on lines of at most that many columns; an indent goes before each line but the first. */
export function wrap(text: string, columns: number, indent: string): string {
  let line = "";
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}

/** Lines of a text are no longer than this, however wide the terminal, so that they stay easy to read. */
const READABLE = 110;

/**
 * A text after a lead, its further lines indented as wide as the lead.
 * @param lead plain text, for what sets it off has no width @param deeper columns by which the further lines are indented more
 */
export function hanging(lead: string, text: string, columns: number, deeper = 0): string {
  const indent = widthOf(lead);
  return `${lead}${wrap(text, readable(columns) - indent, " ".repeat(indent + deeper))}`;
}

/** The columns that a text takes of a terminal. */
export const readable = (columns: number): number => Math.min(columns, READABLE);
