import type { Delta } from '@pawl/baseline';
import type { Coverage, InvariantFinding, Suppression } from '@pawl/findings';
import type { GateRule } from './protected/gate-rules.ts';
import type { Protection } from './protected/protected-change.ts';

/** Everything a verdict is made from. A part that is absent was not judged, and the verdict says so. */
export interface Evidence {
  /** Absent: the scanners were not judged. */
  readonly delta?: Delta;
  /** Absent: the invariants were not judged. */
  readonly invariants?: readonly InvariantFinding[];
  /** The introduced ones. */
  readonly suppressions?: readonly Suppression[];
  /** Absent: the security tests were not compared. */
  readonly tests?: TestEvidence;
  /** Absent: the protected files were not compared. */
  readonly gateChanges?: readonly GateChange[];
  readonly faults?: readonly Fault[];
  /** Absent: the base is what was locked. */
  readonly drift?: Drift;
  /** The cases that keep the loop stopped. */
  readonly latch?: readonly string[];
  readonly coverage: ComparedCoverage;
}

/** What became of the security tests. */
export interface TestEvidence {
  readonly findings: readonly InvariantFinding[];
  /** Whether every locked suite ran over what is judged. Tests that only stand there prove nothing, so that is no met criterion. */
  readonly ran: boolean;
}

/** How far the protected branch has moved for the worse since it was locked, in the published weights of severities. */
export interface Drift {
  readonly weight: number;
  readonly limit: number;
}

/**
 * What was examined on both sides. Both speak of the same files: all, or those that changed. Every file of base must
 * be in head, in `renames` or in `deleted`; one that is nowhere was lost, because silence is not health.
 */
export interface ComparedCoverage {
  readonly base: Coverage;
  readonly head: Coverage;
  /** Path in head to path in base. */
  readonly renames: ReadonlyMap<string, string>;
  /** Paths of base that head has no longer, as git says. */
  readonly deleted: ReadonlySet<string>;
}

/** A change to a file that is no code and decides all the same: see {@link Protection}. */
export interface GateChange {
  readonly file: string;
  readonly change: 'added' | 'modified' | 'deleted';
  readonly protects: Protection;
  /** Absent in what an older version kept. */
  readonly rule?: GateRule;
  /** What was done, in a sentence; absent where the file as a whole came, went or says something else. */
  readonly what?: string;
}

/** Something that kept us from judging: a tool of another version than locked, a broken configuration in head. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  /** What a person should do next. */
  readonly next?: string | undefined;
}
