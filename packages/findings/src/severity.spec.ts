import { describe, expect, it } from 'vitest';
import { compareSeverity, isWorse, SEVERITIES, type Severity, SEVERITY_WEIGHT } from './severity.ts';

describe('when severities are compared', () => {
  it('it sorts worst first', () => {
    const mixed: Severity[] = ['low', 'critical', 'info', 'high', 'medium'];
    expect(mixed.toSorted(compareSeverity)).toEqual(['critical', 'high', 'medium', 'low', 'info']);
  });

  it('it calls none worse than itself', () => {
    expect(SEVERITIES.filter((severity) => isWorse(severity, severity))).toEqual([]);
  });

  it('it calls high worse than medium and not the other way round', () => {
    expect(isWorse('high', 'medium')).toBe(true);
    expect(isWorse('medium', 'high')).toBe(false);
  });
});

it('when two findings become one of the next severity the weighted total rises', () => {
  const { critical, high, medium, low, info } = SEVERITY_WEIGHT;
  expect([critical > 2 * high, high > 2 * medium, medium > 2 * low, low > 2 * info]).toEqual([true, true, true, true]);
});
