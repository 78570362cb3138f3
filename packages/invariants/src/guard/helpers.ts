import type { Change } from '../change.ts';
import { type Scope, scopeOf } from '../counterpart.ts';
import { words } from '../plain-code.ts';
import { spend } from '../work.ts';
import type { GuardFact } from './guard-facts.ts';
import { conjunctionKey } from './rejections.ts';

/**
 * Of the terms that were lost, those that functions without a guard before now reject: one check that stands in for its
 * callers' own. Only a function that something else names counts, because a check that nobody calls checks nothing.
 */
export function termsOfHelpers(
  base: readonly GuardFact[],
  head: readonly GuardFact[],
  wanted: ReadonlySet<string>,
  change: Change,
): ReadonlySet<string> {
  const before = new Set(base.map(({ side, node }) => scopeOf(side, node).symbol));
  const helpers = head.filter(({ form, exit, side, node, rejects }) => {
    if (form !== 'exit' || exit === 'dispatch') return false;
    if (!rejects.some((term) => wanted.has(conjunctionKey(term)))) return false;
    const scope = scopeOf(side, node);
    return scope.symbol !== '' && !before.has(scope.symbol) && isUsed(scope, change);
  });
  return new Set(helpers.flatMap(({ rejects }) => rejects.map(conjunctionKey)));
}

/** To take a text apart into words costs as much as to look for something in it so many times. */
const WORDS = 40;

/** Named outside its own body, and not only by its definition where that lies outside too (`const check = …`). */
function isUsed({ side, node, symbol }: Scope, change: Change): boolean {
  const { text } = side.source;
  spend(change, WORDS * text.length);
  const outside = words(text.slice(0, node.startOffset) + text.slice(node.endOffset));
  const heading = words(text.slice(node.startOffset, node.endOffset)).slice(0, 3);
  return symbol.split('.').some((name) => {
    const times = outside.filter((word) => word === name).length;
    return times > (heading.includes(name) ? 0 : 1);
  });
}
