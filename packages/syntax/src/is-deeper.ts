import type { Node } from 'web-tree-sitter';

/**
 * Whether a tree nests deeper than `limit`. Nothing here walks a tree by recursion, but climbing to a parent costs in
 * proportion to the depth, so that a hostile file could make it quadratic. A node with fewer descendants than levels
 * left cannot reach the limit, which leaves next to nothing of an ordinary tree to visit.
 */
export function isDeeper(root: Node, limit: number): boolean {
  const open: { readonly node: Node; readonly depth: number }[] = [{ node: root, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (depth > limit) return true;
    if (node.descendantCount - 1 < limit - depth + 1) continue;
    for (const child of node.children)
      if (child.childCount > 0 || depth === limit) open.push({ node: child, depth: depth + 1 });
  }
  return false;
}
