import { isAscii, isUtf8 } from "node:buffer";
import { Refusal } from "../../problems/refusal.ts";
import { fromWindows1252 } from "./windows-1252.ts";

/** The text of a file; where it is not Unicode, a word by which a person can tell whether it was read right. */
export interface Decoded {
  readonly text: string;
  readonly foreign?: string;
}

/**
 * The text of a file's bytes: UTF-8 with or without byte order marks, UTF-16 with one, else Windows-1252. What cannot be a
 * text is refused; nothing is replaced.
 */
export function textOf(bytes: Buffer): Decoded | Refusal {
  const other = otherKind(bytes);
  if (other) return other;
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  if (mark === 0xfffe || mark === 0xfeff) return utf16(bytes, mark === 0xfffe ? "utf-16le" : "utf-16be");
  if (bytes.includes(0)) return NUL_BYTES;
  if (isAscii(bytes)) return ofColumns(bytes.toString("latin1")); // the same text, and much faster
  return isUtf8(bytes) ? ofColumns(withoutMarks(bytes).toString("utf8")) : windows1252(bytes);
}

const AS_CSV = 'in Excel choose "Save as" and the type "Excel Workbook" or "CSV UTF-8 (comma delimited)"';

const NUL_BYTES = new Refusal("binary-file", "is not a text file: it has NUL bytes", AS_CSV);

/** Kinds of file by their first bytes, in hexadecimal. */
const KINDS = [
  ["d0cf11e0a1b11ae1", "excel-workbook", "is an old Excel workbook (.xls)"],
  ["25504446", "binary-file", "is a PDF, neither CSV nor a workbook"],
  ["1f8b", "binary-file", "is compressed (gzip), neither CSV nor a workbook"],
  ["7b5c727466", "binary-file", "is a text document (RTF), neither CSV nor a workbook"],
  ["89504e47", "binary-file", "is a picture, neither CSV nor a workbook"],
  ["ffd8ff", "binary-file", "is a picture, neither CSV nor a workbook"],
] as const;

/** Whether bytes are an Excel workbook, by what they are and not by a name. */
export const isWorkbook = (bytes: Buffer): boolean =>
  bytes.toString("latin1", 0, 4) === "PK\x03\x04" && bytes.includes("xl/workbook.");

function otherKind(bytes: Buffer): Refusal | undefined {
  const first = bytes.toString("latin1", 0, 4);
  if (first === "PK\x03\x04") return zipKind(bytes);
  const hex = bytes.toString("hex", 0, 8);
  const kind = KINDS.find(([start]) => hex.startsWith(start));
  return kind && new Refusal(kind[1], kind[2], AS_CSV);
}

/** Workbooks are zip archives. */
function zipKind(bytes: Buffer): Refusal {
  if (bytes.includes("[Content_Types].xml") || bytes.includes("xl/"))
    return new Refusal("excel-workbook", "is a broken Excel workbook, or none", AS_CSV);
  if (bytes.includes("opendocument.spreadsheet"))
    return new Refusal(
      "excel-workbook",
      "is an OpenDocument spreadsheet, neither CSV nor a workbook",
      "save it as .xlsx or CSV",
    );
  return new Refusal(
    "binary-file",
    "is a zip archive, neither CSV nor a workbook",
    "unpack it, and give the CSV file inside",
  );
}

function utf16(bytes: Buffer, encoding: "utf-16le" | "utf-16be"): Decoded | Refusal {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\uFEFF/, "");
    return text.includes("\0") ? NUL_BYTES : ofColumns(text);
  } catch {
    return new Refusal("bad-utf-16", "begins as UTF-16, but is broken or cut off", `export it again; ${AS_CSV}`);
  }
}

/** Control characters that no text has: a byte order mark missing, another alphabet, or no text at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\x01-\x08\x0E-\x19\x1B-\x1F]/;

function windows1252(bytes: Buffer): Decoded | Refusal {
  const text = fromWindows1252(bytes);
  if (CONTROLS.test(text)) return new Refusal("binary-file", "is not a text file", AS_CSV);
  if (text.includes("\uFFFD"))
    return new Refusal("unknown-encoding", "is neither UTF-8 nor Windows-1252 text", `export it again; ${AS_CSV}`);
  const at = text.search(/[^\0-\x7F]/);
  return { text, foreign: wordAround(text, at) };
}

function wordAround(text: string, at: number): string {
  const before = /[^\s",;]*$/.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? "";
  return before + (/^[^\s",;]+/.exec(text.slice(at, at + 30))?.[0] ?? "");
}

/** Byte order marks may stand twice, where a tool put its own before that of another. */
function withoutMarks(bytes: Buffer): Buffer {
  let start = 0;
  while (start <= 3 && bytes.toString("hex", start, start + 3) === "efbbbf") start += 3;
  return bytes.subarray(start);
}

/** A text that may be a table with a delimiter. Payroll systems name their web pages and print-outs .xls or .csv. */
function ofColumns(text: string): Decoded | Refusal {
  const start = text.slice(0, START);
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(start))
    return new Refusal("web-page", "is a web page or XML, neither CSV nor a workbook", `open it there; ${AS_CSV}`);
  // A claim is told by those who know what it is for.
  if (/^\s*(\[\s*)?\{\s*"/.test(start) && !/"claims(-[a-z]+)?\/1"/.test(start))
    return new Refusal("binary-file", "is JSON, neither CSV nor a workbook", "export it as CSV with a header row");
  const parted = OTHERWISE_PARTED.find(([, isLine]) => firstLines(start).every(isLine));
  return parted ? new Refusal("no-delimiter", `has its columns parted ${parted[0]}`, parted[2]) : { text };
}

/** So much of a text shows what it is. */
const START = 2000;
const SHOWING = 2;

/** The first lines that hold anything, and are whole; one at least. */
function firstLines(start: string): string[] {
  const lines = start.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  return lines.length === 0 ? [""] : lines.slice(0, SHOWING);
}

const holdsDelimiter = (line: string): boolean => /[,;\t]/.test(line);

/** How a table may be written that has no delimiter: what its lines are then like, and what to do. */
const OTHERWISE_PARTED: readonly (readonly [by: string, isLine: (line: string) => boolean, remedy: string])[] = [
  [
    "by |",
    (line) => !holdsDelimiter(line) && line.split("|").length > 2,
    "export it with commas, semicolons or tabs; in an editor, replace | by a tab",
  ],
  [
    "by spaces",
    (line) => !holdsDelimiter(line) && line.trim().split(/ {2,}/).length > 3,
    "export it with commas, semicolons or tabs; in Excel, open it with Data > From Text, Fixed width",
  ],
  [
    "inside one pair of quotes a row",
    (line) => /^".*"$/.test(line) && !/(^|[^"])"[,;\t]/.test(line) && line.split(/[,;\t]/).length > 2,
    "export it again; in an editor, delete the quote at the beginning and the end of each line",
  ],
];
