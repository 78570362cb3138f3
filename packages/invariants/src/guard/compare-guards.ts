import type { Change, Side } from '../change.ts';
import { counterpart, type Scope, scopeOf } from '../counterpart.ts';
import { Multiset } from '../multiset.ts';
import { plainCode, words } from '../plain-code.ts';
import { statementsOf } from './exit-of.ts';
import type { GuardFact } from './guard-facts.ts';
import { termsOfHelpers } from './helpers.ts';
import { type Conjunction, conjunctionKey } from './rejections.ts';

export interface GuardLoss {
  readonly rule: 'lost-guard' | 'weakened-guard';
  readonly guard: GuardFact;
  /** What is no longer rejected. */
  readonly lost: readonly Conjunction[];
  /** Where the guard should be. */
  readonly where: Scope;
}

/**
 * Subtracts the conditions of head from the guards of base, over the whole change. What is left is lost, unless its
 * function or what it guarded is gone, or another guard took its place.
 */
export function compareGuards(
  base: readonly GuardFact[],
  head: readonly GuardFact[],
  change: Change,
): readonly GuardLoss[] {
  const { lost, fresh } = subtract(base, head);
  if (lost.length === 0) return [];
  const within = factsWithin(head);
  const delegated = termsOfHelpers(base, head, new Set(lost.flatMap((each) => each.lost.map(conjunctionKey))));
  return lost.flatMap(({ guard, lost: gone }) => {
    const where = counterpart(scopeOf(guard.side, guard.node), change, guard.node);
    if (where === undefined || isSubjectGone(guard, where)) return [];
    const here = within(where);
    const uncovered = gone.filter((term) => !isCovered(term, here) && !delegated.has(conjunctionKey(term)));
    const rule = uncovered.length === 0 ? undefined : ruleFor(guard, uncovered, here, fresh);
    return rule === undefined ? [] : [{ rule, guard, lost: uncovered, where }];
  });
}

/** Undefined where a guard that is new in head took the place of the old one; each new guard stands in for one. */
function ruleFor(
  guard: GuardFact,
  lost: readonly Conjunction[],
  here: readonly GuardFact[],
  fresh: Set<GuardFact>,
): GuardLoss['rule'] | undefined {
  if (lost.some((conjunction) => isNarrowed(conjunction, here))) return 'weakened-guard';
  const replacement = here.find((fact) => fresh.has(fact) && (isAbout(fact, guard) || isRenamed(fact, guard)));
  if (replacement !== undefined) {
    fresh.delete(replacement);
    return undefined;
  }
  return lost.length < guard.rejects.length ? 'weakened-guard' : 'lost-guard';
}

/** Looks up the facts inside a scope: a change may have thousands of both. */
function factsWithin(facts: readonly GuardFact[]): (scope: Scope) => readonly GuardFact[] {
  const bySide = new Map<Side, { readonly fact: GuardFact; readonly start: number; readonly end: number }[]>();
  for (const fact of facts) {
    const placed = { fact, start: fact.node.startOffset, end: fact.node.endOffset };
    const list = bySide.get(fact.side);
    if (list) list.push(placed);
    else bySide.set(fact.side, [placed]);
  }
  for (const list of bySide.values()) list.sort((a, b) => a.start - b.start);
  return ({ side, node }) => {
    const list = bySide.get(side) ?? [];
    const [from, to] = [node.startOffset, node.endOffset];
    const inside: GuardFact[] = [];
    for (let index = firstFrom(list, from); index < list.length; index++) {
      const placed = list[index];
      if (placed === undefined || placed.start > to) break;
      if (placed.end <= to) inside.push(placed.fact);
    }
    return inside;
  };
}

function firstFrom(list: readonly { readonly start: number }[], offset: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Subtracted {
  readonly lost: readonly { readonly guard: GuardFact; readonly lost: readonly Conjunction[] }[];
  /** Guards of head with a condition that base did not have. */
  readonly fresh: Set<GuardFact>;
}

function subtract(base: readonly GuardFact[], head: readonly GuardFact[]): Subtracted {
  const guards = base.filter(isGuard);
  const others = base.filter((fact) => !isGuard(fact));
  // What is no guard in base still has its twin in head, which must not stand in for a guard.
  const spare = bag(others);
  const available = new Multiset();
  for (const fact of head) for (const key of keysOf(fact)) if (!spare.take(key)) available.add(key);
  const lost = guards.map((guard) => ({
    guard,
    lost: guard.rejects.filter((term) => !available.take(conjunctionKey(term))),
  }));
  const known = bag(base);
  const fresh = head.filter(
    (fact) =>
      isGuard(fact) &&
      keysOf(fact)
        .map((key) => known.take(key))
        .includes(false),
  );
  return { lost: lost.filter((each) => each.lost.length > 0), fresh: new Set(fresh) };
}

function isGuard({ form, exit }: GuardFact): boolean {
  return form === 'exit' && exit !== 'dispatch';
}

function keysOf({ rejects }: GuardFact): readonly string[] {
  return rejects.map(conjunctionKey);
}

function bag(facts: readonly GuardFact[]): Multiset {
  const counts = new Multiset();
  for (const fact of facts) for (const key of keysOf(fact)) counts.add(key);
  return counts;
}

/** Whether head rejects at least as much: it asks for no more, and perhaps for less, before it rejects. */
function isCovered(conjunction: Conjunction, facts: readonly GuardFact[]): boolean {
  const literals = new Set(conjunction.map(({ key }) => key));
  return facts.some(
    ({ form, rejects }) =>
      form !== 'value' &&
      rejects.some((term) => term.length < literals.size && term.every(({ key }) => literals.has(key))),
  );
}

/** Whether head still rejects, but only where something more holds: `if (bad && strict) throw`. */
function isNarrowed(conjunction: Conjunction, facts: readonly GuardFact[]): boolean {
  return facts.some(
    ({ form, rejects }) => form === 'exit' && rejects.some((term) => isProperSubset(conjunction, term)),
  );
}

function isProperSubset(part: Conjunction, whole: Conjunction): boolean {
  const keys = new Set(whole.map(({ key }) => key));
  return part.length > 0 && part.length < whole.length && part.every(({ key }) => keys.has(key));
}

/** Whether it is the same question about a value that has another name now. */
function isRenamed(guard: GuardFact, other: GuardFact): boolean {
  return guard.exit === other.exit && shapeOf(guard) === shapeOf(other);
}

function shapeOf(guard: GuardFact): string {
  const names = new Set(namesIn(guard));
  return plainCode(guard.condition).replace(/[\p{L}\p{N}_$]+/gu, (word) => (names.has(word) ? '_' : word));
}

/** Whether a guard asks about something that the other asked about. */
function isAbout(guard: GuardFact, other: GuardFact): boolean {
  const names = new Set(namesIn(other));
  return namesIn(guard).some((name) => names.has(name));
}

function namesIn({ condition }: GuardFact): readonly string[] {
  const { identifiers } = condition.tree.profile;
  return condition.find(identifiers).map(({ text }) => text);
}

/** Nothing that was asked about is left, and nothing that followed the guard. */
function isSubjectGone(guard: GuardFact, where: Scope): boolean {
  const left = new Set(words(where.node.text));
  if (namesIn(guard).some((name) => left.has(name))) return false;
  const code = plainCode(where.node);
  return followers(guard).every((text) => !code.includes(text));
}

function followers({ node }: GuardFact): readonly string[] {
  const block = node.parent;
  if (block === undefined) return [];
  return statementsOf(block)
    .filter((statement) => statement.startOffset >= node.endOffset)
    .map(plainCode);
}
