/** A name as it is compared: without regard to case, spaces, commas and points. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s,.\u00A0]+/g, " ")
    .trim();

export const isSameName = (a: string, b: string): boolean => a === b || plainName(a) === plainName(b);

/** A hash that names which are the same share; 0 where there is no name. */
export function nameHash(name: string | undefined): number {
  if (name === undefined) return 0;
  let hash = 0;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code < 48) continue; // spaces and punctuation
    const folded = code >= 65 && code <= 90 ? code + 32 : Math.min(code, 128);
    hash = Math.imul(hash ^ folded, 0x01000193) ^ (hash >>> 13);
    hash |= 0x40000000;
  }
  return hash;
}
