import type { LanguageId, Syntax, SyntaxTree } from '@pawl/syntax';

/**
 * Hands out the tree of a text for as long as it is looked at. A parser is limited in steps and not in time, so that a text that does not
 * parse never does: of a changed file the comparison of structure tells it.
 */
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
