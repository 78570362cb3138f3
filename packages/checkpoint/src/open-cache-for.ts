import type { Cache } from '@pawl/cache';
import type { Repository } from '@pawl/git';
import type { Context } from './context.ts';
import type { Tier } from './scanners.ts';

/** What is asked before what was found on this machine, such as parts that were made elsewhere. */
export type Front = (inner: Cache | undefined) => Cache;

export interface CacheWanted {
  readonly tier: Tier;
  readonly cache: boolean;
  readonly front?: Front;
}

/** What was found before, on this machine; `undefined` in the fast tier, or where nobody wants it. */
export async function openCacheFor(
  { topLevel, commonDir }: Pick<Repository, 'topLevel' | 'commonDir'>,
  { env }: Pick<Context, 'env'>,
  { tier, cache, front }: CacheWanted,
): Promise<Cache | undefined> {
  if (tier === 'fast') return undefined;
  if (!cache) return front?.(undefined);
  const { openCache } = await import('@pawl/cache');
  const opened = await openCache({ env, outside: topLevel ?? commonDir });
  return front ? front(opened) : opened;
}
