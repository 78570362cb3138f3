import type { Checked } from '@pawl/checkpoint';
import { describe, expect, it } from 'vitest';
import { EXIT_STATUS, worstHookStatus } from './exit-status.ts';

type Outcome = Checked['verdict']['outcome'];

const checked = (outcome: Outcome, audience: Checked['audience'] = 'agent', people: Checked['people'] = 'report') =>
  ({ verdict: { outcome }, audience, people }) as Checked;

describe('EXIT_STATUS', () => {
  it('is 0 for clean and for nothing else', () => {
    expect(EXIT_STATUS).toEqual({ clean: 0, regression: 1, escalated: 1, inconclusive: 2 });
  });
});

describe('worstHookStatus', () => {
  it('lets through where nothing was judged, as when a branch is deleted', () => {
    expect(worstHookStatus([])).toBe(0);
  });

  it.each<[readonly Outcome[], number]>([
    [['clean', 'clean'], 0],
    [['clean', 'escalated'], 1],
    [['escalated', 'inconclusive'], 2],
    [['inconclusive', 'regression', 'clean'], 1],
  ])('is as bad as the worst of %j', (outcomes, status) => {
    expect(worstHookStatus(outcomes.map((outcome) => checked(outcome)))).toBe(status);
  });

  it.each<Outcome>(['regression', 'escalated', 'inconclusive'])('does not refuse a person for %s', (outcome) => {
    expect(worstHookStatus([checked(outcome, 'human')])).toBe(0);
  });

  it('refuses a person where the policy says so', () => {
    expect(worstHookStatus([checked('regression', 'human', 'refuse')])).toBe(1);
  });
});
