import type { Node } from 'web-tree-sitter';

/** The line, from 1, of the first error that the parser recovered from; undefined for a text that parses. */
export function firstErrorLine(root: Node): number | undefined {
  if (!root.hasError) return undefined;
  let node = root;
  for (let next = within(node); next !== undefined; next = within(node)) node = next;
  return node.startPosition.row + 1;
}

/** A large error holds whole statements that parsed: the first loose token among them is where it broke. */
function within(node: Node): Node | undefined {
  return node.children.find((child) => child.hasError || child.isMissing || (node.isError && !child.isNamed));
}
