import crypto from "node:crypto";

/** The SHA-256 of bytes or of UTF-8 text, in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  // Node 20.0 to 20.11 have no hash in one call.
  crypto.hash?.("sha256", content) ?? crypto.createHash("sha256").update(content).digest("hex");
