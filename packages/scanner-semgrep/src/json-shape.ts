/** Values of a document, read strictly: a text is not a number, and `null` is not "absent". All throw. */

export function recordOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${where} is not an object`);
  return value as Readonly<Record<string, unknown>>;
}

export function listOf(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${where} is not a list`);
  return value;
}

export function textOf(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') throw new Error(`${where} is not a text`);
  return value;
}

/** JSON reads `1e999` as infinity, and a number past 2^53 as another one. */
export function integerOf(value: unknown, where: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new Error(`${where} is not an integer from 0`);
  return value as number;
}
