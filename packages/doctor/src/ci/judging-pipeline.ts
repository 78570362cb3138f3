import type { Job } from '@pawl/verdict';

/** A pipeline that runs Pawl, with the jobs that do. */
export interface JudgingPipeline {
  readonly path: string;
  /** All of it, as it was read. */
  readonly data: unknown;
  readonly jobs: readonly Job[];
  /** `github`: and those that took its language. */
  readonly platform: 'github' | 'gitlab' | 'other';
}
