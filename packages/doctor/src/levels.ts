import type { CheckUp, Found, Level } from './check-up.ts';

/** What is known to be wrong comes before what could not be told. */
export const WORST_FIRST: readonly Level[] = ['broken', 'weak', 'unknown', 'note', 'ok'];

/** 0 well · 1 something lets work through or is unprotected · 2 could not tell. Only the entry point sets it. */
export const STATUS: Readonly<Record<Level, 0 | 1 | 2>> = { ok: 0, note: 0, weak: 1, broken: 1, unknown: 2 };

export function checkUpOf(found: readonly Found[]): CheckUp {
  return { found, worst: WORST_FIRST.find((level) => found.some((each) => each.level === level)) ?? 'ok' };
}
