import type { Reason, Verdict } from '@pawl/verdict';
import { describe, expect, it } from 'vitest';
import { brokenCriteria, EXIT_CRITERIA, mayAccept, notJudged } from './exit-criteria.ts';

function reason(kind: Reason['kind'], more: Partial<Reason> = {}): Reason {
  const nowhere = { severity: null, file: null, line: null, symbol: null, rule: null, tool: null, cwe: [] } as const;
  return { ...nowhere, kind, outcome: 'regression', message: '', ...more };
}

function criteria(states: Readonly<Record<string, 'met' | 'unmet' | 'not-judged'>>): Verdict['criteria'] {
  const names = ['scanners', 'invariants', 'security-tests', 'gate'] as const;
  return names.map((name) => ({ name, state: states[name] ?? 'met', reasons: 0 }));
}

describe('when a person is told what was violated', () => {
  it('each criterion is named once, in the order of the list', () => {
    const reasons = [
      reason('gate-integrity'),
      reason('lost-defence'),
      reason('weakened-defence'),
      reason('suppression'),
    ];
    expect(brokenCriteria({ reasons })).toEqual(['invariants-kept', 'no-suppression', 'gate-untouched']);
  });

  it('a finding of high or critical severity is another criterion than a lesser one', () => {
    const of = (severity: Reason['severity']): readonly string[] =>
      brokenCriteria({ reasons: [reason('introduced-finding', { severity })] });
    expect(
      ['critical', 'high', 'medium', 'low', 'info'].map((severity) => of(severity as Reason['severity'])[0]),
    ).toEqual(['no-new-finding', 'no-new-finding', 'no-lesser-finding', 'no-lesser-finding', 'no-lesser-finding']);
  });

  it('what the policy calls clean violates nothing', () => {
    expect(brokenCriteria({ reasons: [reason('lost-defence', { outcome: 'clean' })] })).toEqual([]);
  });

  it('each has a sentence of its own', () => {
    expect(new Set(Object.values(EXIT_CRITERIA)).size).toBe(Object.keys(EXIT_CRITERIA).length);
  });
});

describe('when a loop might end', () => {
  const full = { outcome: 'clean', tier: 'full' } as const;

  it('it does where all was judged and nothing found', () => {
    expect(mayAccept({ ...full, criteria: criteria({}) })).toBe(true);
  });

  it('a project without security tests is no reason against it, and it is said', () => {
    const judged = criteria({ 'security-tests': 'not-judged' });
    expect(mayAccept({ ...full, criteria: judged })).toBe(true);
    expect(notJudged({ ...full, criteria: judged })).toEqual(['security-tests']);
  });

  it.each(['scanners', 'invariants', 'gate'])('in full, %s that were not judged are one', (name) => {
    expect(mayAccept({ ...full, criteria: criteria({ [name]: 'not-judged' }) })).toBe(false);
  });

  it('in the fast tier nobody asks for scanners, but for the rest', () => {
    const fast = { outcome: 'clean', tier: 'fast' } as const;
    expect(mayAccept({ ...fast, criteria: criteria({ scanners: 'not-judged', 'security-tests': 'not-judged' }) })).toBe(
      true,
    );
    expect(mayAccept({ ...fast, criteria: criteria({ invariants: 'not-judged' }) })).toBe(false);
    expect(notJudged({ ...fast, criteria: criteria({}) })).toEqual(['scanners']);
  });

  it.each(['regression', 'escalated', 'inconclusive'] as const)('what is %s never ends it', (outcome) => {
    expect(mayAccept({ outcome, tier: 'full', criteria: criteria({}) })).toBe(false);
  });

  it('what is unmet never ends it', () => {
    expect(mayAccept({ ...full, criteria: criteria({ 'security-tests': 'unmet' }) })).toBe(false);
  });
});
