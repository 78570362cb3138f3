import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What identifies a finding: neither path nor line, so that it survives a move. */
export interface Identity {
  readonly tool: string;
  readonly rule: string;
  readonly symbol: string;
  readonly code: string;
}

/**
 * The identity of a finding as 32 hexadecimal digits. Findings are compared as a multiset of these: two equal copies
 * are two. Fields are length-prefixed, so that no two different identities are hashed from the same bytes.
 */
export function fingerprint({ tool, rule, symbol, code }: Identity): string {
  const fields = [tool, rule, symbol, normaliseCode(code)];
  return bytesToHex(sha256(utf8ToBytes(fields.map((field) => `${field.length}:${field}`).join('')))).slice(0, 32);
}

/**
 * Code without what a formatter may change: white space that parts no words, the style of quotes, trailing commas and
 * semicolons. A template literal keeps its quotes: `"${id}"` and the same in back quotes are different code.
 */
export function normaliseCode(code: string): string {
  const dense = code
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}_$]) | (?![\p{L}\p{N}_$])/gu, '')
    .replace(/'/gu, '"')
    .replace(/,(?=[)\]}])/gu, '');
  return withoutTrailing(dense, ';');
}

/** A loop, because the pattern `;+$` takes quadratic time on a line of a hundred thousand semicolons. */
function withoutTrailing(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}
