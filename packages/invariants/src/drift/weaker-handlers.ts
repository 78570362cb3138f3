import { partOf, symbolOf, type SyntaxNode } from '@pawl/syntax';
import { type Change, type Side } from '../change.ts';
import { type Exit, exitOf } from '../guard/exit-of.ts';
import { type HandlerFact, handlerFacts } from '../handler/handler-facts.ts';

/** Nearly everything. */
const WIDE = 2;

/** Handlers of one version that the other has wider, so that they catch nearly everything, or that leave no more where they left. */
export function weakerHandlers({ pairs }: Change, which: Side['which']): readonly HandlerFact[] {
  return pairs.flatMap((pair) => {
    const [here, there] = which === 'base' ? [pair.base, pair.head] : [pair.head, pair.base];
    if (here === undefined || there === undefined) return [];
    const others = bySymbol(there);
    return [...bySymbol(here)].flatMap(([symbol, handlers]) => {
      const now = others.get(symbol) ?? [];
      // With one more or fewer of them nobody can say which became which.
      return now.length === handlers.length ? handlers.filter((was, at) => isWeaker(was, now[at] ?? was)) : [];
    });
  });
}

function bySymbol(side: Side): ReadonlyMap<string, readonly HandlerFact[]> {
  const groups = new Map<string, HandlerFact[]>();
  for (const fact of handlerFacts(side)) {
    if (fact.form !== 'clause') continue;
    const symbol = symbolOf(fact.node);
    groups.set(symbol, [...(groups.get(symbol) ?? []), fact]);
  }
  return groups;
}

function isWeaker(was: HandlerFact, now: HandlerFact): boolean {
  if (was.width < WIDE && now.width >= WIDE) return true;
  const [left, leaves] = [exitIn(was.node), exitIn(now.node)];
  return (
    (left === 'throw' || left === 'return') &&
    leaves !== left &&
    leaves !== 'throw' &&
    (left === 'throw' || leaves === undefined)
  );
}

function exitIn(handler: SyntaxNode): Exit | undefined {
  const shape = handler.tree.profile.handlers.find(({ kind }) => kind === handler.kind);
  const body = shape && partOf(handler, shape.body);
  return body && exitOf(body);
}
