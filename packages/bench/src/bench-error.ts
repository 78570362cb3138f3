import { PawlError } from '@pawl/errors';

/**
 * - `bad-range`, `bad-fixes`: what was asked for cannot be read
 * - `nothing-to-replay`: the history has no commit to judge
 * - `interrupted`: somebody ended it; what was judged is kept
 * - `worker-failed`: the process that judges does not start
 */
export type BenchErrorCode = 'bad-range' | 'bad-fixes' | 'nothing-to-replay' | 'interrupted' | 'worker-failed';

export class BenchError extends PawlError<BenchErrorCode> {}
