import { createHash } from "node:crypto";

/** The SHA-256 of bytes or of UTF-8 text, in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
