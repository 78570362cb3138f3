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

/** The innermost function around a node, or the module. A decorator belongs to what it decorates. */
export function scopeOf(side: Side, node: SyntaxNode): Scope {
  const { functions } = side.tree.profile;
  let scope: SyntaxNode | undefined = decoratedBy(node) ?? node.parent;
  while (scope !== undefined && !functions.includes(scope.kind)) scope = scope.parent;
  return scope === undefined ? moduleOf(side) : toScope(side, scope);
}

function decoratedBy(node: SyntaxNode): SyntaxNode | undefined {
  const { elements, decorated } = node.tree.profile;
  if (!elements?.decorator?.includes(node.kind) || node.parent === undefined) return undefined;
  const shape = decorated.find(({ kind }) => kind === node.parent?.kind);
  if (shape) return node.parent.field(shape.definition);
  const decorators = elements.decorator;
  return node.parent.namedChildren.find(
    ({ startOffset, kind }) => startOffset > node.startOffset && !decorators.includes(kind),
  );
}

/**
 * What became of a scope of base in head: the function of that name, else the one that is most like it among those that
 * the change touched, one of that name in another file before all others. Undefined where it is gone: a feature that was
 * removed has lost no defence. `without` is left out of the comparison.
 */
export function counterpart(scope: Scope, change: Change, without: SyntaxNode): Scope | undefined {
  const { head } = scope.side.pair;
  if (scope.node.id === scope.side.tree.root.id) return head && moduleOf(head);
  const sameName = head && scope.named ? scopesIn(head).byName.get(scope.symbol) : undefined;
  if (sameName) return sameName;
  const [around, others] = [wordsAround(scope, without), strangers(change)];
  const namesakes = scope.named ? others.namesakes.get(scope.symbol) : undefined;
  return (
    (namesakes && mostAlike(around, namesakes)) ?? mostAlike(around, scope.named ? others.named : others.anonymous)
  );
}

function moduleOf(side: Side): Scope {
  return { side, node: side.tree.root, symbol: '', named: false };
}

function toScope(side: Side, node: SyntaxNode): Scope {
  const symbol = symbolOf(node);
  const { decorated } = side.tree.profile;
  // What holds a definition and its decorators has the name of the definition.
  let outer = node.parent;
  while (outer !== undefined && decorated.some(({ kind }) => kind === outer?.kind)) outer = outer.parent;
  return { side, node, symbol, named: symbol !== (outer === undefined ? '' : symbolOf(outer)) };
}

function wordsAround(scope: Scope, without: SyntaxNode): readonly string[] {
  const { text } = scope.side.source;
  const before = text.slice(scope.node.startOffset, without.startOffset);
  return words(before + text.slice(without.endOffset, scope.node.endOffset));
}

/** Whether base had a function of this name, in any of its files, beside one that is known. */
export function wasThere(symbol: string, beside: Scope, change: Change): boolean {
  return sidesOf(change, 'base').some(
    (side) => !(side === beside.side && symbol === beside.symbol) && scopesIn(side).byName.has(symbol),
  );
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
  readonly namesakes: ReadonlyMap<string, LikenessIndex<Scope>>;
}

const strangersOf = new WeakMap<Change, Strangers>();

/** The functions of head that a function of base may have become: those that were touched, and whose name is new. */
function strangers(change: Change): Strangers {
  const known = strangersOf.get(change) ?? findStrangers(change);
  strangersOf.set(change, known);
  return known;
}

function findStrangers(change: Change): Strangers {
  const touched = sidesOf(change, 'head').flatMap((side) => {
    const before = side.pair.base && scopesIn(side.pair.base).byName;
    return scopesIn(side).all.filter(
      (scope) => isTouched(side, scope.node) && !(scope.named && before?.has(scope.symbol)),
    );
  });
  const index = (scopes: readonly Scope[]): LikenessIndex<Scope> =>
    likenessIndex(scopes, ({ node }) => words(node.text));
  const named = touched.filter((scope) => scope.named);
  const bySymbol = new Map<string, Scope[]>();
  for (const scope of named) {
    const others = bySymbol.get(scope.symbol);
    if (others) others.push(scope);
    else bySymbol.set(scope.symbol, [scope]);
  }
  return {
    named: index(named),
    anonymous: index(touched.filter((scope) => !scope.named)),
    namesakes: new Map([...bySymbol].map(([symbol, scopes]) => [symbol, index(scopes)])),
  };
}
