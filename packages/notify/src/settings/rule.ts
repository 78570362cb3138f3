/** One mistake in a value. `at` says whether the key is wrong or what stands behind it. */
export interface SettingsMistake {
  readonly path: readonly (string | number)[];
  readonly at: 'key' | 'value';
  /** Never repeats a value: at any place of the settings a secret may stand by mistake. */
  readonly message: string;
}

/** Finds what is wrong with a value; nothing when all is well. Never stops at the first mistake. */
export type Rule = (value: unknown, path: SettingsMistake['path']) => readonly SettingsMistake[];

export function wrong(path: SettingsMistake['path'], message: string): readonly SettingsMistake[] {
  return [{ path, at: 'value', message }];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with all of the `needed` keys, perhaps some of the `optional` ones, and no others. */
export function fields(needed: Readonly<Record<string, Rule>>, optional: Readonly<Record<string, Rule>> = {}): Rule {
  const rules = new Map([...Object.entries(needed), ...Object.entries(optional)]);
  return (value, path) => {
    if (!isRecord(value)) return wrong(path, 'must be an object');
    const present = Object.entries(value).flatMap(([key, inner]): readonly SettingsMistake[] => {
      const rule = rules.get(key);
      return rule === undefined ? [unknownKey(path, key, [...rules.keys()])] : rule(inner, [...path, key]);
    });
    const missing = Object.keys(needed).filter((key) => !Object.hasOwn(value, key));
    return [...present, ...missing.flatMap((key) => wrong(path, `lacks "${key}"`))];
  };
}

function unknownKey(path: SettingsMistake['path'], key: string, known: readonly string[]): SettingsMistake {
  return { path: [...path, key], at: 'key', message: `unknown key ${shownKey(key)}; known here: ${known.join(', ')}` };
}

/** Even a key may be an address that was put in the wrong place. */
export function shownKey(key: string): string {
  return /^[A-Za-z0-9_-]{1,32}$/u.test(key) ? `"${key}"` : '(not shown)';
}

export function matching(pattern: RegExp, what: string): Rule {
  return (value, path) => (typeof value === 'string' && pattern.test(value) ? [] : wrong(path, `must be ${what}`));
}

export function wholeNumber(least: number, most: number): Rule {
  return (value, path) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? []
      : wrong(path, `must be a whole number from ${least} to ${most}`);
}

export const flag: Rule = (value, path) => (typeof value === 'boolean' ? [] : wrong(path, 'must be true or false'));

export function listOf(item: Rule, most: number): Rule {
  return (value, path) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > most)
      return wrong(path, `must be a list of 1 to ${most}`);
    return value.flatMap((inner: unknown, index) => item(inner, [...path, index]));
  };
}
