import type { Path } from './language-profile.ts';
import { codeChildren, partOf } from './part-of.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** What a pattern has to see of a text is at its start; a longer text could make it crawl. */
const LONGEST_MATCH = 1_000;

/** A field that the profile adds to the grammar's own. */
export function unnamedField(node: SyntaxNode, name: string): SyntaxNode | undefined {
  const { unnamed } = node.tree.profile;
  // Kinds and names are words of the text's language: `constructor` is one of them.
  if (unnamed === undefined || !Object.hasOwn(unnamed, node.kind)) return undefined;
  const fields = unnamed[node.kind] ?? {};
  return Object.hasOwn(fields, name) ? follow(node, fields[name] ?? []) : undefined;
}

function follow(from: SyntaxNode, path: Path): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = from;
  for (const step of path) {
    if (node === undefined) break;
    if (typeof step === 'number') node = partOf(node, step);
    else if (typeof step === 'string') node = node.field(step) ?? childOfKind(node, step);
    else if ('after' in step) node = childAfter(node, step.after);
    else if (!step.matches.test(node.text.slice(0, LONGEST_MATCH))) return undefined;
  }
  return node;
}

function childOfKind(node: SyntaxNode, kind: string): SyntaxNode | undefined {
  return codeChildren(node).find((child) => child.kind === kind);
}

function childAfter(node: SyntaxNode, token: string): SyntaxNode | undefined {
  const at = node.children.find((child) => !child.named && child.kind === token)?.endOffset;
  return at === undefined ? undefined : codeChildren(node).find(({ startOffset }) => startOffset >= at);
}
