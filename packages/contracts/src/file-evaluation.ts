import type { FileSummary } from '@pawl/reach';

/** A file as a contract sees it. */
export interface SideFile {
  /** From the repository's root, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** One place that a contract speaks of. */
export interface Match {
  readonly held: boolean;
  /** The part of the promise that it belongs to, where a promise has several. */
  readonly part?: string;
  /** Why it is held or broken: half a sentence. */
  readonly why: string;
  readonly line: number;
  readonly symbol: string;
  /** The code that identifies it: without what a formatter may change, and without the bodies of functions. */
  readonly code: string;
  /** What the metavariables stand for, to know it again when its code was edited. */
  readonly key: string;
}

export interface ContractEvaluation {
  readonly id: string;
  /** How much there is that the contract speaks of, held or broken. */
  readonly subjects: number;
  readonly matches: readonly Match[];
  /** What the file does with the data of a flow, for the other files to be joined to. */
  readonly flow?: FileSummary;
}

/**
 * What contracts say of one file: plain data that depends on the contracts' digest, the file's path and its text alone, so that it can be
 * kept by these.
 */
export interface FileEvaluation {
  readonly file: string;
  readonly contracts: readonly ContractEvaluation[];
  /** Where it could not be told all. */
  readonly notExamined?: {
    readonly code: 'syntax-error' | 'too-large' | 'too-deep' | 'no-profile';
    readonly why: string;
  };
}
