import type { InvariantFinding } from '@pawl/findings';

/** Why a suite could not be run, or its report not be believed. */
export type CouldNotRunCode =
  | 'no-tests'
  | 'tool-missing'
  | 'set-up-failed'
  | 'tests-changed'
  | 'framework-changed'
  | 'timed-out'
  | 'tool-failed'
  | 'no-report'
  | 'unreadable-report'
  | 'status-disagrees';

/** What became of a suite. Only `passed` is clean, and it makes no verdict better than it was. */
export type SuiteOutcome =
  | { readonly kind: 'passed'; readonly suite: string; readonly ran: number }
  | {
      readonly kind: 'failed';
      readonly suite: string;
      readonly ran: number;
      readonly findings: readonly InvariantFinding[];
    }
  | CouldNotRun;

/** A suite that did not come to its end. It is never a pass. */
export interface CouldNotRun {
  readonly kind: 'could-not-run';
  readonly suite: string;
  readonly code: CouldNotRunCode;
  /** One plain sentence for a person. */
  readonly why: string;
  /** What to do about it. */
  readonly next: string;
}

const NEXT: Readonly<Record<CouldNotRunCode, string>> = {
  'no-tests': 'Name test files in `securityTests.suites` that hold tests, and lock again.',
  'tool-missing': 'Install the framework, or say how in `setup`, `link` or `command` of the suite.',
  'set-up-failed': 'Run the `setup` command of the suite in a fresh clone and mend what it says.',
  'tests-changed': 'Look at what rewrites the tests while they are set up or run: nothing in the change may.',
  'framework-changed': 'Let a person look at the new test framework and lock again.',
  'timed-out': 'Raise `timeoutMs` of the suite, or find out what hangs.',
  'tool-failed': 'Run the suite in a fresh clone and mend what it says.',
  'no-report': 'Find out what ends the run early: the framework wrote no report.',
  'unreadable-report': 'Run the suite in a fresh clone: its report cannot be read.',
  'status-disagrees': 'Run the suite in a fresh clone: it fails although no test does.',
};

export function couldNotRun(suite: string, code: CouldNotRunCode, why: string): CouldNotRun {
  return { kind: 'could-not-run', suite, code, why, next: NEXT[code] };
}
