import type { Change } from '../change.ts';
import { type Scope, scopeOf } from '../counterpart.ts';
import { passesThrough } from '../moved/passes-through.ts';
import type { GuardFact } from './guard-facts.ts';
import { type Conjunction, conjunctionKey } from './rejections.ts';

/** A function before and after the change. */
interface Changed {
  readonly was: Scope;
  readonly where: Scope;
}

/**
 * Of the terms that were lost, those that functions without a guard before now reject: one check that stands in for its
 * callers' own. It stands in for a function only that passes through it: a check that nobody calls checks nothing, and one that only
 * others call is a decoy.
 */
export function termsOfHelpers(
  base: readonly GuardFact[],
  head: readonly GuardFact[],
  wanted: ReadonlySet<string>,
  change: Change,
): (changed: Changed, term: Conjunction) => boolean {
  const before = new Set(base.map(({ side, node }) => scopeOf(side, node).symbol));
  const helpers = new Map<string, Map<string, Scope>>();
  for (const { form, exit, side, node, rejects } of head) {
    if (form !== 'exit' || exit === 'dispatch') continue;
    const keys = rejects.map(conjunctionKey).filter((key) => wanted.has(key));
    if (keys.length === 0) continue;
    const scope = scopeOf(side, node);
    if (scope.symbol === '' || before.has(scope.symbol)) continue;
    const place = `${side.source.file}\0${scope.node.id}`;
    for (const key of keys) helpers.set(key, (helpers.get(key) ?? new Map<string, Scope>()).set(place, scope));
  }
  return (changed, term) =>
    [...(helpers.get(conjunctionKey(term))?.values() ?? [])].some((into) =>
      passesThrough({ ...changed, into }, change),
    );
}
