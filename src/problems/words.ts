/** The first of many names, and how many more there are: `a, b, c and 4 more`. @param what they are, where that must be said */
export function few(names: readonly string[], most = 5, what = ""): string {
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more${what && ` ${what}`}` : shown;
}

/** `1 officer`, `2 officers`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** A word as bash takes it: quoted only where it must be. */
export const bashWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** A word as PowerShell takes it; curly quotes end a text there too. */
export const powershellWord = (text: string): string =>
  /^[\w%+=:./\\-]+$/.test(text) ? text : `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
