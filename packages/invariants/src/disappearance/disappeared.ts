import { fingerprint, type InvariantFinding } from '@pawl/findings';
import { quoted } from '../plain-code.ts';
import type { Classified } from './fate.ts';

const DISAPPEARANCE = 'disappearance';

/** Those that only look mended, as findings for a person. What was fixed or removed is told by nobody. */
export function disappeared(classified: readonly Classified[]): readonly InvariantFinding[] {
  return classified.flatMap(({ finding, fate, why, at }) => {
    if (fate === 'fixed' || fate === 'removed') return [];
    const rule = fate === 'unreachable' ? 'finding-made-unreachable' : 'finding-hidden';
    const { severity, cwe, snippet, location } = finding;
    const symbol = at?.symbol ?? location.symbol;
    return [
      {
        kind: 'unreachable',
        tool: DISAPPEARANCE,
        rule,
        severity,
        message: `${quoted(snippet === '' ? finding.message : snippet)} was found by ${finding.tool} (${finding.rule}) and is no longer: it ${why}`,
        cwe,
        location: at ?? location,
        snippet,
        fingerprint: fingerprint({ tool: DISAPPEARANCE, rule, symbol, code: `${finding.rule} ${snippet}` }),
      },
    ];
  });
}
