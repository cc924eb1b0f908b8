/** The text of one claim in a file. */
export interface ClaimText {
  readonly bytes: Buffer;
  /** The line on which it begins, from 1. */
  readonly line: number;
}

const LF = 10;

/** The claims of a file: all of it, or where it is NDJSON with several a line each, without its line end. */
export function claimTexts(bytes: Buffer): ClaimText[] {
  if (!isObjectLine(firstLine(bytes))) return [{ bytes, line: 1 }];
  const lines = linesOf(bytes).filter((text) => !isBlank(text.bytes));
  return lines.length > 1 ? lines : [{ bytes, line: 1 }];
}

/** The claim in a file that has a hash: the file, or one of its lines. */
export const textWithHash = (bytes: Buffer, has: (bytes: Buffer) => boolean): Buffer | undefined =>
  [{ bytes }, ...claimTexts(bytes)].find((text) => has(text.bytes))?.bytes;

/** The first line that is not blank, with what is before it. */
function firstLine(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => byte > 32);
  const end = bytes.indexOf(LF, start);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** A JSON document that is written on several lines has no closing brace on its first. */
const isObjectLine = (line: Buffer): boolean => {
  const text = line
    .toString("latin1")
    .trim()
    .replace(/^\u00ef\u00bb\u00bf/, "");
  return text.startsWith("{") && text.endsWith("}");
};

const isBlank = (line: Buffer): boolean => line.every((byte) => byte <= 32);

function linesOf(bytes: Buffer): ClaimText[] {
  const lines: ClaimText[] = [];
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(LF, start);
    const end = newline < 0 ? bytes.length : newline;
    const last = bytes[end - 1] === 13 ? end - 1 : end;
    lines.push({ bytes: bytes.subarray(start, last), line });
    start = end + 1;
  }
  return lines;
}
