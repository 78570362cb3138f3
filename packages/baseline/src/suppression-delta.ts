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
  const kinds = new Map<string, Wider>();
  for (const suppression of head) {
    const key = target(suppression);
    const kind = `${key}${identity(suppression)}`;
    const wider = kinds.get(kind) ?? widerThan(suppression, indexOf(left, key));
    kinds.set(kind, wider);
    while (paired.has(wider.those[wider.next] as Suppression)) wider.next++;
    const other = wider.those[wider.next];
    if (other) paired.add(other).add(suppression);
  }
  return {
    introduced: head.filter((suppression) => !paired.has(suppression)),
    removed: base.filter((suppression) => !paired.has(suppression)),
  };
}

/** What one kind of suppression may be the narrower form of. Those before `next` are all paired: none is asked about twice. */
interface Wider {
  readonly those: readonly Suppression[];
  next: number;
}

/** The suppressions of one target, by each rule that they name; in the order of the input. */
interface Index {
  readonly order: ReadonlyMap<Suppression, number>;
  readonly bare: readonly Suppression[];
  readonly byRule: ReadonlyMap<string, readonly Suppression[]>;
}

const indexes = new WeakMap<readonly Suppression[], Index>();

function indexOf(left: ReadonlyMap<string, readonly Suppression[]>, key: string): Index {
  const group = left.get(key) ?? [];
  const known = indexes.get(group);
  if (known) return known;
  const named = group.flatMap((suppression) =>
    normalisedRules(suppression.rules).map((rule) => ({ rule, suppression })),
  );
  const byRule = new Map(
    [...groupBy(named, ({ rule }) => rule)].map(([rule, list]) => [rule, list.map(({ suppression }) => suppression)]),
  );
  const order = new Map(group.map((suppression, index) => [suppression, index]));
  const index = { order, bare: group.filter(({ rules }) => rules.length === 0), byRule };
  indexes.set(group, index);
  return index;
}

/** By the rarest of its rules: a flood of suppressions of one line must not cost the square of its size. */
function widerThan(suppression: Suppression, { order, bare, byRule }: Index): Wider {
  const named = suppression.rules.map((rule) => byRule.get(rule) ?? []).sort((a, b) => a.length - b.length);
  const those = [...bare, ...(named[0] ?? [])].filter((other) => isNarrower(suppression, other));
  return { those: those.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)), next: 0 };
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
