import type { Config } from '@pawl/config';
import type { INDEX, Repository } from '@pawl/git';
import type { Syntax } from '@pawl/syntax';
import type { QuestionOfLogs } from './compare-logs.ts';
import type { Means } from './means.ts';
import type { JudgeContracts } from './contracts/open-contracts.ts';
import type { PinOf } from './pins.ts';
import type { Summaries } from './reach/project-summaries.ts';
import type { TestMeans } from './security-tests/judge-tests.ts';
import type { Tier } from './scanners.ts';
import type { Tool } from './tools.ts';

export type Only = 'invariants' | 'scanners';

/** The whole question. The same question gets the same verdict wherever it is asked. */
export interface Question {
  /** The commit or tree to compare with, and the one that is judged, or the index. */
  readonly base: string;
  /** What git compares: the tree of `base` where the lock names it, so that git need not be asked for it first. */
  readonly baseTree: string;
  readonly head: string | typeof INDEX;
  readonly tier: Tier;
  readonly only: Only | undefined;
  readonly config: Config;
  /** What the lock pins; absent when two revisions are compared without one. */
  readonly locked: Locked | undefined;
  /** What somebody's tools said of the two sides. */
  readonly logs: QuestionOfLogs;
}

export interface Locked {
  readonly tools: readonly Tool[];
  readonly gateFiles: Readonly<Record<string, string | null>>;
  /** The locked commit, where the base is a newer one: what people accepted in between is the drift of the protected branch. */
  readonly moved: { readonly from: string; readonly fromTree: string } | undefined;
}

/** What it takes to find the answer, which it does not depend on. */
export interface Workshop extends Pick<Means, 'run' | 'results' | 'scanning'>, TestMeans {
  readonly repository: Repository;
  readonly syntax: Syntax;
  readonly pinOf: PinOf;
  /** Loaded where paths are followed. */
  readonly summaries: () => Promise<Summaries>;
  /** `undefined` where the project promises nothing. */
  readonly contracts: () => Promise<JudgeContracts | undefined>;
}
