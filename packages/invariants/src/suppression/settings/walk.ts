import { isList, isMap, type Value } from './value.ts';

/** A place that a way leads to: what the stars of the way stand for, the value, and the items of lists around it, the innermost first. */
export interface Place {
  readonly keys: readonly string[];
  readonly value: Value;
  readonly items: readonly Value[];
  /** Where it stands, so that it can be left out. */
  readonly path: readonly (string | number)[];
}

/** All places that a way leads to; see `Silence.at`. */
export function placesAt(root: Value, at: string): readonly Place[] {
  const steps = at.split('.').flatMap((step) => stepsOf(step));
  return follow({ keys: [], value: root, items: [], path: [] }, steps);
}

/** `name[][]` is a name and two lists. */
function stepsOf(step: string): readonly string[] {
  const name = step.replace(/(?:\[\])+$/u, '');
  const lists = (step.length - name.length) / 2;
  return [...(name === '' && lists > 0 ? [] : [name]), ...Array<string>(lists).fill('[]')];
}

function follow(place: Place, steps: readonly string[]): readonly Place[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [place];
  const { value, keys, path, items } = place;
  if (step === '[]') {
    if (!isList(value)) return [];
    return value.flatMap((inner, index) =>
      follow({ keys, value: inner, items: isMap(inner) ? [inner, ...items] : items, path: [...path, index] }, rest),
    );
  }
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const found = { value: inner, items, path: [...path, key] };
    if (step === '*') return follow({ ...found, keys: [...keys, key] }, rest);
    if (step === key) return follow({ ...found, keys }, rest);
    // A key may hold dots itself, as in `sonar.exclusions`.
    const count = key.split('.').length;
    const stars = count > 1 ? starsIn(steps.slice(0, count), key) : undefined;
    return stars === undefined ? [] : follow({ ...found, keys: [...keys, ...stars] }, steps.slice(count));
  });
}

function starsIn(steps: readonly string[], key: string): readonly string[] | undefined {
  const parts = key.split('.');
  if (steps.length !== parts.length || !steps.every((step, at) => step === '*' || step === parts[at])) return undefined;
  return parts.filter((_, at) => steps[at] === '*');
}

/** A value without some places. What is empty then is left out as well. */
export function withoutPlaces(
  value: Value,
  paths: ReadonlySet<string>,
  path: readonly (string | number)[] = [],
): Value | undefined {
  if (paths.has(JSON.stringify(path))) return undefined;
  if (typeof value === 'string') return value;
  if (isList(value)) {
    const kept = value.flatMap((item, index) => withoutPlaces(item, paths, [...path, index]) ?? []);
    return kept.length === 0 && value.length > 0 ? undefined : kept;
  }
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const kept = withoutPlaces(inner, paths, [...path, key]);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length === 0 && Object.keys(value).length > 0 ? undefined : Object.fromEntries(entries);
}
