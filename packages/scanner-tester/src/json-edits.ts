/** A place in a JSON document: keys and indices from the root. */
export type Place = readonly (string | number)[];

export interface Node {
  readonly place: Place;
  readonly value: unknown;
}

/** Every value of a document, the root first. */
export function nodesOf(value: unknown, place: Place = []): readonly Node[] {
  const inner = Array.isArray(value)
    ? [...value.entries()]
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  return [{ place, value }, ...inner.flatMap(([key, each]) => nodesOf(each, [...place, key]))];
}

export function valueAt(value: unknown, place: Place): unknown {
  return place.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[key] : undefined),
    value,
  );
}

/** The document with raw text where a value was: what no serialiser writes, like `NaN` or a key that is there twice. */
export function withRaw(document: unknown, place: Place, raw: string): string {
  const mark = '\u0001pawl\u0001';
  const marked = JSON.stringify(replaced(document, place, mark));
  return marked.replace(JSON.stringify(mark), () => raw);
}

/** The document without a key or an element. */
export function without(document: unknown, place: Place): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return undefined;
  if (rest.length > 0) return replaceIn(document, key, without(valueAt(document, [key]), rest));
  if (Array.isArray(document)) return document.filter((_, index) => index !== key);
  return Object.fromEntries(Object.entries(document as object).filter(([name]) => name !== key));
}

function replaced(document: unknown, place: Place, value: unknown): unknown {
  const [key, ...rest] = place;
  return key === undefined ? value : replaceIn(document, key, replaced(valueAt(document, [key]), rest, value));
}

function replaceIn(document: unknown, key: string | number, value: unknown): unknown {
  if (Array.isArray(document)) return document.map((each, index) => (index === key ? value : each));
  return { ...(document as object), [key]: value };
}
