import type { Suppression } from '@pawl/findings';
import { compareLocation, compareText, groupBy } from './order.ts';
import { pairWithin } from './pair.ts';

export interface SuppressionDelta {
  readonly introduced: readonly Suppression[];
  readonly removed: readonly Suppression[];
}

/**
 * Compares suppressions as multisets. One is the same when tool, rules, scope and covered code are the same, wherever it
 * stands. A widened one (rules lost or emptied, scope grown, new code under it) is introduced; one that became narrower
 * is neither introduced nor removed, because taking protection back must never stop a loop.
 */
export function suppressionDelta(base: readonly Suppression[], head: readonly Suppression[]): SuppressionDelta {
  const start = { pairs: [], base: copies(base), head: copies(head) };
  const same = pairWithin(start, identity, ({ location }) => location.line);
  return withoutNarrowed(same.base, same.head);
}

function identity({ tool, rules, scope, code }: Suppression): string {
  return JSON.stringify([tool, normalisedRules(rules), scope, code]);
}

function withoutNarrowed(base: readonly Suppression[], head: readonly Suppression[]): SuppressionDelta {
  const left = groupBy(base, target);
  const paired = new Set<Suppression>();
  for (const suppression of head) {
    const wider = left.get(target(suppression))?.find((other) => !paired.has(other) && isNarrower(suppression, other));
    if (wider) paired.add(wider).add(suppression);
  }
  return {
    introduced: head.filter((suppression) => !paired.has(suppression)),
    removed: base.filter((suppression) => !paired.has(suppression)),
  };
}

function target({ tool, code }: Suppression): string {
  return JSON.stringify([tool, code]);
}

const REACH: Readonly<Record<Suppression['scope'], number>> = { line: 1, block: 2, file: 3 };

function isNarrower(head: Suppression, than: Suppression): boolean {
  if (REACH[head.scope] > REACH[than.scope]) return false;
  if (than.rules.length === 0) return true;
  return head.rules.length > 0 && head.rules.every((rule) => than.rules.includes(rule));
}

function normalisedRules(rules: readonly string[]): readonly string[] {
  return [...new Set(rules)].sort(compareText);
}

/** One object for each suppression, in one order, so that neither repetition nor order of the input shows. */
function copies(suppressions: readonly Suppression[]): readonly Suppression[] {
  return suppressions.map((suppression) => ({ ...suppression })).sort(compareSuppression);
}

function compareSuppression(a: Suppression, b: Suppression): number {
  return compareLocation(a.location, b.location) || compareText(JSON.stringify(a), JSON.stringify(b));
}
