import { callParts, enclosingSymbol, symbolOf } from '@pawl/syntax';
import { type Change, lineAcross, type Side, sidesOf } from '../change.ts';
import { isDefenceName } from '../disguise/defence-name.ts';
import { movesOf } from '../moved/moves-of.ts';
import { subtractBoth, subtractMoved } from '../multiset.ts';
import { isSecurity } from './concepts.ts';
import type { Element } from './element.ts';
import { elementsOf } from './elements-of.ts';
import { marksIn } from './marks.ts';
import { renamed, renames } from './renames.ts';
import { subwords } from './subwords.ts';

/** An element that only one version has. */
export interface Trace extends Element {
  readonly symbol: string;
  /** Whether the other version still has the function: what goes with its function guarded nothing else. */
  readonly stays: boolean;
  readonly words: ReadonlySet<string>;
  /** Set where head has the same elsewhere, and nothing leads there. */
  readonly twin?: true;
}

export interface LostAndGained {
  readonly lost: readonly Trace[];
  readonly gained: readonly Trace[];
}

/** Subtracts the elements of base and head as multisets over the whole change: what reappears elsewhere has moved. */
export function lostAndGained(change: Change): LostAndGained {
  const base = sidesOf(change, 'base').flatMap(elementsOf);
  const head = sidesOf(change, 'head').flatMap(elementsOf);
  const left = withoutMoved(base, head, change);
  const names = renames(left.base, left.head, change);
  const rest = withoutRenamed(left.base, left.head, names);
  const back = new Map([...names].map(([old, name]) => [name, old]));
  return {
    lost: rest.base
      .map(tracer(symbolsIn(change, 'head'), names))
      .map((trace, at) => (left.twins.has(rest.base[at] as Element) ? { ...trace, twin: true } : trace)),
    gained: rest.head.map(tracer(symbolsIn(change, 'base'), back)),
  };
}

/** A defence has moved only where its function passes through the place that has it now; for all else it is enough to be there. */
function withoutMoved(
  base: readonly Element[],
  head: readonly Element[],
  change: Change,
): ReturnType<typeof subtractMoved<Element>> {
  const left = subtractBoth(
    base.filter((element) => !isDefence(element)),
    head.filter((element) => !isDefence(element)),
    keyOf,
  );
  const defences = subtractMoved<Element>(base.filter(isDefence), head.filter(isDefence), {
    key: keyOf,
    ...movesOf(change),
  });
  const isLeft = new Set([...left.base, ...left.head, ...defences.base, ...defences.head]);
  return {
    base: base.filter((element) => isLeft.has(element)),
    head: head.filter((element) => isLeft.has(element)),
    twins: defences.twins,
  };
}

function keyOf({ kind, text, detail }: Element): string {
  return `${kind}\0${detail}\0${text}`;
}

/** A call or a decorator that is called as a defence is. Guards are compared by rules of their own. */
function isDefence({ kind, text, node }: Element): boolean {
  if (kind === 'decorator') return isSecurity(subwords(text));
  const callee = kind === 'call' ? callParts(node)?.callee : undefined;
  return callee !== undefined && isDefenceName(callee.slice(callee.lastIndexOf('.') + 1));
}

function withoutRenamed(
  base: readonly Element[],
  head: readonly Element[],
  names: ReadonlyMap<string, string>,
): { readonly base: readonly Element[]; readonly head: readonly Element[] } {
  if (names.size === 0) return { base, head };
  return subtractBoth(base, head, ({ side, kind, text, detail }) => {
    const read = side.which === 'base' ? renamed(text, names) : text;
    return `${kind}\0${detail}\0${read}`;
  });
}

function tracer(
  hasSymbol: (symbol: string, near: Element) => boolean,
  names: ReadonlyMap<string, string>,
): (element: Element) => Trace {
  return (element) => {
    const { side, node, text } = element;
    const symbol = symbolOf(node);
    const other = otherSide(side);
    const stays = symbol === '' ? other !== undefined : hasSymbol(renamed(symbol, names), element);
    return { ...element, symbol, stays, words: new Set([...subwords(text), ...marksIn(element.kind, text)]) };
  };
}

function otherSide({ which, pair }: Side): Side | undefined {
  return which === 'base' ? pair.head : pair.base;
}

/**
 * Whether a version of the change has a function or class of this name. Mostly it is where it was, so that place is asked first:
 * to ask everywhere means to walk through all files.
 */
function symbolsIn(change: Change, which: Side['which']): (symbol: string, near: Element) => boolean {
  const found = new Set<string>();
  let all: ReadonlySet<string> | undefined;
  return (symbol, near) => {
    if (found.has(symbol) || symbolAcross(near) === symbol) {
      found.add(symbol);
      return true;
    }
    all ??= new Set(
      sidesOf(change, which).flatMap(({ tree }) =>
        tree.root.find([...tree.profile.functions, ...tree.profile.classes]).map(symbolOf),
      ),
    );
    return all.has(symbol);
  };
}

/** What the place of an element belongs to in the other version. */
function symbolAcross({ side, node }: Element): string | undefined {
  const other = otherSide(side);
  return other && enclosingSymbol(other.tree, { line: lineAcross(side.pair, side.which, node.start.line) });
}
