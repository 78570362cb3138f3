import { nearest } from './nearest.ts';
import { type Mistake, type Rule, shown, wrong } from './rule.ts';

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

function unknownKey(path: Mistake['path'], key: string, known: readonly string[]): Mistake {
  const meant = nearest(key, known);
  const hint = meant === undefined ? `known here: ${known.join(', ')}` : `did you mean ${shown(meant)}?`;
  return { path, at: 'key', message: `unknown key ${shown(key)}; ${hint}` };
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

export function oneOf(...allowed: readonly string[]): Rule {
  return (value, path) => {
    if (typeof value === 'string' && allowed.includes(value)) return [];
    const meant = typeof value === 'string' ? nearest(value, allowed) : undefined;
    const hint = meant === undefined ? '' : `; did you mean ${shown(meant)}?`;
    return wrong(path, `must be ${allowed.map(shown).join(' or ')}, not ${shown(value)}${hint}`);
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

export function matching(pattern: RegExp, what: string): Rule {
  return (value, path) =>
    typeof value === 'string' && pattern.test(value) ? [] : wrong(path, `must be ${what}, not ${shown(value)}`);
}

export function all(...rules: readonly Rule[]): Rule {
  return (value, path) => rules.flatMap((rule) => rule(value, path));
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

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
