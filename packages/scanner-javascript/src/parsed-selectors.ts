/** A parse tree of esquery: objects, lists, plain values, and regular expressions. */
export type Tree = unknown;

/** Under this name stands a regular expression, which JSON has no form for. */
const REGEXP = 'regexp:';

/**
 * Selectors with their parse trees, as text. ESLint parses each selector anew in every process, and all of ours take it 23 ms, which is more than it takes
 * to examine most files; they do not change after a build.
 */
export function writeSelectors(selectors: readonly string[], parse: (selector: string) => Tree): string {
  return JSON.stringify(
    Object.fromEntries(selectors.map((selector) => [selector, parse(selector)])),
    (_, value: unknown) => (value instanceof RegExp ? { [REGEXP]: [value.source, value.flags] } : value),
  );
}

/** What `writeSelectors` has written, by selector. */
export function readSelectors(text: string): ReadonlyMap<string, Tree> {
  return new Map(Object.entries(JSON.parse(text) as object).map(([selector, tree]) => [selector, revived(tree)]));
}

/** In place: a function for each value, as JSON.parse would call it, takes longer than the rest of it. */
function revived(value: Tree): Tree {
  if (typeof value !== 'object' || value === null) return value;
  const found = (value as { readonly [REGEXP]?: readonly [string, string] })[REGEXP];
  if (found !== undefined) return new RegExp(...found);
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    const field = fields[key];
    if (typeof field === 'object') fields[key] = revived(field);
  }
  return value;
}
