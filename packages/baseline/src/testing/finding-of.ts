import { type Finding, fingerprint, type Severity } from '@pawl/findings';

/** A finding for specs: the code is its identity, the rest is where and how bad. */
export function findingOf(code: string, place = 'a.ts:1', severity: Severity = 'medium'): Finding {
  const at = place.lastIndexOf(':');
  const location = { file: place.slice(0, at), line: Number(place.slice(at + 1)), symbol: 'f' };
  return {
    tool: 'probe',
    rule: 'R1',
    severity,
    message: 'm',
    cwe: [],
    location,
    snippet: code,
    fingerprint: fingerprint({ tool: 'probe', rule: 'R1', symbol: 'f', code }),
  };
}
