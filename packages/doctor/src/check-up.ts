import type { CheckId } from './checks.ts';

/**
 * `ok`: as it should be. `note`: worth knowing, and nothing is lost by it. `weak`: somebody could go around it, or nothing
 * protects here. `broken`: it is set up and does not work. `unknown`: could not tell.
 */
export type Level = 'ok' | 'note' | 'weak' | 'broken' | 'unknown';

/** What one check found. Whatever is not well comes with its mend: a command or one sentence. */
export type Found =
  | { readonly check: CheckId; readonly level: 'ok' | 'note'; readonly said: string; readonly next?: string }
  | {
      readonly check: CheckId;
      readonly level: 'weak' | 'broken' | 'unknown';
      readonly said: string;
      readonly next: string;
    };

export interface CheckUp {
  readonly found: readonly Found[];
  /** The worst level of all; `ok` where nothing was looked at. */
  readonly worst: Level;
}

export const ok = (check: CheckId, said: string): Found => ({ check, level: 'ok', said });

export const note = (check: CheckId, said: string, next?: string): Found => ({
  check,
  level: 'note',
  said,
  ...(next !== undefined && { next }),
});

export const weak = (check: CheckId, said: string, next: string): Found => ({ check, level: 'weak', said, next });

export const broken = (check: CheckId, said: string, next: string): Found => ({ check, level: 'broken', said, next });

export const unknown = (check: CheckId, said: string, next: string): Found => ({ check, level: 'unknown', said, next });
