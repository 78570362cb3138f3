import { normaliseCode } from '@pawl/findings';
import { codeText, type SyntaxNode, type SyntaxTree } from '@pawl/syntax';

const known = new WeakMap<SyntaxTree, Map<number, string>>();

/** The code of a node without comments, white space, the style of quotes and `?.`: equal code reads equal. */
export function plainCode(node: SyntaxNode): string {
  const { text, tree } = node;
  // Most nodes are names.
  if (/^[\w$]*$/u.test(text)) return text;
  const codes = known.get(tree) ?? new Map<number, string>();
  known.set(tree, codes);
  const code = codes.get(node.id) ?? normaliseCode(codeText(node)).replaceAll('?.', '.');
  codes.set(node.id, code);
  return code;
}

/** The end of the code of a node, where it is long: a chain of a thousand calls is compared a thousand times. */
export function codeEnd(node: SyntaxNode): string {
  const from = node.endOffset - 1_000;
  return from <= node.startOffset
    ? plainCode(node)
    : normaliseCode(node.tree.text.slice(from, node.endOffset)).replaceAll('?.', '.');
}

/** Code as it is quoted in a message: on one line and not too long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').replaceAll('`', "'").trim();
  return `\`${line.length > 100 ? `${line.slice(0, 99)}…` : line}\``;
}

/** The words of some code, for likeness: names, keywords and numbers. */
export function words(text: string): readonly string[] {
  return text.match(/[\p{L}_$][\p{L}\p{N}_$]*|\d+/gu) ?? [];
}
