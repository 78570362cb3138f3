import { LockError } from './lock-error.ts';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Configuration is a few levels deep. The limit keeps a hostile document from exhausting the stack. */
const MAX_DEPTH = 64;

/**
 * The one text of a JSON value, after RFC 8785: keys sorted by UTF-16 code units, no white space. Numbers are limited to
 * safe integers, which every language prints alike.
 *
 * @throws LockError `wrong-type` for what JSON or that limit has no place for, `too-deep`, `extra-field` for `__proto__`.
 */
export function canonicalJson(value: unknown): string {
  return encode(value, '$', 0);
}

function encode(value: unknown, path: string, depth: number): string {
  if (depth > MAX_DEPTH) throw new LockError('too-deep', `${path} is nested deeper than ${MAX_DEPTH} levels.`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return encodeString(value, path);
  if (typeof value === 'number') return encodeInteger(value, path);
  if (Array.isArray(value)) return `[${value.map((item) => encode(item, `${path}[]`, depth + 1)).join(',')}]`;
  if (isPlainObject(value)) return encodeObject(value, path, depth);
  throw new LockError('wrong-type', `${path} is ${typeof value}, for which JSON has no place.`);
}

function encodeObject(value: object, path: string, depth: number): string {
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => {
      if (key === '__proto__') throw new LockError('extra-field', `${path} has a key named __proto__.`);
      return `${encodeString(key, path)}:${encode(item, `${path}.${key}`, depth + 1)}`;
    });
  return `{${members.join(',')}}`;
}

/** RFC 8785 3.2.2.2: a lone surrogate has no UTF-8 form, so two such texts could share one digest. */
function encodeString(value: string, path: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new LockError('wrong-type', `${path} is not well-formed Unicode.`);
  return JSON.stringify(value);
}

function encodeInteger(value: number, path: string): string {
  if (!Number.isSafeInteger(value)) throw new LockError('wrong-type', `${path} is not a safe integer.`);
  return JSON.stringify(value);
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
