/** In JSON that parses: every text, and the colon that makes it a key. */
const TEXT = /"(?:[^"\\]|\\.)*"(\s*:)?/gsu;

/**
 * Reads JSON in which no object has a key twice: the last one would count here and the first one perhaps for who looks at it.
 *
 * @throws SyntaxError
 */
export function parseStrictJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const written = [...text.matchAll(TEXT)].filter(([, colon]) => colon !== undefined).length;
  if (written !== keysIn(value)) throw new SyntaxError('a key stands twice in one object');
  return value;
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const below = Object.values(value).reduce<number>((sum, inner) => sum + keysIn(inner), 0);
  return Array.isArray(value) ? below : below + Object.keys(value).length;
}
