import { readResolvedConfig } from '@pawl/config';
import type { Repository } from '@pawl/git';
import type { TrustedLock } from '@pawl/ledger';
import type { CategoryCoverage } from '@pawl/security-tests';
import type { Context } from './context.ts';
import { openCacheFor } from './open-cache-for.ts';
import { openSyntaxFor } from './open-syntax-for.ts';
import { lockSecurityTests } from './promises.ts';
import { openTree } from './tree.ts';

/** Which kinds of security tests the locked commit has, by the configuration of its lock; what locking it told. */
export async function testCategories(
  repository: Repository,
  { lock }: Pick<TrustedLock, 'lock'>,
  context: Context,
): Promise<CategoryCoverage> {
  const config = readResolvedConfig(lock.configuration);
  const kept = await openCacheFor(repository, context, { tier: 'full', cache: true });
  const tree = await openTree(repository, lock.tree, config, new Set());
  return lockSecurityTests(config.securityTests, tree, openSyntaxFor(context), () => Promise.resolve(kept));
}
