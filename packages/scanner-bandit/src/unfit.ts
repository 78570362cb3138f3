import type { NotExaminedCode } from '@pawl/findings';
import { foreignEncoding } from '@pawl/scanner';

/** Longer files are not given to Bandit: one of them could use up the time of all. */
const MAX_CHARACTERS = 2_000_000;

export interface Reason {
  readonly code: NotExaminedCode;
  readonly why: string;
}

/** Why a text is not given to Bandit at all; `undefined` where it is. */
export function unfit(text: string): Reason | undefined {
  if (text.length > MAX_CHARACTERS)
    return { code: 'too-large', why: `it is longer than ${String(MAX_CHARACTERS)} characters` };
  const encoding = foreignEncoding(text);
  if (encoding === undefined) return undefined;
  return { code: 'not-utf8', why: `it declares the encoding ${encoding}, in which Python reads other code` };
}
