/** What a settings file says, whatever its format: scalars are texts. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value };

/** Settings that nest deeper are read by no tool. */
const DEEPEST = 40;

/** Data as a parser gives it; undefined where it holds what no settings file holds. */
export function toValue(data: unknown, depth = 0): Value | undefined {
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(data)) {
    const items = data.map((item) => toValue(item, depth + 1));
    return items.includes(undefined) ? undefined : (items as Value[]);
  }
  if (data instanceof Date) return data.toISOString();
  if (typeof data !== 'object' || data === null) return String(data);
  const entries = Object.entries(data).map(([key, value]) => [key, toValue(value, depth + 1)] as const);
  return entries.some(([, value]) => value === undefined)
    ? undefined
    : Object.fromEntries(entries as readonly (readonly [string, Value])[]);
}

export function isMap(value: Value): value is { readonly [key: string]: Value } {
  return typeof value !== 'string' && !Array.isArray(value);
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** One line for each scalar, sorted: the order of keys and of lists says nothing, and the format neither. */
export function linesOfValue(value: Value, path = ''): readonly string[] {
  if (typeof value === 'string') return [`${path} = ${value}`];
  const lines = isList(value)
    ? value.flatMap((item) => linesOfValue(item, `${path}[]`))
    : Object.entries(value).flatMap(([key, inner]) => linesOfValue(inner, path === '' ? key : `${path}.${key}`));
  return [...lines].sort();
}

/** A value as one text in which the order of keys does not show, without what changes when nothing does: lines, times, notes. */
export function canonical(value: Value): string {
  if (typeof value === 'string') return value;
  if (isList(value)) return `[${value.map(canonical).sort().join()}]`;
  const entries = Object.entries(value).filter(([key]) => !VOLATILE.test(key));
  return `{${entries
    .map(([key, inner]) => `${key}:${canonical(inner)}`)
    .sort()
    .join()}}`;
}

const VOLATILE =
  /^(?:line|lines|line_number|startLine|endLine|reason|note|notes|comment|created|createdAt|modified|updated|expires?|expiry|until|statement|description|justification|is_secret|is_verified|confidence|message|link|user_input|render_path|code)$/iu;
