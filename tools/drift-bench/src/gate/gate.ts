import type { Case } from '../dataset/case.ts';

/** Why a gate stopped, in the shape in which `pawl check --format json --audience human` says it. */
export interface GateReason {
  readonly file: string;
  readonly line: number | null;
  readonly symbol: string;
  readonly rule: string;
  readonly message: string;
}

export interface Judgement {
  /** The higher, the surer that security was lost; 0: nothing was seen. A command knows only 1 and 0. */
  readonly score: number;
  readonly reasons: readonly GateReason[];
  /** Files that could not be examined. */
  readonly notExamined: number;
  /** Of the gate itself: no reading, no loading. In milliseconds. */
  readonly ms: number;
  /** Why it could not tell. Its score is then 0 and stops nothing. */
  readonly fault?: string;
}

export interface Gate {
  judge(testCase: Case): Promise<Judgement>;
}
