import iconv from "iconv-lite";

/** The text of Windows-1252 bytes; the five bytes that it leaves undefined become U+FFFD. */
export const fromWindows1252 = (bytes: Buffer): string => iconv.decode(bytes, "windows-1252");
