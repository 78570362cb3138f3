export { bench } from './bench.ts';
export { BenchError, type BenchErrorCode } from './bench-error.ts';
export { serveWorker } from './judge/serve-worker.ts';
export type { FoundBy } from './plan/past-fixes.ts';
export {
  type AgentBenchReport,
  BENCH_SCHEMA,
  type BenchReport,
  type Counts,
  forAgent,
  type RuleCount,
  type ToldCommit,
  type ToldFix,
  type ToldTime,
} from './report/bench-report.ts';
export type { BenchNews, BenchRequest } from './request.ts';
export { quantile } from './statistics/quantile.ts';
export { rate, type Share, shareOf } from './statistics/share.ts';
export { type Interval, wilson } from './statistics/wilson.ts';
export type { RuleOfReason, State, TaskKind, ToldReason } from './task.ts';
