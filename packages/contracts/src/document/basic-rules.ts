import { isRecord, type Mistake, type Rule, shown, unknownKey, wrong } from '@pawl/document';

/** An object with these keys and no others, of which `needed` must be there. */
export function fields(known: Readonly<Record<string, Rule>>, needed: readonly string[] = []): Rule {
  const rules = new Map(Object.entries(known));
  return (value, path) => {
    if (!isRecord(value)) return wrong(path, `must be an object, not ${shown(value)}`);
    const present = Object.entries(value).flatMap(([key, inner]): readonly Mistake[] => {
      const rule = rules.get(key);
      return rule === undefined ? [unknownKey([...path, key], key, [...rules.keys()])] : rule(inner, [...path, key]);
    });
    const missing = needed.filter((key) => !Object.hasOwn(value, key));
    return [...present, ...missing.flatMap((key) => wrong(path, `lacks ${shown(key)}`))];
  };
}

export function listOf(item: Rule, least: number, most: number): Rule {
  return (value, path) => {
    if (!Array.isArray(value)) return wrong(path, `must be a list, not ${shown(value)}`);
    if (value.length < least || value.length > most) return wrong(path, `must have ${least} to ${most} entries`);
    return value.flatMap((inner: unknown, index) => item(inner, [...path, index]));
  };
}

/** One of it, or a list of it. */
export function oneOrMore(item: Rule, most: number): Rule {
  const list = listOf(item, 1, most);
  return (value, path) => (Array.isArray(value) ? list(value, path) : item(value, path));
}

/** An object whose keys are names that a person chose. */
export function record(name: RegExp, what: string, item: Rule, most: number): Rule {
  return (value, path) => {
    if (!isRecord(value)) return wrong(path, `must be an object, not ${shown(value)}`);
    const entries = Object.entries(value);
    if (entries.length > most) return wrong(path, `must have at most ${most} entries`);
    return entries.flatMap(([key, inner]): readonly Mistake[] => {
      const own: Mistake = { path: [...path, key], at: 'key', message: `${shown(key)} is not ${what}` };
      return [...(name.test(key) ? [] : [own]), ...item(inner, [...path, key])];
    });
  };
}

/** Text of this many characters, not blank. */
export function text(least: number, most: number): Rule {
  return (value, path) => {
    if (typeof value !== 'string') return wrong(path, `must be a text, not ${shown(value)}`);
    if (value.length < least || value.length > most) return wrong(path, `must have ${least} to ${most} characters`);
    return value.length > 0 && value.trim() === '' ? wrong(path, 'must not be blank') : [];
  };
}

/** Exactly one, or at least one, of these keys. */
export function has(how: 'one' | 'some', keys: readonly string[]): Rule {
  return (value, path) => {
    if (!isRecord(value)) return [];
    const count = keys.filter((key) => Object.hasOwn(value, key)).length;
    if (how === 'one' ? count === 1 : count >= 1) return [];
    return wrong(path, `must have ${how === 'one' ? 'exactly' : 'at least'} one of ${keys.join(', ')}`);
  };
}
