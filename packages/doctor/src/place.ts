import type { Audience, Context } from '@pawl/checkpoint';
import type { Repository } from '@pawl/git';

/** The repository that is looked at, and from where. */
export interface Place {
  readonly repository: Repository;
  readonly context: Context;
  /** The protected branch that is meant, where one was named. */
  readonly target: string | undefined;
  readonly audience: Audience;
  /** Of the Pawl that asks. */
  readonly version: string;
}
