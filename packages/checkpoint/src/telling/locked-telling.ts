import { readResolvedConfig } from '@pawl/config';
import { openTrust, trustedLock } from '@pawl/ledger';
import { type Audience, audienceOf } from '../audience.ts';
import { type Context, repositoryOf } from '../context.ts';
import { type Telling, tellingOf } from './telling.ts';

export interface TellingRequest {
  readonly directory: string | undefined;
  readonly target: string | undefined;
  readonly audience: Audience | 'auto';
}

export interface LockedTelling {
  /** Who asks: what failed, and where, is not for an agent. */
  readonly audience: Audience;
  /** `undefined` where there is no lock, or it wants nobody told. */
  readonly telling: Telling | undefined;
}

/** How people are told by the present lock. */
export async function lockedTelling(request: TellingRequest, context: Context): Promise<LockedTelling> {
  const { directory, target } = request;
  const repository = await repositoryOf(context, directory);
  const current = repository.branch();
  const trust = openTrust(repository, context);
  const stored = await trustedLock({ store: repository, trust, target, branch: current });
  const { env, terminal } = context;
  const audience =
    request.audience === 'auto' ? audienceOf({ env, branch: await current, terminal }) : request.audience;
  const telling = stored && tellingOf(readResolvedConfig(stored.lock.configuration), stored.lock, repository, context);
  return { audience, telling };
}
