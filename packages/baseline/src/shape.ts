import { LockError } from './lock-error.ts';

/** Checks one value and throws a `LockError` that names its path. A shape says what a document may hold and nothing more. */
export type Shape = (value: unknown, path: string) => void;

export const text: Shape = (value, path) => {
  if (typeof value !== 'string') wrongType(path, 'a string');
};

export const flag: Shape = (value, path) => {
  if (typeof value !== 'boolean') wrongType(path, 'true or false');
};

export function integer(atLeast: number): Shape {
  return (value, path) => {
    if (!Number.isSafeInteger(value) || Number(value) < atLeast) wrongType(path, `an integer from ${atLeast}`);
  };
}

export function matching(pattern: RegExp, what: string): Shape {
  return (value, path) => {
    if (typeof value !== 'string' || !pattern.test(value)) wrongType(path, what);
  };
}

export function oneOf(...words: readonly string[]): Shape {
  return (value, path) => {
    if (!words.some((word) => word === value)) wrongType(path, `one of ${words.join(', ')}`);
  };
}

export function nullable(shape: Shape): Shape {
  return (value, path) => {
    if (value !== null) shape(value, path);
  };
}

export function list(of: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) wrongType(path, 'a list');
    value.forEach((item, index) => of(item, `${path}[${index}]`));
  };
}

/** An object whose keys are data, like paths. */
export function record(of: Shape): Shape {
  return (value, path) => {
    for (const [key, item] of Object.entries(asObject(value, path))) of(item, `${path}[${JSON.stringify(key)}]`);
  };
}

/** An object with exactly these fields: one more is as wrong as one less, because it would be signed and not understood. */
export function object(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  const known = new Map([...Object.entries(required), ...Object.entries(optional)]);
  return (value, path) => {
    const fields = asObject(value, path);
    for (const key of Object.keys(required)) {
      if (!Object.hasOwn(fields, key)) throw new LockError('missing-field', `${path}.${key} is missing.`);
    }
    for (const [key, item] of Object.entries(fields)) {
      const shape = known.get(key);
      if (!shape) throw new LockError('extra-field', `${path} has a field that nobody knows: ${JSON.stringify(key)}.`);
      shape(item, `${path}.${key}`);
    }
  };
}

function asObject(value: unknown, path: string): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrongType(path, 'an object');
  return value;
}

function wrongType(path: string, expected: string): never {
  throw new LockError('wrong-type', `${path} is not ${expected}.`);
}
