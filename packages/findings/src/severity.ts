/** Worst first. A scanner's own scale is mapped onto this one in its adapter. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;

export type Severity = (typeof SEVERITIES)[number];

/**
 * What one finding of a severity adds to the weighted total. Each step up outweighs several findings of the step below,
 * so that a total cannot be kept level by trading one high for two or three mediums.
 */
export const SEVERITY_WEIGHT: Readonly<Record<Severity, number>> = { critical: 40, high: 10, medium: 4, low: 1, info: 0 };

/** Negative when `a` is worse than `b`: sorts worst first. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}

export function isWorse(a: Severity, than: Severity): boolean {
  return compareSeverity(a, than) < 0;
}
