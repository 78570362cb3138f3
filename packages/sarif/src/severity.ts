import type { Severity } from '@pawl/findings';
import type { Node } from './node.ts';

export const LEVELS = ['error', 'warning', 'note', 'none'] as const;
export type Level = (typeof LEVELS)[number];

/** One table for both directions: how a severity is written, and from which score and level it is read. */
export const SCALE: Readonly<Record<Severity, { readonly level: Level; readonly score: string }>> = {
  critical: { level: 'error', score: '9.5' },
  high: { level: 'error', score: '8.0' },
  medium: { level: 'warning', score: '5.5' },
  low: { level: 'note', score: '2.0' },
  info: { level: 'none', score: '0.0' },
};

const BY_LEVEL: Readonly<Record<Level, Severity>> = { error: 'high', warning: 'medium', note: 'low', none: 'info' };

/**
 * `security-severity` of the result, else of its rule; else the level of the result, else the default level of its rule,
 * else `warning`. `kind` is ignored: a result that calls itself passed is still a result.
 */
export function severityOf(result: Node, rule: Node | undefined): Severity {
  const score = scoreOf(result) ?? (rule && scoreOf(rule));
  return score !== undefined && score > 0 ? fromScore(score) : BY_LEVEL[levelOf(result) ?? defaultLevel(rule)];
}

/** The severity that a rule gives to its results where they do not say otherwise. */
export function severityOfRule(rule: Node): Severity {
  const score = scoreOf(rule);
  return score !== undefined && score > 0 ? fromScore(score) : BY_LEVEL[defaultLevel(rule)];
}

function levelOf(owner: Node | undefined): Level | undefined {
  return owner?.get('level')?.oneOf(LEVELS);
}

function defaultLevel(rule: Node | undefined): Level {
  return levelOf(rule?.get('defaultConfiguration')) ?? 'warning';
}

/** The CVSS bands that code scanning platforms use for this property. */
function fromScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

/** SARIF property bags hold it as a text, some tools write a number. */
function scoreOf(owner: Node): number | undefined {
  const property = owner.get('properties')?.get('security-severity');
  if (!property) return undefined;
  const { value } = property;
  if (typeof value !== 'string' && typeof value !== 'number') return property.fail('wrong-type', 'is not a score');
  const score = typeof value === 'number' || /^\d{1,2}(?:\.\d{1,9})?$/u.test(value) ? Number(value) : NaN;
  return score >= 0 && score <= 10 ? score : property.fail('bad-number', 'is not a score from 0 to 10');
}
