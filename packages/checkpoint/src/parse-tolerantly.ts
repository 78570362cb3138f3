import { type LanguageId, type Syntax, type SyntaxTree } from '@pawl/syntax';

/** Hands out the tree of a text for as long as it is looked at. What does not parse is told by the comparison of structure. */
export async function withTree<Found>(
  text: string,
  language: LanguageId,
  syntax: Syntax,
  look: (tree: SyntaxTree) => Found,
): Promise<Found | undefined> {
  await syntax.load(language);
  const parsed = syntax.parse(text, language, { tolerateErrors: true });
  if (parsed.kind === 'not-parsed') return undefined;
  try {
    return look(parsed.tree);
  } finally {
    parsed.tree.release();
  }
}
