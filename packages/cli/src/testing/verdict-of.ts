import type { Checked } from '@pawl/checkpoint';

type Verdict = Checked['verdict'];
type Reason = Verdict['reasons'][number];

/** A reason for specs: a guard that is gone. */
export function reasonOf(over: Partial<Reason> = {}): Reason {
  return {
    kind: 'lost-defence',
    outcome: 'regression',
    severity: 'high',
    file: 'packages/attachments/src/read-attachment.ts',
    line: 10,
    symbol: 'readAttachment',
    rule: 'lost-guard',
    tool: 'invariants',
    message: '`readAttachment` no longer rejects `!file.startsWith(root)`',
    cwe: ['CWE-22'],
    ...over,
  };
}

/** A verdict for specs: clean, unless there are reasons. */
export function verdictOf({
  reasons = [],
  ...over
}: Partial<Omit<Verdict, 'reasons'>> & { readonly reasons?: readonly Partial<Reason>[] } = {}): Verdict {
  return {
    schema: 'pawl/verdict@1',
    outcome: reasons.length === 0 ? 'clean' : 'regression',
    base: '4f2d9c1be07a5d3386c1c0d9a7be51f2c3d4e5f6',
    head: '9c1be07a5d3386c1c0d9a7be51f2c3d4e5f64f2d',
    tier: 'full',
    assurance: 'advisory',
    drift: { weight: 0, limit: 20 },
    criteria: [
      { name: 'scanners', state: reasons.length === 0 ? 'met' : 'unmet', reasons: reasons.length },
      { name: 'invariants', state: 'met', reasons: 0 },
      { name: 'security-tests', state: 'not-judged', reasons: 0 },
      { name: 'gate', state: 'met', reasons: 0 },
    ],
    reasons: reasons.map(reasonOf),
    coverage: { examined: 12, notExamined: [] },
    timings: {},
    ...over,
  };
}
