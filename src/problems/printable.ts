/** Characters that act on a terminal or hide what stands there: controls, bidi and zero-width marks, lone surrogates. */
const UNPRINTABLE =
  /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

const ONLY_ASCII = /^[\x20-\x7e]*$/;

/** The text with every character that a terminal would obey shown as an escape such as `\x1b` or `\u202e`. */
export function printable(text: string): string {
  return ONLY_ASCII.test(text) ? text : text.replace(UNPRINTABLE, shown);
}

function shown(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  if (character === "\t") return "\\t";
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** The same, but lines and tabs stay: a text that a file holds, and that a terminal may show. */
export const printableLines = (text: string): string =>
  ONLY_ASCII.test(text)
    ? text
    : text.replace(UNPRINTABLE, (character) =>
        character === "\n" || character === "\t" ? character : shown(character),
      );

/** Printable text, cut to a length that fits a message. */
export function quoted(text: string, most = 60): string {
  const safe = printable(text.length > most * 2 ? text.slice(0, most * 2) : text);
  return safe.length > most ? `"${safe.slice(0, most - 1)}…"` : `"${safe}"`;
}

/** What stands in place of a text that --redact hides. */
export const HIDDEN = "…";

const NO_NAME =
  /^["\s]*(TFM|JEM|WSO|yes|no|y|n|true|false|[A-Z]{2}[A-Z0-9]{5}\d{2}|F?FY[\s-]?\d{2,4}[\s-]*Q?\d)["\s]*$/i;

/** Whether a cell could hold a person's name: it has a letter and is none of the words that a roster uses. */
export const mayBeName = (cell: string): boolean => /\p{L}/u.test(cell) && !NO_NAME.test(cell);
