/** Questions about what was read from somewhere, and may be anything. */

export type Unknown<T> = { readonly [Key in keyof T]?: unknown };

export function isRecord<T>(value: unknown): value is Unknown<T> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isListOf(value: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function hasTexts(value: unknown, keys: readonly string[]): boolean {
  return isRecord<Record<string, string>>(value) && keys.every((key) => isText(value[key]));
}

export function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}
