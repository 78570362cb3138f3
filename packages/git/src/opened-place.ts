import type { ObjectFormat } from './object-id.ts';
import type { Place } from './run-git.ts';

/** A repository that was found; `cwd` and `env` name it explicitly, so that nothing is looked for again. */
export interface OpenedPlace extends Place {
  /** Absolute real paths. */
  readonly gitDir: string;
  readonly commonDir: string;
  readonly topLevel: string | undefined;
  readonly objectFormat: ObjectFormat;
  readonly bare: boolean;
  readonly shallow: boolean;
}
