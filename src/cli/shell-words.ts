/** A word as bash takes it: quoted only where it must be. */
export const bashWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
