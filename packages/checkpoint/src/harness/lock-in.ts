import type { Repository } from '@pawl/git';
import { openTrust, trustedLock, type TrustedLock } from '@pawl/ledger';
import { CheckError } from '../check-error.ts';
import type { Context } from '../context.ts';

/** The lock by which a harness's agent is judged; the error `no-lock` where there is none and none was ever seen. */
export async function lockIn(
  repository: Repository,
  branch: Promise<string | undefined>,
  context: Context,
): Promise<TrustedLock> {
  const trust = openTrust(repository, context);
  const stored = await trustedLock({ store: repository, trust, target: undefined, branch });
  if (stored !== undefined) return stored;
  throw new CheckError('no-lock', 'there is no lock to judge against', { next: 'make one: pawl lock' });
}
