import type { Lock } from '@pawl/baseline';
import type { Config } from '@pawl/config';
import type { Repository } from '@pawl/git';
import { outboxFolder } from '@pawl/ledger';
import type { Context } from '../context.ts';

/** How people are told. It comes from the lock: what an agent writes in its work tree tells nobody else, and nobody less. */
export interface Telling {
  /** What stands under `notify`; `readNotifySettings` of `@pawl/notify` reads it. */
  readonly settings: NonNullable<Config['notify']>;
  /** A folder of this user, outside every repository. */
  readonly outbox: string;
  /** `undefined` in a bare repository. */
  readonly workTree: string | undefined;
}

/** `undefined` where the lock wants nobody told. */
export function tellingOf(
  { notify }: Pick<Config, 'notify'>,
  lock: Pick<Lock, 'repository' | 'target'>,
  { topLevel }: Pick<Repository, 'topLevel'>,
  { env }: Pick<Context, 'env'>,
): Telling | undefined {
  return notify && { settings: notify, outbox: outboxFolder(env, lock), workTree: topLevel };
}
