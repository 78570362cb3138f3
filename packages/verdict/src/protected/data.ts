/** Settings as they were read: texts, numbers, truths, lists and maps, whatever language they were written in. */
export type Data = unknown;

export type DataMap = Readonly<Record<string, Data>>;

/** Whether a value of a parsed file is a map, and neither a list nor a scalar. */
export function isMap(value: Data): value is DataMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path, or `undefined`; never what an object inherits. */
export function at(value: Data, ...path: readonly string[]): Data {
  return path.reduce<Data>((here, key) => (isMap(here) && Object.hasOwn(here, key) ? here[key] : undefined), value);
}

export function entriesOf(value: Data): readonly (readonly [key: string, value: Data])[] {
  return isMap(value) ? Object.entries(value) : [];
}

/** A list as it is, and anything else as a list of one: what most settings mean by it. */
export function listOf(value: Data): readonly Data[] {
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

/** A list, or one value in place of it, as texts. */
export function textsOf(value: Data): readonly string[] {
  return listOf(value).map((each) => (isMap(each) || Array.isArray(each) ? canonical(each) : String(each)));
}

/** One text for each meaning: the order of keys says nothing. */
export function canonical(value: Data): string {
  return JSON.stringify(value, (_, inner: Data) =>
    isMap(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

/** Every map in it, itself first. */
export function mapsIn(value: Data): readonly DataMap[] {
  if (Array.isArray(value)) return value.flatMap(mapsIn);
  return isMap(value) ? [value, ...Object.values(value).flatMap(mapsIn)] : [];
}
