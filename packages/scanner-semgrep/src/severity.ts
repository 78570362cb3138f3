import type { Severity } from '@pawl/findings';

/** What a rule says of itself. The first three are older names of the next four. */
const OF_RULE: ReadonlyMap<unknown, Severity> = new Map<unknown, Severity>(
  Object.entries({
    ERROR: 'high',
    WARNING: 'medium',
    INFO: 'low',
    CRITICAL: 'critical',
    HIGH: 'high',
    MEDIUM: 'medium',
    LOW: 'low',
    INVENTORY: 'info',
    EXPERIMENT: 'info',
  }),
);

const OF_WORD: ReadonlyMap<string, Severity> = new Map<string, Severity>(
  Object.entries({
    critical: 'critical',
    high: 'high',
    medium: 'medium',
    moderate: 'medium',
    low: 'low',
    info: 'info',
    unknown: 'info',
  }),
);

const WORST_FIRST: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/**
 * The worse of what the rule's `severity` and its `metadata.security-severity` (a word, or a CVSS score) say.
 *
 * @throws Error where Semgrep has no such severity.
 */
export function severityOf(severity: unknown, securitySeverity: unknown): Severity {
  const ofRule = OF_RULE.get(severity);
  if (ofRule === undefined) throw new Error(`${JSON.stringify(severity)} is no severity`);
  const said = [ofRule, ofSecurity(securitySeverity)];
  return WORST_FIRST.find((each) => said.includes(each)) ?? ofRule;
}

function ofSecurity(value: unknown): Severity | undefined {
  if (value === undefined) return undefined;
  const score = typeof value === 'number' ? value : Number.parseFloat(String(value));
  if (Number.isNaN(score)) return OF_WORD.get(String(value).toLowerCase());
  // The bands of CVSS 3.1.
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}
