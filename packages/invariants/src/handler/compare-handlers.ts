import { normaliseCode } from '@pawl/findings';
import { codeText, symbolOf } from '@pawl/syntax';
import { type Change, type Side, sidesOf } from '../change.ts';
import { statementsOf } from '../guard/exit-of.ts';
import { subtractBoth } from '../multiset.ts';
import { codeEnd, plainCode } from '../plain-code.ts';
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
  const before = left.base.map((fact) => ({ fact, symbol: symbolOf(fact.node), used: false }));
  const existing = existingCode(change);
  const rounds = [isSameTry, isSameTypes, isSameForm];
  const losses: HandlerLoss[] = [];
  const waiting = new Set(left.head.map((after) => ({ after, symbol: symbolOf(after.node) })));
  for (const isPair of rounds) {
    for (const each of waiting) {
      const pair = before.find(({ fact, symbol, used }) => !used && symbol === each.symbol && isPair(fact, each.after));
      if (pair === undefined) continue;
      pair.used = true;
      waiting.delete(each);
      const how = weakening(pair.fact, each.after);
      if (how) losses.push({ how, before: pair.fact, ...each });
    }
  }
  for (const each of waiting)
    if (isSilencing(each.after, existing)) losses.push({ how: 'new', before: undefined, ...each });
  return losses;
}

function isSameTry(a: HandlerFact, b: HandlerFact): boolean {
  return (
    isSameTypes(a, b) &&
    a.guarded !== undefined &&
    b.guarded !== undefined &&
    plainCode(a.guarded) === plainCode(b.guarded)
  );
}

function isSameTypes(a: HandlerFact, b: HandlerFact): boolean {
  return isSameForm(a, b) && JSON.stringify(a.types) === JSON.stringify(b.types);
}

/** A `try` may become a context that suppresses; the others stay what they are. */
function isSameForm(a: HandlerFact, b: HandlerFact): boolean {
  return a.form === b.form || (isBlock(a) && isBlock(b));
}

function isBlock({ form }: HandlerFact): boolean {
  return form === 'clause' || form === 'context';
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
  const text = ({ tree }: Side): string => normaliseCode(codeText(tree.root)).replaceAll('?.', '.');
  return (code) => {
    texts ??= sidesOf(change, 'base').map(text);
    return code.length > 0 && texts.some((each) => each.includes(code));
  };
}
