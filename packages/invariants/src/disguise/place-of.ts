import type { SyntaxNode } from '@pawl/syntax';
import type { ReadText } from './mark.ts';

/** Where some characters stand; `unknown` where no tree says. */
export type Place = 'code' | 'text' | 'comment' | 'unknown';

/** Kinds of nodes that hold text and no code, whatever a grammar calls its strings. */
const TEXT = /string|regex|char_literal|character|heredoc|jsx_text|raw_text|template_chars/u;

export function placeOf({ source, tree }: ReadText, offset: number): Place {
  const at = tree?.nodeAt(offset);
  if (tree === undefined || at === undefined) return 'unknown';
  // Of a component only the scripts are parsed; its markup is spaces there.
  if (tree.text[offset] !== source.text[offset]) return 'text';
  const { comments, strings, interpolations } = tree.profile;
  for (let node: SyntaxNode | undefined = at; node !== undefined; node = node.parent) {
    if (comments.includes(node.kind)) return 'comment';
    if (interpolations.includes(node.kind)) return 'code';
    if (strings.includes(node.kind) || TEXT.test(node.kind)) return 'text';
    // Most nodes around are statements and blocks, which neither of the above stands in.
    if (node.kind.endsWith('statement') || node.kind.endsWith('block')) return 'code';
  }
  return 'code';
}
