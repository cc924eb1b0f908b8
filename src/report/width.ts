import stringWidth from "string-width";

const ONE_COLUMN_EACH = /^[\x20-\x7e│─–·×÷−≥≤½§]*$/;

/** How many terminal columns a text takes. */
export const widthOf = (text: string): number => (ONE_COLUMN_EACH.test(text) ? text.length : stringWidth(text));

/** The text cut to a number of columns, with an ellipsis where something was cut. */
export function fit(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = "";
  for (const character of text) {
    if (widthOf(kept) + widthOf(character) > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

export const padEnd = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - widthOf(text)));

export const padStart = (text: string, columns: number): string =>
  " ".repeat(Math.max(0, columns - widthOf(text))) + text;

/** Words of a text on lines of at most that many columns, the lines after the first indented. */
export function wrap(text: string, columns: number, indent: string): string {
  let line = "";
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const limit = columns - (lines.length > 0 ? indent.length : 0);
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > limit) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}
