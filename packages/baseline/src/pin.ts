import { type Finding, fingerprint, type Suppression } from '@pawl/findings';
import { digest } from './digest.ts';

/** What a waiver is bound to: an identity that survives a move, and the very code, which does not survive an edit. */
export interface Pin {
  readonly fingerprint: string;
  /** A SHA-256 in hexadecimal. */
  readonly snippet: string;
}

/** `undefined` where a finding matched no code: nothing would tell when a waiver of it has to lapse. */
export function pinOfFinding({ fingerprint: identity, snippet }: Finding): Pin | undefined {
  return snippet.trim() === '' ? undefined : { fingerprint: identity, snippet: digest(snippet) };
}

/** A suppression of a whole file covers no code of its own, so the file is part of it. */
export function pinOfSuppression({ tool, rules, scope, code, text, location }: Suppression): Pin {
  const rule = JSON.stringify(['suppression', scope, [...new Set(rules)].sort()]);
  return {
    fingerprint: fingerprint({ tool, rule, symbol: location.symbol, code }),
    snippet: digest(JSON.stringify([location.file, text, code])),
  };
}
