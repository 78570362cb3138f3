/** Names under which Python decodes as UTF-8 or, of ASCII, does the same. */
const PLAIN = /^(utf-?8(-sig|-unix|-dos|-mac)?|u8|us-ascii|ascii)$/u;
const LATIN = /^(latin-?1|iso-?8859-1|iso-?8859-15|l1|cp1252|windows-1252)(-unix|-dos|-mac)?$/u;

/**
 * The encoding that the first two lines of Python declare (PEP 263), where Python would read something else than we do;
 * `undefined` where it reads the same. Under `utf-7` or `unicode_escape` a comment of ours is a statement of Python's: what
 * a tool finds in such a file is on lines that are not there, and what it finds in ours nobody runs.
 */
export function foreignEncoding(text: string): string | undefined {
  const declared = declaredEncoding(text.replace(/^\uFEFF/u, ''));
  if (declared === undefined) return undefined;
  const name = declared.toLowerCase().replaceAll('_', '-');
  const readsTheSame = PLAIN.test(name) || (LATIN.test(name) && isAscii(text));
  return readsTheSame ? undefined : declared;
}

function declaredEncoding(text: string): string | undefined {
  const [first = '', second = ''] = text.split(/\r\n|\r|\n/u, 2);
  // The second line counts only below a line that holds no statement.
  return encodingIn(first) ?? (/^[ \t\f]*(#.*)?$/su.test(first) ? encodingIn(second) : undefined);
}

function encodingIn(line: string): string | undefined {
  return /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/su.exec(line)?.[1];
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007F]*$/u.test(text);
}
