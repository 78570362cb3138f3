import type { Cache } from '@pawl/cache';
import type { Repository } from '@pawl/git';
import type { Context } from './context.ts';
import type { Tier } from './scanners.ts';

/** What was found before, on this machine; `undefined` in the fast tier, or where nobody wants it. */
export async function openCacheFor(
  { topLevel, commonDir }: Pick<Repository, 'topLevel' | 'commonDir'>,
  { env }: Pick<Context, 'env'>,
  { tier, cache }: { readonly tier: Tier; readonly cache: boolean },
): Promise<Cache | undefined> {
  if (tier === 'fast' || !cache) return undefined;
  const { openCache } = await import('@pawl/cache');
  return openCache({ env, outside: topLevel ?? commonDir });
}
