import type { Token } from 'marked';
import { innerTokens } from './tokens.ts';

/** What a person reads of Markdown: no marks, no addresses. */
export function plainText(tokens: readonly Token[]): string {
  return tokens.map(textOf).join('');
}

function textOf(token: Token): string {
  if (token.type === 'br') return ' ';
  if (token.type === 'html') return '';
  const inner = innerTokens(token);
  if (inner.length > 0) return plainText(inner);
  return 'text' in token ? String(token.text) : '';
}
