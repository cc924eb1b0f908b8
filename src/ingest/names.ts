/** A name as it is compared: its words, in whatever case, order and punctuation. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .split(/[\s,.\u00A0]+/)
    .sort()
    .join(" ")
    .trim();

export const isSameName = (a: string, b: string): boolean => a === b || plainName(a) === plainName(b);

/** A hash that names which are the same share; 0 where there is no name. */
export function nameHash(name: string | undefined): number {
  if (name === undefined) return 0;
  let hash = 0;
  let word = 0;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code === 32 || code === 44 || code === 46 || code === 0xa0) {
      hash = (hash + word) | 0;
      word = 0;
    } else if (code >= 48) {
      const folded = code >= 65 && code <= 90 ? code + 32 : Math.min(code, 128);
      word = (Math.imul(word ^ folded, 0x01000193) ^ (word >>> 13)) | 1;
    }
  }
  hash = (hash + word) | 0;
  return hash;
}
