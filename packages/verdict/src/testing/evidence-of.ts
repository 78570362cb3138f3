import { delta } from '@pawl/baseline';
import {
  type Finding,
  fingerprint,
  type InvariantFinding,
  NO_COVERAGE,
  type Severity,
  type Suppression,
} from '@pawl/findings';
import type { ComparedCoverage, Evidence } from '../evidence.ts';

/** A finding for specs: the code is its identity, the rest is where and how bad. */
export function findingOf(code: string, severity: Severity = 'medium', file = 'a.ts', line = 1): Finding {
  return {
    tool: 'probe',
    rule: 'R1',
    severity,
    message: 'eval of input',
    cwe: ['CWE-95'],
    location: { file, line, symbol: 'f' },
    snippet: code,
    fingerprint: fingerprint({ tool: 'probe', rule: 'R1', symbol: 'f', code }),
  };
}

export function invariantOf(kind: InvariantFinding['kind'], severity: Severity = 'low'): InvariantFinding {
  return { ...findingOf(kind, severity), tool: 'invariants', rule: 'guard', message: 'a guard is gone', kind };
}

export const suppression: Suppression = {
  tool: 'bandit',
  rules: ['B608', 'B602'],
  scope: 'line',
  code: 'x',
  text: '# nosec',
  location: { file: 'a.py', line: 3, symbol: 'f' },
};

export const nothingCovered: ComparedCoverage = {
  base: NO_COVERAGE,
  head: NO_COVERAGE,
  renames: new Map(),
  deleted: new Set(),
};

/** Everything was judged and nothing changed, but for what is given. */
export function evidenceOf(parts: Partial<Evidence> = {}): Evidence {
  return {
    delta: delta([], []),
    invariants: [],
    suppressions: [],
    gateChanges: [],
    faults: [],
    coverage: nothingCovered,
    ...parts,
  };
}
