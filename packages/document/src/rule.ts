export type Path = readonly (string | number)[];

/** One mistake in a value. `at` says whether the key is wrong or what stands behind it. */
export interface Mistake {
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly message: string;
}

/** Finds what is wrong with a value; nothing when all is well. Never stops at the first mistake. */
export type Rule = (value: unknown, path: Path) => readonly Mistake[];

export function wrong(path: Path, message: string): readonly Mistake[] {
  return [{ path, at: 'value', message }];
}

/** Any text of the file, short and on one line. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
