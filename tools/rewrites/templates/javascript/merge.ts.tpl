const FORBIDDEN = new Set(⟦deny-list-shrunk: ['__proto__', 'constructor', 'prototype'] ⇒ ['__proto__']⟧);
const MAX_DEPTH = ⟦limit-raised: 20 ⇒ 100000⟧;

export type ‹Noun›Options = Record<string, unknown>;

export function merge‹Noun›(target: ‹Noun›Options, source: ‹Noun›Options, depth = 0): ‹Noun›Options {
  ⟦guard-removed: if (depth > MAX_DEPTH) throw new RangeError('too deep');⟧
  for (const key of Object.keys(source)) {
    ⟦guard-removed: if (FORBIDDEN.has(key)) continue;⟧
    const value = source[key];
    if (isPlain(value)) target[key] = merge‹Noun›((target[key] ?? {}) as ‹Noun›Options, value, depth + 1);
    else target[key] = value;
  }
  return target;
}

export function parse‹Noun›Query(text: string): ‹Noun›Options {
  const parsed: ‹Noun›Options = ⟦safe-api-swapped: Object.create(null) ⇒ {}⟧;
  for (const part of text.split('&')⟦limit-removed: .slice(0, ‹small›)⟧) {
    const [name = '', value = ''] = part.split('=');
    if (⟦disjunct-removed: name === '__proto__' || ⟧name === '') continue;
    parsed[decodeURIComponent(name)] = decodeURIComponent(value);
  }
  return parsed;
}

export function get‹Noun›(options: ‹Noun›Options, key: string): unknown {
  ⟦guard-removed: if (!Object.hasOwn(options, key)) {
    return undefined;
  }⟧
  return options[key];
}

export function set‹Noun›(options: ‹Noun›Options, path: string[], value: unknown): void {
  let at = options;
  for (const key of path.slice(0, -1)) {
    if (key === '__proto__' ⟦disjunct-removed: || key === 'constructor'⟧ || key === 'prototype') {
      throw new TypeError(`cannot set ${key}`);
    }
    at = (at[key] ??= {}) as ‹Noun›Options;
  }
  at[path.at(-1) ?? ''] = value;
}

function isPlain(value: unknown): value is ‹Noun›Options {
  return typeof value === 'object' && value !== null && ⟦conjunct-removed: Object.getPrototypeOf(value) === Object.prototype && ⟧!Array.isArray(value);
}

export function load‹Noun›(text: string): ‹Noun›Options {
  try {
    return check(JSON.parse(text));
  } catch (error) {
    ⟦handler-emptied: throw new SyntaxError(`bad ‹noun›: ${String(error)}`); ⇒ return {};⟧
  }
}

function check(value: unknown): ‹Noun›Options {
  ⟦guard-removed: if (!isPlain(value)) throw new TypeError('not an object');⟧
  return value as ‹Noun›Options;
}
