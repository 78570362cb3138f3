import { describe, expect, it } from 'vitest';
import { weightOfDrift } from './drift.ts';

describe('when the drift of a branch is weighed', () => {
  it('what slipped counts by its severity, and as medium where it has none', () => {
    const slips = [
      { kind: 'introduced-finding', severity: 'low' },
      { kind: 'lost-defence', severity: 'high' },
      { kind: 'suppression', severity: null },
    ] as const;
    expect(weightOfDrift(slips)).toBe(1 + 10 + 4);
  });

  it('what people decided, what was not examined and sums of other reasons do not count', () => {
    const others = [
      { kind: 'gate-integrity', severity: null },
      { kind: 'not-examined', severity: null },
      { kind: 'severity-total', severity: null },
    ] as const;
    expect(weightOfDrift(others)).toBe(0);
  });
});
