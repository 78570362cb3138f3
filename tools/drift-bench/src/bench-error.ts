import { PawlError } from '@pawl/errors';

export type BenchErrorCode =
  | 'bad-manifest'
  | 'bad-results'
  | 'bad-threshold'
  | 'no-mirror'
  | 'missing-case'
  | 'worker-failed'
  | 'bad-docs'
  | 'no-examples'
  | 'usage';

/** An expected failure of the benchmark itself. What a single case cannot give is a missing case, not an error. */
export class BenchError extends PawlError<BenchErrorCode> {}
