/** Any text as one word of a POSIX shell: nothing is special between single quotes but the single quote. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
