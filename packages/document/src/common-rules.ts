import { nearest } from './nearest.ts';
import { type Mistake, type Rule, shown, wrong } from './rule.ts';

/** A key that nobody knows, and the one that somebody most likely meant. */
export function unknownKey(path: Mistake['path'], key: string, known: readonly string[]): Mistake {
  const meant = nearest(key, known);
  const hint = meant === undefined ? `known here: ${known.join(', ')}` : `did you mean ${shown(meant)}?`;
  return { path, at: 'key', message: `unknown key ${shown(key)}; ${hint}` };
}

export function oneOf(...allowed: readonly string[]): Rule {
  return (value, path) => {
    if (typeof value === 'string' && allowed.includes(value)) return [];
    const meant = typeof value === 'string' ? nearest(value, allowed) : undefined;
    const hint = meant === undefined ? '' : `; did you mean ${shown(meant)}?`;
    return wrong(path, `must be ${allowed.map(shown).join(' or ')}, not ${shown(value)}${hint}`);
  };
}

export function matching(pattern: RegExp, what: string): Rule {
  return (value, path) =>
    typeof value === 'string' && pattern.test(value) ? [] : wrong(path, `must be ${what}, not ${shown(value)}`);
}

export function all(...rules: readonly Rule[]): Rule {
  return (value, path) => rules.flatMap((rule) => rule(value, path));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
