import type { Tier } from '@pawl/checkpoint';
import type { FoundBy } from '../plan/past-fixes.ts';
import type { LeftOut } from '../plan/plan-replay.ts';
import type { Interval } from '../statistics/wilson.ts';
import type { RuleOfReason, State, TaskKind, ToldReason } from '../task.ts';

export const BENCH_SCHEMA = 'pawl/bench@1';

/** What the gate would have said of a repository's past. Messages, names and rules are data: whoever prints them escapes them. */
export interface BenchReport {
  readonly schema: typeof BENCH_SCHEMA;
  readonly audience: 'human';
  /** The version of Pawl. */
  readonly pawl: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly tier: Tier;
  /** What decided. */
  readonly standard: {
    /** `defaults`: there is no configuration yet. */
    readonly configuration: 'work-tree' | 'head' | 'defaults';
    readonly contracts: boolean;
    /** The project's own security tests are not run. */
    readonly testsNotRun: number;
    readonly digest: string;
  };
  readonly history: {
    /** What was asked for. */
    readonly commits: number | null;
    readonly since: string | null;
    readonly range: string | null;
    readonly tip: string;
    readonly leftOut: readonly Pick<LeftOut, 'id' | 'why'>[];
    readonly olderFixes: number;
  };
  /** By kind of question. */
  readonly counts: Readonly<Record<TaskKind, Counts>>;
  /** Of the ordinary commits that were stopped: why, the most frequent first. */
  readonly stoppedBy: readonly RuleCount[];
  readonly stopped: readonly ToldCommit[];
  readonly fixes: readonly ToldFix[];
  readonly couldNotTell: readonly ToldCommit[];
  readonly time: ToldTime;
}

export interface Counts {
  readonly judged: number;
  readonly stopped: number;
  /** Of those stopped: with a regression. In the others something changed that the policy has a person look at. */
  readonly regressions: number;
  readonly couldNotTell: number;
  readonly clean: number;
  /** Of those judged, what was stopped; `null` where none was judged. */
  readonly rate: number | null;
  /** Its 95 % interval (Wilson). */
  readonly interval: Interval | null;
}

export interface RuleCount extends RuleOfReason {
  /** How many commits. One that was stopped for several reasons counts for each. */
  readonly commits: number;
}

export interface ToldCommit {
  readonly kind: TaskKind;
  readonly commit: string;
  readonly date: string;
  readonly subject: string;
  readonly state: State;
  readonly reasons: readonly ToldReason[];
  readonly more: number;
  readonly ms: number;
  /** What shows it. */
  readonly command: string;
}

export interface ToldFix {
  readonly commit: string;
  readonly date: string;
  readonly subject: string;
  readonly by: FoundBy;
  readonly words: readonly string[];
  readonly putBack: Omit<ToldCommit, 'kind' | 'commit' | 'date' | 'subject'>;
  readonly asMade: Omit<ToldCommit, 'kind' | 'commit' | 'date' | 'subject'>;
}

/** In milliseconds. Of one judgement each in a process that runs already, with git and tools; `processor`: of that process alone. */
export interface ToldTime {
  readonly median: number;
  readonly p95: number;
  readonly total: number;
  readonly processor: { readonly median: number; readonly p95: number; readonly total: number };
  readonly slowest: readonly Pick<ToldCommit, 'commit' | 'kind' | 'ms'>[];
  /** Of this run from its begin to its end. */
  readonly elapsed: number;
  readonly jobs: number;
  /** How many answers are from an earlier run. */
  readonly reused: number;
}

/** All that an agent gets: by more it could try out what passes. */
export interface AgentBenchReport {
  readonly schema: typeof BENCH_SCHEMA;
  readonly audience: 'agent';
  readonly judged: number;
}

export function forAgent({ counts }: Pick<BenchReport, 'counts'>): AgentBenchReport {
  const judged = Object.values(counts).reduce((sum, count) => sum + count.judged, 0);
  return { schema: BENCH_SCHEMA, audience: 'agent', judged };
}
