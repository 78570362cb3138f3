import type { Ran } from './run.ts';

export interface JsonVerdict {
  readonly outcome: string;
  readonly reasons: readonly JsonReason[];
  readonly criteria: readonly { readonly name: string; readonly state: string }[];
}

export interface JsonReason {
  readonly kind: string;
  readonly severity: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly symbol: string | null;
  readonly rule: string | null;
  readonly tool: string | null;
  readonly message: string;
}

/** The answer of `pawl check --format json --audience human`. */
export function verdictOf({ status, stdout, stderr }: Ran): JsonVerdict {
  if (stdout === '') throw new Error(`no verdict, but status ${status}: ${stderr}`);
  return JSON.parse(stdout) as JsonVerdict;
}

/** Its text without the one part that no two runs share: how long it took. */
export function withoutTimings({ stdout }: Ran): string {
  const text = stdout.replace(/,\n {2}"timings": \{[^}]*\}/u, '');
  if (text === stdout) throw new Error(`no timings in ${stdout}`);
  return text;
}

/** What is asked of two revisions when only the verdict matters. */
export const HUMAN_JSON = ['--format', 'json', '--audience', 'human'] as const;
