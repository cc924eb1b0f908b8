const RUNS_AS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** A text cell that a spreadsheet will not run as a formula: a leading apostrophe where it would. Never for amounts. */
export const spreadsheetSafe = (text: string): string => (RUNS_AS_FORMULA.test(text) ? `'${text}` : text);
