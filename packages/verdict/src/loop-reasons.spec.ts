import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Evidence } from './evidence.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { evidenceOf } from './testing/evidence-of.ts';

describe('when the protected branch moved since it was locked', () => {
  it.each([
    [0, 'clean'],
    [20, 'clean'],
    [21, 'escalated'],
  ])('a drift of %i with a limit of 20 is %s', (weight, outcome) => {
    expect(decide(evidenceOf({ drift: { weight, limit: 20 } }), DEFAULT_POLICY).outcome).toBe(outcome);
  });
});

/** Neither scanners nor invariants were asked. */
const nothing: Evidence = { coverage: evidenceOf().coverage };

describe('when a case keeps the loop stopped', () => {
  it('the verdict is stopped though nothing else was looked at', () => {
    const { outcome, reasons } = decide({ ...nothing, latch: ['0123abcd'] }, DEFAULT_POLICY);
    expect([outcome, reasons.map(({ kind }) => kind)]).toEqual(['escalated', ['latched']]);
  });

  it('a change that is clean by itself is stopped all the same', () => {
    expect(decide(evidenceOf({ latch: ['0123abcd'] }), DEFAULT_POLICY).outcome).toBe('escalated');
  });

  it('nothing judged and no latch is "could not tell"', () => {
    expect(decide({ ...nothing, latch: [] }, DEFAULT_POLICY).outcome).toBe('inconclusive');
  });
});
