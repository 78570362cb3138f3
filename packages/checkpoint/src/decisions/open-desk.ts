import type { Repository } from '@pawl/git';
import { openTrust, type Trust, type TrustedLock, trustedLock } from '@pawl/ledger';
import { type Context, repositoryOf } from '../context.ts';
import { DecisionRefused } from './decision-refused.ts';

export interface DeskRequest {
  /** Another repository than the one of the current folder; it may be bare. */
  readonly directory: string | undefined;
  /** The protected branch whose lock is meant. */
  readonly target: string | undefined;
}

/** Where decisions are made: a repository, and the lock that counts in it. */
export interface Desk {
  readonly repository: Repository;
  readonly branch: string | undefined;
  readonly trust: Trust;
  readonly lock: TrustedLock;
}

export async function openDesk({ directory, target }: DeskRequest, context: Context): Promise<Desk> {
  const repository = await repositoryOf(context, directory);
  const trust = openTrust(repository, context);
  const branch = repository.branch();
  const lock = await trustedLock({ store: repository, trust, target, branch });
  if (lock !== undefined) return { repository, branch: await branch, trust, lock };
  throw new DecisionRefused('nothing-locked', 'there is no lock, so nothing is stopped and nothing can be decided', {
    next: 'make one: pawl lock',
  });
}
