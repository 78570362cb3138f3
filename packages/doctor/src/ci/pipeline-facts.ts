import type { Fact } from '../fact.ts';

/** A file by which a forge runs something, as HEAD has it. */
export interface PipelineFile {
  readonly path: string;
  /** `undefined` for one that is too large to be a pipeline. */
  readonly text: string | undefined;
}

export interface CiFacts {
  readonly files: Fact<readonly PipelineFile[]>;
  /** The protected branch. */
  readonly target: string;
  /** Whether there is anywhere to push to. */
  readonly hasRemote: boolean;
}
