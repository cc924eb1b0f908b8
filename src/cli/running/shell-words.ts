/** A word as bash takes it: quoted only where it must be. */
export const bashWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** A word as PowerShell takes it; curly quotes end a text there too. */
export const powershellWord = (text: string): string =>
  /^[\w%+=:./\\-]+$/.test(text) ? text : `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
