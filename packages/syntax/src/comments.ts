import type { LineRange, SyntaxNode, SyntaxTree } from './syntax-tree.ts';

/** Every comment of a tree, or of some lines of it, in order. What looks like a comment inside a string or JSX text is none. */
export function comments(tree: SyntaxTree, within?: LineRange): readonly SyntaxNode[] {
  return tree.root.find(tree.profile.comments, within);
}

/** What a comment says, without its markers. No pattern looks for the end: it would be slow on a comment of asterisks. */
export function commentText(comment: SyntaxNode): string {
  const { text } = comment;
  const end = ['*/', '-->'].find((marker) => text.endsWith(marker))?.length ?? 0;
  return text
    .slice(0, text.length - end)
    .replace(/^(?:\/\*+|\/\/+|#+|<!--)/u, '')
    .trim();
}

/** The code of a node without the comments in it: a comment is never evidence of anything. */
export function codeText(node: SyntaxNode): string {
  const { text } = node;
  if (!/#|\/[/*]|<!--/u.test(text)) return text;
  let code = '';
  let from = node.startOffset;
  for (const comment of node.find(node.tree.profile.comments)) {
    code += node.tree.text.slice(from, comment.startOffset);
    from = comment.endOffset;
  }
  return code + node.tree.text.slice(from, node.endOffset);
}
