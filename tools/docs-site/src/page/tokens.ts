import type { Token, Tokens } from 'marked';

/** What stands in a piece of Markdown, one level down. */
export function innerTokens(token: Token): readonly Token[] {
  if (token.type === 'list') return (token as Tokens.List).items;
  if (token.type === 'table') return cellsOf(token as Tokens.Table).flatMap(({ tokens }) => tokens);
  return 'tokens' in token ? ((token.tokens as readonly Token[] | undefined) ?? []) : [];
}

/** The piece itself, and all that stands in it at any depth. */
export function* everyToken(token: Token): Generator<Token> {
  yield token;
  for (const inner of innerTokens(token)) yield* everyToken(inner);
}

/** Comments mark what is generated; a reader never sees them. */
export function isComment(html: string): boolean {
  return /^\s*<!--[^]*?-->\s*$/u.test(html);
}

function cellsOf({ header, rows }: Tokens.Table): readonly Tokens.TableCell[] {
  return [...header, ...rows.flat()];
}
