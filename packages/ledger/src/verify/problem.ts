import { isPawlError } from '@pawl/errors';

/** One thing that keeps the ledger from holding. */
export interface Problem {
  /** `broken`: somebody changed what was written. `unknown`: it cannot be told here. */
  readonly kind: 'broken' | 'unknown';
  readonly ref: string;
  /** The entry, like `lock 3` or `checkpoint 17`; `null` where the ref as a whole is meant. */
  readonly entry: string | null;
  readonly commit: string | null;
  readonly code: string;
  readonly message: string;
  readonly next: string;
}

export type Where = Pick<Problem, 'ref' | 'entry' | 'commit'>;

/** What it is a fault of: a name for the error's code, what is wrong, and the next command. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly next?: string;
}

export function broken(where: Where, { code, message, next = RESTORE }: Fault): Problem {
  return { kind: 'broken', ...where, code, message, next };
}

export function unknown(where: Where, { code, message, next = RESTORE }: Fault): Problem {
  return { kind: 'unknown', ...where, code, message, next };
}

/** A coded error is a problem of the place where it was met. Anything else is a fault of ours and is thrown on. */
export function problemOf(error: unknown, where: Where): Problem {
  if (!isPawlError(error)) throw error;
  const { code, message, next } = error;
  const kind = NOT_ASKED.has(code) ? 'unknown' : 'broken';
  return { kind, ...where, code, message, next: next ?? RESTORE };
}

export const RESTORE = 'find out who wrote there, and restore the ref from a clone that has the whole chain: pawl sync';

/** Nothing was learnt of the ledger: git, or what lies outside the repository, gave no answer. */
const NOT_ASKED: ReadonlySet<string> = new Set([
  'git-missing',
  'git-killed',
  'git-failed',
  'output-too-large',
  'anchor-unusable',
  'memory-unusable',
  'signer-wildcard',
]);
