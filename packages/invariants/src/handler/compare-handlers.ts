import { symbolOf } from '@pawl/syntax';
import { type Change, sidesOf } from '../change.ts';
import { statementsOf } from '../guard/exit-of.ts';
import { subtractBoth } from '../multiset.ts';
import { codeEnd, plainCode } from '../plain-code.ts';
import { spend } from '../work.ts';
import { type HandlerFact, OUTCOMES } from './handler-facts.ts';

export interface HandlerLoss {
  /** What became weaker: it catches more, it does less, or it catches where nothing was caught. */
  readonly how: 'wider' | 'quieter' | 'new';
  readonly before: HandlerFact | undefined;
  readonly after: HandlerFact;
  readonly symbol: string;
}

/** Nearly everything: what a handler must catch for a new, silent one to count. */
const WIDE = 2;

/** Compares the handlers that differ, symbol by symbol: each of head with the one that it comes from. */
export function compareHandlers(
  base: readonly HandlerFact[],
  head: readonly HandlerFact[],
  change: Change,
): readonly HandlerLoss[] {
  const left = subtractBoth(base, head, ({ key }) => key);
  if (left.head.length === 0) return [];
  const existing = existingCode(change);
  const losses: HandlerLoss[] = [];
  const before = new Set(left.base.map((fact) => ({ fact, symbol: symbolOf(fact.node) })));
  const waiting = new Set(left.head.map((fact) => ({ fact, symbol: symbolOf(fact.node) })));
  for (const likeness of [sameTry, sameTypes, sameForm]) {
    const queues = queuesBy(before, likeness);
    for (const each of waiting) {
      const key = likeness(each);
      const pair = key === undefined ? undefined : queues.get(key)?.shift();
      if (pair === undefined) continue;
      before.delete(pair);
      waiting.delete(each);
      const how = weakening(pair.fact, each.fact);
      if (how) losses.push({ how, before: pair.fact, after: each.fact, symbol: each.symbol });
    }
  }
  for (const { fact: after, symbol } of waiting)
    if (isSilencing(after, existing)) losses.push({ how: 'new', before: undefined, after, symbol });
  return losses;
}

interface Placed {
  readonly fact: HandlerFact;
  readonly symbol: string;
}

/** By keys and not one against another: generated code has thousands of handlers in one place. */
function queuesBy(placed: Iterable<Placed>, likeness: (each: Placed) => string | undefined): Map<string, Placed[]> {
  const queues = new Map<string, Placed[]>();
  for (const each of placed) {
    const key = likeness(each);
    if (key === undefined) continue;
    const queue = queues.get(key);
    if (queue) queue.push(each);
    else queues.set(key, [each]);
  }
  return queues;
}

function sameTry(placed: Placed): string | undefined {
  const { guarded } = placed.fact;
  return guarded && JSON.stringify([sameTypes(placed), plainCode(guarded)]);
}

function sameTypes(placed: Placed): string {
  return JSON.stringify([sameForm(placed), placed.fact.types]);
}

/** A `try` may become a context that suppresses; the others stay what they are. */
function sameForm({ fact: { form }, symbol }: Placed): string {
  return JSON.stringify([symbol, form === 'context' ? 'clause' : form]);
}

function weakening(before: HandlerFact, after: HandlerFact): HandlerLoss['how'] | undefined {
  if (after.outcome === 'raises') return undefined;
  if (isQuiet(after) && OUTCOMES.indexOf(after.outcome) > OUTCOMES.indexOf(before.outcome)) return 'quieter';
  return after.width > before.width ? 'wider' : undefined;
}

function isQuiet({ outcome }: HandlerFact): boolean {
  return outcome === 'nothing' || outcome === 'logs';
}

/** A new handler silences where it catches nearly everything, does nothing, and stands around code that was there before. */
function isSilencing({ width, outcome, guarded }: HandlerFact, existing: (code: string) => boolean): boolean {
  if (width < WIDE || outcome !== 'nothing' || guarded === undefined) return false;
  return statementsOf(guarded).some((statement) => existing(codeEnd(statement)));
}

function existingCode(change: Change): (code: string) => boolean {
  let texts: readonly string[] | undefined;
  return (code) => {
    texts ??= sidesOf(change, 'base').map(({ tree }) => plainCode(tree.root));
    spend(
      change,
      texts.reduce((sum, { length }) => sum + length, 0),
    );
    return code.length > 0 && texts.some((each) => each.includes(code));
  };
}
