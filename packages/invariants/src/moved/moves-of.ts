import { type SyntaxNode, symbolOf } from '@pawl/syntax';
import type { Change, Side } from '../change.ts';
import { counterpart, type Scope, scopeOf } from '../counterpart.ts';
import type { Moves } from '../multiset.ts';
import { plainCode } from '../plain-code.ts';
import { BUILT_FILE } from '../suppression/settings/out-of-sight.ts';
import { passesThrough } from './passes-through.ts';
import { statementsAfter, stillStandsBefore } from './stands-before.ts';

/** A piece of code in one version of a file. */
export interface Placed {
  readonly side: Side;
  readonly node: SyntaxNode;
}

/**
 * Says whether a defence of base has moved to where head has the same one. Equal text alone proves nothing: whoever copies a
 * guarded function to another file, or writes a second one with the same guard, could then take the guard out of the one that is
 * called. It has moved where its function is gone, where what it guarded went along, or where its function still passes through
 * the place that has it now. In what a program wrote all things have the same few names, so that nobody can tell.
 */
export function movesOf(change: Change): Pick<Moves<Placed>, 'isMove' | 'places'> {
  const places = new Map<SyntaxNode, Place>();
  const placeOf = (from: Placed): Place => {
    const known = places.get(from.node) ?? findPlace(from, change);
    places.set(from.node, known);
    return known;
  };
  const isMove = (from: Placed, to: Placed): boolean => {
    const { was, where } = placeOf(from);
    if (where === undefined || BUILT_FILE.test(from.side.source.file)) return true;
    const into = scopeOf(to.side, to.node);
    if (isSame(where, into)) return stillStandsBefore(from.node, to.node, was.node, where.node);
    if (
      isNamesake(where, into) ||
      (!was.named && isNamesake(was, into)) ||
      isAround(into, where) ||
      (isAround(where, into) && !into.named && !isModule(where))
    )
      return true;
    return wentAlong(from, where, into) || passesThrough({ was, where, into }, change);
  };
  const became = {
    from: (from: Placed): string => nameOf(placeOf(from).where),
    to: ({ side, node }: Placed): string => nameOf(scopeOf(side, node)),
  };
  return { isMove, places: [{ from: symbolIn, to: symbolIn }, became] };
}

function symbolIn({ side, node }: Placed): string {
  return `${side.source.file}\0${symbolOf(node)}`;
}

function nameOf(scope: Scope | undefined): string {
  return scope === undefined ? '' : `${scope.side.source.file}\0${scope.node.id}`;
}

interface Place {
  readonly was: Scope;
  readonly where: Scope | undefined;
}

function findPlace({ side, node }: Placed, change: Change): Place {
  const was = scopeOf(side, node);
  return { was, where: counterpart(was, change, node) };
}

function isSame(a: Scope, b: Scope): boolean {
  return a.side === b.side && a.node.id === b.node.id;
}

/** Of two functions of one name in one file, or without one in the same function, nobody can tell which is which. */
function isNamesake(a: Scope, b: Scope): boolean {
  return a.side.pair === b.side.pair && a.named === b.named && a.symbol === b.symbol && a.symbol !== '';
}

function isModule({ side, node }: Scope): boolean {
  return node.id === side.tree.root.id;
}

function isAround(outer: Scope, inner: Scope): boolean {
  const { startOffset, endOffset } = outer.node;
  return outer.side === inner.side && startOffset <= inner.node.startOffset && inner.node.endOffset <= endOffset;
}

/** Whether what followed a guard stands where the guard stands now, and no longer where it stood. */
function wentAlong({ node }: Placed, where: Scope, into: Scope): boolean {
  const followed = statementsAfter(node).map(plainCode);
  const [left, gone] = [plainCode(where.node), plainCode(into.node)];
  return followed.some((code) => gone.includes(code)) && !followed.some((code) => left.includes(code));
}
