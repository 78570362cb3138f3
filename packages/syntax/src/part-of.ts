import type { Part } from './language-profile.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** A part of a node as a profile names it; see {@link Part}. */
export function partOf(node: SyntaxNode, part: Part | undefined): SyntaxNode | undefined {
  if (part === undefined) return undefined;
  if (typeof part === 'string') return node.field(part);
  return codeChildren(node).at(part);
}

/** The named children of a node without comments, which may stand anywhere, and labels. */
export function codeChildren(node: SyntaxNode): readonly SyntaxNode[] {
  const { comments, asides } = node.tree.profile;
  const children = node.namedChildren.filter(({ kind }) => !comments.includes(kind));
  if (asides === undefined || children.length === 0) return children;
  const skipped = asides.map((name) => node.field(name)?.id);
  return children.filter(({ id }) => !skipped.includes(id));
}
