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

/** Code without what a formatter may change: white space, the style of quotes, trailing commas and semicolons. */
export function normaliseCode(code: string): string {
  return code
    .replace(/\s+/gu, '')
    .replace(/["'`]/gu, '"')
    .replace(/,(?=[)\]}])/gu, '')
    .replace(/;+$/u, '');
}
