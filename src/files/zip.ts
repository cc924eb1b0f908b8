import { inflateRawSync } from "node:zlib";

/** A file in a zip archive, as the archive's directory states it. */
interface ZipEntry {
  readonly name: string;
  readonly offset: number;
  readonly packed: number;
  readonly size: number;
}

const ENTRY = Buffer.from("PK\x01\x02", "latin1");
const ENTRY_LENGTH = 46;

/** The files of a zip archive. */
export function* zipEntries(bytes: Buffer): Generator<ZipEntry> {
  for (let at = bytes.indexOf(ENTRY); at >= 0; at = bytes.indexOf(ENTRY, at + 4)) {
    if (at + ENTRY_LENGTH > bytes.length) return;
    const name = bytes.toString("utf8", at + ENTRY_LENGTH, at + ENTRY_LENGTH + bytes.readUInt16LE(at + 28));
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    yield { name, packed, size, offset: bytes.readUInt32LE(at + 42) };
  }
}

/** The text of a small file in a zip archive; empty where there is none that can be read. @param most bytes that it may have */
export function zippedText(bytes: Buffer, name: string, most: number): string {
  const entry = [...zipEntries(bytes)].find((one) => one.name === name);
  if (!entry || entry.offset + 30 > bytes.length) return "";
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  try {
    const stored = bytes.readUInt16LE(entry.offset + 8) === 0;
    return (stored ? packed : inflateRawSync(packed, { maxOutputLength: most })).toString("utf8");
  } catch {
    return "";
  }
}
