import type { ElementKind, Idiom } from '../idiom.ts';

/** One idiom in a table of its class: side, strength, the elements it is looked for in, the pattern. */
export type PythonIdiomRow = readonly [
  side: Idiom['side'],
  strength: Idiom['strength'],
  on: ElementKind | readonly ElementKind[],
  match: RegExp,
];

/** Hundreds of idioms stay readable as tables: one class, one row each. */
export function pythonIdiomRows(name: string, rows: readonly PythonIdiomRow[]): readonly Idiom[] {
  return rows.map(([side, strength, on, match]) => ({
    class: name,
    side,
    on: typeof on === 'string' ? [on] : on,
    match,
    strength,
  }));
}
