import { type SyntaxNode, symbolOf } from '@pawl/syntax';
import { type Change, isTouched, type Side, sidesOf } from './change.ts';
import { type LikenessIndex, likenessIndex, mostAlike } from './most-alike.ts';
import { words } from './plain-code.ts';

/** A function of one version of a file, or its module code as a whole. */
export interface Scope {
  readonly side: Side;
  readonly node: SyntaxNode;
  readonly symbol: string;
  /** Whether the function has a name of its own; without one it has the symbol of what is around it. */
  readonly named: boolean;
}

/** The innermost function around a node, or the module. */
export function scopeOf(side: Side, node: SyntaxNode): Scope {
  const { functions } = side.tree.profile;
  let scope: SyntaxNode | undefined = node.parent;
  while (scope !== undefined && !functions.includes(scope.kind)) scope = scope.parent;
  return scope === undefined ? moduleOf(side) : toScope(side, scope);
}

/**
 * What became of a scope of base in head: the function of that name, else the one that is most like it among those that
 * the change touched. Undefined where it is gone: a feature that was removed has lost no defence. `without` is left out
 * of the comparison.
 */
export function counterpart(scope: Scope, change: Change, without: SyntaxNode): Scope | undefined {
  const { head } = scope.side.pair;
  if (scope.node.id === scope.side.tree.root.id) return head && moduleOf(head);
  const sameName = head && scope.named ? scopesIn(head).byName.get(scope.symbol) : undefined;
  return sameName ?? mostAlike(wordsAround(scope, without), strangers(change, scope.named));
}

function moduleOf(side: Side): Scope {
  return { side, node: side.tree.root, symbol: '', named: false };
}

function toScope(side: Side, node: SyntaxNode): Scope {
  const symbol = symbolOf(node);
  return { side, node, symbol, named: symbol !== (node.parent === undefined ? '' : symbolOf(node.parent)) };
}

function wordsAround(scope: Scope, without: SyntaxNode): readonly string[] {
  const { text } = scope.side.source;
  const before = text.slice(scope.node.startOffset, without.startOffset);
  return words(before + text.slice(without.endOffset, scope.node.endOffset));
}

interface Scopes {
  readonly all: readonly Scope[];
  readonly byName: ReadonlyMap<string, Scope>;
}

const scopes = new WeakMap<Side, Scopes>();

function scopesIn(side: Side): Scopes {
  const known = scopes.get(side);
  if (known) return known;
  const all = side.tree.root.find(side.tree.profile.functions).map((node) => toScope(side, node));
  const byName = new Map(all.flatMap((scope) => (scope.named ? [[scope.symbol, scope] as const] : [])));
  scopes.set(side, { all, byName });
  return { all, byName };
}

interface Strangers {
  readonly named: LikenessIndex<Scope>;
  readonly anonymous: LikenessIndex<Scope>;
}

const strangersOf = new WeakMap<Change, Strangers>();

/** The functions of head that a function of base may have become: those that were touched, and whose name is new. */
function strangers(change: Change, named: boolean): LikenessIndex<Scope> {
  const known = strangersOf.get(change) ?? findStrangers(change);
  strangersOf.set(change, known);
  return named ? known.named : known.anonymous;
}

function findStrangers(change: Change): Strangers {
  const touched = sidesOf(change, 'head').flatMap((side) => {
    const before = side.pair.base && scopesIn(side.pair.base).byName;
    return scopesIn(side).all.filter(
      (scope) => isTouched(side, scope.node) && !(scope.named && before?.has(scope.symbol)),
    );
  });
  const index = (isNamed: boolean): LikenessIndex<Scope> =>
    likenessIndex(
      touched.filter((scope) => scope.named === isNamed),
      ({ node }) => words(node.text),
    );
  return { named: index(true), anonymous: index(false) };
}
