import type { Policy } from '@pawl/verdict';

/** What happens to a person's own commits that Pawl would stop: told, or refused as an agent's are. */
export type People = 'report' | 'refuse';

/**
 * How much it takes before a change counts as having lost a defence. As measured on projects that nothing was fitted on, `strict`
 * stops at most one ordinary commit in a hundred, `default` one in twenty, and `paranoid` one in seven.
 */
export type Sensitivity = 'strict' | 'default' | 'paranoid';

/** The engines that ship with Pawl, and whether each is used. */
export interface Scanners {
  readonly javascript: boolean;
  readonly python: boolean;
  readonly secrets: boolean;
}

export interface Limits {
  /** A larger file is not examined, in bytes. */
  readonly maxFileBytes: number;
  /** For one judgement, in milliseconds; what is not done by then is not examined. */
  readonly timeoutMs: number;
}

/**
 * The configuration with every default filled in: plain frozen data that is put in the lock, from which verdicts read it.
 * Two files that mean the same give the same JSON: globs are a set, so they are sorted and each stands once.
 */
export interface Config {
  /** The protected branch, without `refs/heads/`. */
  readonly target: string;
  /** Globs of judged files that are left out. */
  readonly exclude: readonly string[];
  /** Globs of files that no scanner can read and that a human accepted as unexamined. */
  readonly acceptUnexamined: readonly string[];
  readonly limits: Limits;
  readonly people: People;
  readonly sensitivity: Sensitivity;
  readonly policy: Policy;
  readonly scanners: Scanners;
}
