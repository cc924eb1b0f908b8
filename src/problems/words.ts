/** The first of many names, and how many more there are: `a, b, c and 4 more`. @param what they are, where that must be said */
export function few(names: readonly string[], most = 5, what = ""): string {
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} ${andMore(names.length - most, what)}` : shown;
}

/** The same of texts that are longer than names: `a b; c d; and 4 more`. */
export function fewTexts(texts: readonly string[], most: number): string {
  const more = texts.length > most ? [andMore(texts.length - most)] : [];
  return [...texts.slice(0, most), ...more].join("; ");
}

/** `and 4 more`. */
export const andMore = (count: number | string, what = ""): string => `and ${count} more${what && ` ${what}`}`;

/** `1 officer`, `2 officers`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** A word as bash takes it: quoted only where it must be. */
export const bashWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** A word as PowerShell takes it; curly quotes end a text there too. */
export const powershellWord = (text: string): string =>
  /^[\w%+=:./\\-]+$/.test(text) ? text : `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
