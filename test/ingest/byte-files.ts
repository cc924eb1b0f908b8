const HEADER = "agency_id,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits,overtime_paid";
const ROWS = [
  "FL0310200,1042,Ana,TFM,2025-09-15,85000.37,23000.11,3456.78",
  "FL0310200,1043,Marcus,TFM,2025-11-01,85000.37,23000.11,3456.78",
];

/** The rows of the worked cases, each ended as said. */
const table = (...ends: readonly string[]): string =>
  [HEADER, ...ROWS].map((row, i) => row + (ends[i % ends.length] ?? "")).join("");

const TABLE = table("\n");

/** Bytes in hexadecimal, then text in an encoding of Node. */
const bytes = (hex: string, text: string, encoding: BufferEncoding = "utf8"): Buffer =>
  Buffer.concat([Buffer.from(hex.replaceAll(" ", ""), "hex"), Buffer.from(text, encoding)]);

const swapped = (buffer: Buffer): Buffer => Buffer.from(buffer).swap16();

/** The first name of the table in other bytes. */
const named = (hex: string): Buffer => {
  const [before = "", after = ""] = TABLE.split("Ana");
  return Buffer.concat([Buffer.from(before), Buffer.from(hex.replaceAll(" ", ""), "hex"), Buffer.from(after)]);
};

/** Notes of two-byte characters that cross each border of 64 KiB, so that a chunk would cut one in two. */
const LONG_FILE = [`${HEADER},note`, ...ROWS.map((row, i) => `${row},${"x".repeat(i)}${"ñ".repeat(200_000)}`)].join(
  "\n",
);

/** Files whose bytes matter, by name. */
export const BYTE_FILES: Readonly<Record<string, Buffer>> = {
  "utf8-bom": bytes("EF BB BF", TABLE),
  "utf8-two-boms": bytes("EF BB BF EF BB BF", TABLE),
  "utf16-le": bytes("FF FE", TABLE, "utf16le"),
  "utf16-be": swapped(bytes("FF FE", TABLE, "utf16le")),
  "utf16-le-two-boms": bytes("FF FE FF FE", TABLE, "utf16le"),
  "utf16-tabs-crlf": bytes("FF FE", table("\r\n").replaceAll(",", "\t"), "utf16le"),
  "utf16-cut-off": bytes("FF FE", TABLE, "utf16le").subarray(0, -1),
  "utf16-lone-surrogate": bytes("FF FE", TABLE.replace("Ana", "A\uD800a"), "utf16le"),
  "utf16-without-bom": bytes("", TABLE, "utf16le"),
  "utf32-le": bytes("FF FE 00 00", "a\0\0\0", "latin1"),
  "windows-1252-names": named("4D 75 F1 6F 7A"), // Muñoz
  "windows-1252-dash": named("4D 75 F1 6F 7A 20 96 20 93 41 6E 61 94 20 80"), // Muñoz – “Ana” €
  "windows-1252-undefined": named("4D 75 81 6F 7A"),
  "utf8-cut-character": named("4D 75 C3"),
  "utf8-overlong": named("C0 AF"),
  "utf8-mixed-with-1252": named("C3 B1 20 F1"),
  "many-two-byte-characters": Buffer.from(LONG_FILE),
  crlf: bytes("", table("\r\n")),
  cr: bytes("", table("\r")),
  "mixed-lf-then-crlf": bytes("", table("\n", "\r\n", "\r\n")),
  "mixed-crlf-then-lf": bytes("", table("\r\n", "\n", "\n")),
  "mixed-crlf-then-cr": bytes("", table("\r\n", "\r", "\r")),
  "mixed-cr-then-lf": bytes("", table("\r", "\n", "\r\n")),
  "cr-cr-lf": bytes("", table("\r\r\n")),
  "quoted-cr-in-lf": bytes("", TABLE.replace("Ana", '"Ana\rRuiz"').replace("2025-11-01", "x")),
  "quoted-crlf-in-lf": bytes("", TABLE.replace("Ana", '"Ana\r\nRuiz"').replace("2025-11-01", "x")),
  "nul-in-a-cell": bytes("", TABLE.replace("Ana", "A\0a")),
  "controls-in-1252": named("F1 01 02"),
  xlsx: bytes("50 4B 03 04 14 00 06 00", "[Content_Types].xml xl/workbook.xml", "latin1"),
  ods: bytes("50 4B 03 04 14 00 00 00", "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "latin1"),
  zip: bytes("50 4B 03 04 14 00 00 00", "roster.csv", "latin1"),
  xls: bytes("D0 CF 11 E0 A1 B1 1A E1", "\0\0", "latin1"),
  pdf: bytes("", "%PDF-1.7\n%\n"),
  gzip: bytes("1F 8B 08 00", "\0\0", "latin1"),
  png: bytes("89 50 4E 47 0D 0A 1A 0A", "\0\0", "latin1"),
  "html-named-csv": bytes("", "<html><body><table><tr><td>agency_id</td></tr></table></body></html>\n"),
  "xml-2003-sheet": bytes("", '\n<?xml version="1.0"?><Workbook/>\n'),
  "one-byte": bytes("61", ""),
  "only-a-bom": bytes("EF BB BF", ""),
  "only-quotes": bytes("", '""""""\n"'),
};
