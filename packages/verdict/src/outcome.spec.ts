import { describe, expect, it } from 'vitest';
import { opensCase, type Outcome, worstOutcome } from './outcome.ts';

const reasons = (...outcomes: readonly Outcome[]): readonly { outcome: Outcome }[] =>
  outcomes.map((outcome) => ({ outcome }));

describe('when reasons are weighed', () => {
  it.each<[Outcome, readonly Outcome[]]>([
    ['clean', []],
    ['clean', ['clean', 'clean']],
    ['escalated', ['clean', 'escalated']],
    ['inconclusive', ['escalated', 'inconclusive', 'clean']],
    ['regression', ['inconclusive', 'escalated', 'regression']],
  ])('it takes the worst: %s', (worst, outcomes) => {
    expect(worstOutcome(reasons(...outcomes))).toBe(worst);
  });
});

describe('when a human must look', () => {
  it('it opens a case for what was escalated although the whole is inconclusive', () => {
    expect(opensCase(reasons('inconclusive', 'escalated'))).toBe(true);
    expect(opensCase(reasons('regression'))).toBe(true);
  });

  it('it opens none for what could not be told or is clean', () => {
    expect(opensCase(reasons('inconclusive', 'clean'))).toBe(false);
  });
});
