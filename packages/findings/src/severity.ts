/** Worst first. A scanner's own scale is mapped onto this one in its adapter. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;

export type Severity = (typeof SEVERITIES)[number];

/**
 * What one finding of a severity adds to the weighted total. Each step up outweighs two findings of the step below, so
 * that replacing two mediums by one high raises the total.
 */
export const SEVERITY_WEIGHT: Readonly<Record<Severity, number>> = {
  critical: 40,
  high: 10,
  medium: 4,
  low: 1,
  info: 0,
};

/** Negative when `a` is worse than `b`: sorts worst first. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}

export function isWorse(a: Severity, than: Severity): boolean {
  return compareSeverity(a, than) < 0;
}
