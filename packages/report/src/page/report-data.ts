import type { Severity } from '@pawl/findings';
import type { Assurance, Outcome, Reason, Tier } from '@pawl/verdict';

/** The version of the JSON of a report. */
export const REPORT_SCHEMA = 'pawl/report@1';

/**
 * All that a report tells a person. Texts are data from the judged code, from scanners and from git: whoever shows them
 * escapes them. What could not be found out is `null`, never zero, and has its sentence in `missing`.
 */
export interface ReportData {
  readonly schema: typeof REPORT_SCHEMA;
  readonly audience: 'human';
  /** An ISO 8601 instant in UTC, as is every instant here. */
  readonly madeAt: string;
  /** The version of Pawl that made it. */
  readonly pawl: string;
  /** What people call it: a folder's or a remote's name. */
  readonly repository: string;
  /** The branch that is looked at; `null` where none is checked out. */
  readonly branch: string | null;
  /** The protected branch; `null` where nothing is locked. */
  readonly target: string | null;
  readonly lock: ReportLock | null;
  /** `null` where there is no loop here. */
  readonly loop: ReportLoop | null;
  /** Oldest first. */
  readonly checkpoints: readonly ReportCheckpoint[];
  /** Newest first. */
  readonly cases: readonly ReportCase[];
  /** At the newest checkpoint; at the lock where there is none. */
  readonly coverage: ReportCoverage | null;
  readonly suppressions: readonly ReportSuppression[] | null;
  /** Those that count now, the first to expire first. */
  readonly waivers: readonly ReportWaiver[] | null;
  readonly tests: ReportTests | null;
  readonly ledger: ReportLedger;
  /** What this report could not find out, in plain sentences. Empty: nothing is missing. */
  readonly missing: readonly string[];
}

/**
 * All that a report tells where an agent can read it. It has no room for a rule, a file, a count or a severity: what is not
 * there cannot be brought to light by whoever reads the source of the page.
 */
export interface AgentReport {
  readonly schema: typeof REPORT_SCHEMA;
  readonly audience: 'agent';
  readonly madeAt: string;
  readonly pawl: string;
  readonly state: LoopStanding;
  /** The numbers of the cases that keep the loop stopped. */
  readonly cases: readonly string[];
  readonly message: string | null;
}

/** `could-not-tell`: the record of the loop, or its lock, is damaged or gone, so that nothing of it is good news. */
export type LoopStanding = 'goes-on' | 'stopped' | 'nothing-judged' | 'could-not-tell';

export interface ReportLock {
  readonly sequence: number;
  readonly commit: string;
  readonly lockedAt: string;
  readonly expires: string | null;
  readonly assurance: Assurance;
  /** Who signed it, like a mail address; `null` where nobody did. */
  readonly signedBy: string | null;
  readonly decision: 'lock' | 'waive' | 'revoke' | 'release';
  readonly baseline: {
    readonly findings: Readonly<Record<Severity, number>> | null;
    readonly weightedTotal: number;
    readonly defences: number | null;
    readonly suppressions: number;
    readonly examined: number;
    readonly notExamined: number;
  };
  readonly tools: readonly { readonly name: string; readonly version: string; readonly rulesDigest: string }[];
}

export interface ReportLoop {
  readonly name: string;
  readonly state: LoopStanding;
  /** The numbers of the cases that keep it stopped, oldest first. */
  readonly latch: readonly string[];
}

export interface ReportCheckpoint {
  readonly sequence: number;
  readonly at: string;
  readonly tier: Tier;
  readonly outcome: 'clean' | 'stopped' | 'inconclusive';
  /** The number of the case that it opened. */
  readonly case: string | null;
  readonly commit: string | null;
  readonly tree: string;
  readonly lockSequence: number;
  readonly assurance: Assurance;
  readonly signedBy: string | null;
  readonly measures: ReportMeasures | null;
  /** Why there are no measures, for a person; `null` where there are. */
  readonly notMeasured: string | null;
}

/** What was measured at a checkpoint. `null` where its tier or its tools could not tell. */
export interface ReportMeasures {
  readonly weightedTotal: number;
  /** The weighted total that it is held against: that of its lock. */
  readonly lockedTotal: number;
  readonly findings: Readonly<Record<Severity, number>> | null;
  /** Findings, compared with the base. */
  readonly introduced: number;
  readonly resolved: number;
  /** Compared with the base. */
  readonly defences: {
    readonly kept: number | null;
    readonly lost: number;
    readonly weakened: number;
    readonly added: number | null;
  } | null;
  readonly suppressions: number | null;
  readonly tests: number | null;
  readonly notExamined: number;
}

export interface ReportCase {
  readonly id: string;
  readonly openedAt: string;
  /** Of the checkpoint that opened it, in `checkpoints`; `null` where it is none of those. */
  readonly checkpoint: number | null;
  readonly state: 'open' | 'released' | 'decided';
  /** What the person who decided it gave as the reason. */
  readonly why: string | null;
  /** `null` where the case could not be recomputed here: `notRecomputed` says why. */
  readonly outcome: Outcome | null;
  readonly reasons: readonly ReportReason[] | null;
  readonly notRecomputed: string | null;
}

/** A reason with the code that it is about, before and after. */
export interface ReportReason extends Reason {
  readonly excerpt: ReportExcerpt | null;
  /** Until when a person accepted it. */
  readonly waivedUntil: string | null;
}

export interface ReportExcerpt {
  readonly file: string;
  /** `-` stands in the base only, `+` in what was judged only; `line` counts from 1 on that side. */
  readonly lines: readonly { readonly mark: ' ' | '-' | '+'; readonly line: number; readonly text: string }[];
  /** How many lines of a long change are left out. */
  readonly leftOut: number;
}

export interface ReportCoverage {
  /** The checkpoint it is of; `null`: of the lock. */
  readonly checkpoint: number | null;
  readonly examined: number;
  readonly notExamined: readonly ReportBlind[];
}

export interface ReportBlind {
  readonly path: string;
  readonly language: string | null;
  /** Who was to examine it. */
  readonly by: string;
  readonly why: string;
}

export interface ReportSuppression {
  readonly tool: string;
  /** Empty: it silences every rule. */
  readonly rules: readonly string[];
  readonly path: string;
  readonly line: number;
  readonly scope: 'line' | 'block' | 'file';
  /** Whether the loop brought it: it is not in the lock. */
  readonly isNew: boolean;
}

export interface ReportWaiver {
  readonly tool: string;
  readonly rule: string;
  readonly path: string;
  readonly reason: string;
  /** Who signed the lock that it came with; `null` where nobody did. */
  readonly by: string | null;
  readonly since: string;
  readonly expires: string;
  /** Whole days from `madeAt`; negative once it has expired. */
  readonly daysLeft: number;
}

/** Security tests: how many the lock promises, and how many there are now. */
export interface ReportTests {
  readonly floor: number;
  readonly now: number | null;
  readonly byKind: readonly { readonly kind: string; readonly floor: number; readonly now: number | null }[];
}

export interface ReportLedger {
  readonly state: 'whole' | 'faults' | 'not-verified';
  /** What it was held against, for a person: an anchor, what was seen before, or nothing. */
  readonly basis: string | null;
  readonly chains: readonly { readonly ref: string; readonly entries: number }[];
  readonly faults: readonly { readonly message: string; readonly next: string | null }[];
}
