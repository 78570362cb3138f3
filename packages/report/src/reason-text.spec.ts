import { describe, expect, it } from 'vitest';
import { reasonText } from './reason-text.ts';

const reason = {
  outcome: 'regression',
  severity: 'high',
  file: 'a.py',
  line: 3,
  symbol: 'f',
  message: 'm',
  cwe: ['CWE-78'],
} as const;

describe('when a person decides about a reason', () => {
  it('a rule of ours says why it matters and what to do', () => {
    const text = reasonText({ ...reason, kind: 'lost-defence', tool: 'invariants', rule: 'lost-guard' });
    expect([text.kind, text.title]).toEqual(['lost defence', 'A guard is gone']);
    expect(text.why).toContain('A scanner matches what code has');
    expect(text.mend).toContain('Put the check back');
  });

  it('a rule of a scanner is named', () => {
    const text = reasonText({ ...reason, kind: 'introduced-finding', tool: 'bandit', rule: 'B602' });
    expect([text.kind, text.title]).toEqual(['new finding', 'B602 (bandit)']);
    expect(text.why).not.toBe('');
    expect(text.mend).not.toBe('');
  });

  it('what the gate says for itself is explained too', () => {
    const text = reasonText({ ...reason, kind: 'gate-integrity', tool: null, rule: null });
    expect([text.kind, text.why !== '', text.mend !== '']).toEqual(['change to the gate or a scanner', true, true]);
  });
});
