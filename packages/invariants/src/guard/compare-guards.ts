import type { SyntaxNode } from '@pawl/syntax';
import type { Change, Side } from '../change.ts';
import { counterpart, type Scope, scopeOf } from '../counterpart.ts';
import { movesOf, type Placed } from '../moved/moves-of.ts';
import { Multiset, subtractMoved } from '../multiset.ts';
import { plainCode, words } from '../plain-code.ts';
import { spend } from '../work.ts';
import { statementsOf } from './exit-of.ts';
import type { GuardFact } from './guard-facts.ts';
import { termsOfHelpers } from './helpers.ts';
import { type Conjunction, conjunctionKey } from './rejections.ts';
import { namesIn, ScopeGuards } from './scope-guards.ts';

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
  const { lost, fresh } = subtract(base, head, change);
  if (lost.length === 0) return [];
  const within = factsWithin(head);
  const isGone = subjects(change);
  const isDelegated = termsOfHelpers(
    base,
    head,
    new Set(lost.flatMap((each) => each.lost.map(conjunctionKey))),
    change,
  );
  return lost.flatMap(({ guard, lost: gone }) => {
    const was = scopeOf(guard.side, guard.node);
    const where = counterpart(was, change, guard.node);
    if (where === undefined || isGone(guard, where)) return [];
    const here = within(where);
    const uncovered = gone.filter((term) => !here.isCovered(term) && !isDelegated({ was, where }, term));
    const rule = uncovered.length === 0 ? undefined : ruleFor(guard, uncovered, here, fresh);
    return rule === undefined ? [] : [{ rule, guard, lost: uncovered, where }];
  });
}

/** Undefined where a guard that is new in head took the place of the old one; each new guard stands in for one. */
function ruleFor(
  guard: GuardFact,
  lost: readonly Conjunction[],
  here: ScopeGuards,
  fresh: Set<GuardFact>,
): GuardLoss['rule'] | undefined {
  if (lost.some((conjunction) => here.isNarrowed(conjunction))) return 'weakened-guard';
  const replacement = here.replacementOf(guard, fresh);
  if (replacement !== undefined) {
    fresh.delete(replacement);
    return undefined;
  }
  return lost.length < guard.rejects.length ? 'weakened-guard' : 'lost-guard';
}

/** Looks up the facts inside a scope: a change may have thousands of both. */
function factsWithin(facts: readonly GuardFact[]): (scope: Scope) => ScopeGuards {
  const known = new WeakMap<Side, Map<number, ScopeGuards>>();
  const bySide = new Map<Side, { readonly fact: GuardFact; readonly start: number; readonly end: number }[]>();
  for (const fact of facts) {
    const placed = { fact, start: fact.node.startOffset, end: fact.node.endOffset };
    const list = bySide.get(fact.side);
    if (list) list.push(placed);
    else bySide.set(fact.side, [placed]);
  }
  for (const list of bySide.values()) list.sort((a, b) => a.start - b.start);
  const find = ({ side, node }: Scope): readonly GuardFact[] => {
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
  return (scope) => {
    const ofSide = known.get(scope.side) ?? new Map<number, ScopeGuards>();
    known.set(scope.side, ofSide);
    const guards = ofSide.get(scope.node.id) ?? new ScopeGuards(find(scope));
    ofSide.set(scope.node.id, guards);
    return guards;
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

function subtract(base: readonly GuardFact[], head: readonly GuardFact[], change: Change): Subtracted {
  const moves = movesOf(change);
  const asked = base.filter(isGuard).flatMap(askedBy);
  const others = base.filter((fact) => !isGuard(fact)).flatMap(askedBy);
  // What is no guard in base still has its twin in head, which must not stand in for a guard: that of its place and form first.
  const anyhow = { ...moves, isMove: () => true };
  const same = subtractMoved<Asked>(others, head.flatMap(askedBy), { ...anyhow, key: keyOfForm });
  const rest = subtractMoved<Asked>(same.base, same.head, { ...anyhow, key: ({ key }) => key });
  const left = subtractMoved<Asked>(asked, rest.head, { ...moves, key: ({ key }) => key });
  const lost = new Map<GuardFact, Conjunction[]>();
  for (const { guard, term } of left.base) lost.set(guard, [...(lost.get(guard) ?? []), term]);
  const known = bag(base);
  const fresh = head.filter(
    (fact) =>
      isGuard(fact) &&
      keysOf(fact)
        .map((key) => known.take(key))
        .includes(false),
  );
  return { lost: [...lost].map(([guard, terms]) => ({ guard, lost: terms })), fresh: new Set(fresh) };
}

/** One reason of a guard to refuse. */
interface Asked extends Placed {
  readonly guard: GuardFact;
  readonly term: Conjunction;
  readonly key: string;
}

function askedBy(guard: GuardFact): readonly Asked[] {
  const { side, node } = guard;
  return guard.rejects.map((term) => ({ side, node, guard, term, key: conjunctionKey(term) }));
}

function keyOfForm({ key, guard: { form, exit } }: Asked): string {
  return `${form} ${exit ?? ''} ${key}`;
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

/** Says whether nothing that a guard asked about is left where it should be, and nothing that followed it. */
function subjects(change: Change): (guard: GuardFact, where: Scope) => boolean {
  const wordsOf = new WeakMap<Side, Map<number, ReadonlySet<string>>>();
  const lastOf = new Map<string, number>();
  const wordsIn = ({ side, node }: Scope): ReadonlySet<string> => {
    const known = wordsOf.get(side) ?? new Map<number, ReadonlySet<string>>();
    wordsOf.set(side, known);
    const found = known.get(node.id) ?? new Set(words(node.text));
    known.set(node.id, found);
    return found;
  };
  return (guard, where) => {
    const left = wordsIn(where);
    if (namesIn(guard).some((name) => left.has(name))) return false;
    const block = guard.node.parent;
    if (block === undefined) return true;
    const key = `${block.id} ${where.node.id}`;
    const last = lastOf.get(key) ?? lastLeft(block, where, change);
    lastOf.set(key, last);
    return last < guard.node.endOffset;
  };
}

/** Where the last statement of a block begins that a scope still has; -1 where it has none. */
function lastLeft(block: SyntaxNode, where: Scope, change: Change): number {
  const code = plainCode(where.node);
  for (const statement of statementsOf(block).toReversed()) {
    spend(change, code.length);
    if (code.includes(plainCode(statement))) return statement.startOffset;
  }
  return -1;
}
