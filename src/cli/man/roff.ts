const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\e",
  "'": "\\(aq",
  '"': "\\(dq",
  "`": "\\(ga",
  "^": "\\(ha",
  "~": "\\(ti",
};

const escaped = (text: string): string =>
  text
    .replace(/[\\'"`^~]/g, (character) => ESCAPES[character] ?? character)
    .replace(/[^\n\x20-\x7e]/gu, (character) => `\\[u${hex(character)}]`);

const hex = (character: string): string => character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0") ?? "";

/** A text as it is typed: every hyphen a minus, which can be copied and is no place to break a line. */
export const literal = (text: string): string => escaped(text).replaceAll("-", "\\-");

const bold = (text: string): string => `\\fB${literal(text)}\\fR`;

/** A sentence; what stands in backticks is as it is typed. */
export const prose = (text: string): string =>
  text
    .split("`")
    .map((part, index) => (index % 2 === 1 ? bold(part) : escaped(part)))
    .join("");

/** What is typed, with names of what follows set apart: `--format FORMAT`. */
export const term = (text: string): string =>
  text
    .split(/(\[?<[^>]*>\]?|\[\w+\]|\b[A-Z=]{2,}\b|FY2026(?:-Q1)?)/)
    .map((part, index) => (part === "" ? "" : index % 2 === 1 ? `\\fI${literal(part)}\\fR` : bold(part)))
    .join("");

/** A line of text, which no leading dot or quote can make a request. */
export const line = (roff: string): string => (/^[.']/.test(roff) ? `\\&${roff}` : roff);

export const heading = (title: string): string => `.SH ${title}`;
export const paragraph = (roff: string): string => `.PP\n${line(roff)}`;
/** A term, and below it what it means. */
export const tagged = (what: string, means: string): string => `.TP\n${line(what)}\n${line(means)}`;
/** Lines that stay as they are. */
export const verbatim = (lines: readonly string[]): string =>
  [".PP", ".RS 4", ".nf", ...lines.map(line), ".fi", ".RE"].join("\n");
