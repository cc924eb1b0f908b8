/** Characters that JSON may hold as they are, and a terminal would obey: controls, bidi and zero-width marks. */
const OBEYED = /[\x7F-\x9F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

/** A document as JSON, in which no character acts on a terminal; it means the same. @param indent 0: in one line */
export function jsonText(document: unknown, indent = 2): string {
  const text = `${JSON.stringify(document, null, indent)}\n`;
  // All of them but one are beyond ASCII, and whether a text is beyond ASCII is told much faster.
  if (Buffer.byteLength(text) === text.length && !text.includes("\x7F")) return text;
  return text.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
