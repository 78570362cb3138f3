import type { SyntaxNode } from './syntax-tree.ts';

/** What is called, and the node that holds the arguments. */
export interface CallParts {
  /** What is called, as it is written: the start of the call up to its arguments. `new Name` for some constructors. */
  readonly callee: string;
  readonly list: SyntaxNode;
}

/** The parts of a call by its profile; undefined for what is none, or has no arguments. */
export function callParts(node: SyntaxNode): CallParts | undefined {
  const shape = node.tree.profile.calls.find(({ kind }) => kind === node.kind);
  const list = shape && node.field(shape.arguments);
  if (shape === undefined || list === undefined) return undefined;
  const named = shape.callee === undefined ? undefined : node.field(shape.callee);
  if (shape.callee !== undefined && named === undefined) return undefined;
  return { callee: named?.text ?? node.tree.text.slice(node.startOffset, list.startOffset), list };
}
