import type { SyntaxNode } from '@pawl/syntax';
import type { Side } from '../change.ts';
import type { Scope } from '../counterpart.ts';
import { words } from '../plain-code.ts';

/** The words of a function, and those that stand with it outside of other functions: decorators, arguments beside it, base classes. */
export function wordsAround(scope: Scope): readonly string[] {
  const ofSide = known.get(scope.side) ?? new Map<number, readonly string[]>();
  known.set(scope.side, ofSide);
  const found = ofSide.get(scope.node.id) ?? findWords(scope);
  ofSide.set(scope.node.id, found);
  return found;
}

const known = new WeakMap<Side, Map<number, readonly string[]>>();

function findWords({ node, side }: Scope): readonly string[] {
  const { blocks, functions } = side.tree.profile;
  if (node.id === side.tree.root.id) return wordsOutside(node);
  const all = [...words(node.text)];
  for (let outer = node.parent; outer?.parent !== undefined; outer = outer.parent) {
    if (functions.includes(outer.kind)) break;
    if (!blocks.includes(outer.kind)) all.push(...wordsOutside(outer));
  }
  return all;
}

/** The words of a node that are neither in a function nor its name. */
function wordsOutside(node: SyntaxNode): readonly string[] {
  const { functions, bindings } = node.tree.profile;
  let code = '';
  let from = node.startOffset;
  for (const inner of node.find(functions)) {
    if (inner.startOffset < from) continue;
    const { parent } = inner;
    const isBound = parent !== undefined && parent.id !== node.id && bindings.some(({ kind }) => kind === parent.kind);
    const { startOffset, endOffset } = isBound ? parent : inner;
    code += `${node.tree.text.slice(from, Math.max(from, startOffset))} `;
    from = Math.max(from, endOffset);
  }
  return words(code + node.tree.text.slice(from, node.endOffset));
}
