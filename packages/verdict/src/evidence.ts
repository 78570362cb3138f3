import type { Delta } from '@pawl/baseline';
import type { Coverage, InvariantFinding, Suppression } from '@pawl/findings';

/** Everything a verdict is made from. A part that is absent was not judged, and the verdict says so. */
export interface Evidence {
  /** Absent: the scanners were not judged. */
  readonly delta?: Delta;
  /** Absent: the invariants were not judged. */
  readonly invariants?: readonly InvariantFinding[];
  /** The introduced ones. */
  readonly suppressions?: readonly Suppression[];
  /** Absent: the gate's own files were not compared. */
  readonly gateChanges?: readonly GateChange[];
  readonly faults?: readonly Fault[];
  readonly coverage: ComparedCoverage;
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

/** A change to one of the gate's own files: configuration, hooks, workflows, harness settings. */
export interface GateChange {
  readonly file: string;
  readonly change: 'added' | 'modified' | 'deleted';
}

/** Something that kept us from judging: a tool of another version than locked, a broken configuration in head. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  /** What a person should do next. */
  readonly next?: string | undefined;
}
