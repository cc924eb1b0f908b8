import { isAscii, isUtf8 } from "node:buffer";
import { Refusal } from "./problems.ts";

/**
 * The text of a file's bytes: UTF-8 with or without a byte order mark. Anything else is refused; nothing is replaced.
 */
export function textOf(bytes: Buffer): string | Refusal {
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x504b0304)
    return new Refusal(
      "excel-workbook",
      "is an Excel workbook, not a CSV file",
      'in Excel choose "Save as" and the type "CSV UTF-8 (comma delimited)"',
    );
  if (isAscii(bytes)) return bytes.toString("latin1"); // the same text, and much faster
  if (!isUtf8(bytes))
    return new Refusal("not-utf8", "is not UTF-8 text", 'save it as "CSV UTF-8 (comma delimited)" in Excel');
  const text = bytes.toString("utf8");
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
