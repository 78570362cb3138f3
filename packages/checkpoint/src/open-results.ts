import type { Repository } from '@pawl/git';
import type { Context } from './context.ts';
import { NO_RESULTS, type Results, resultsIn } from './results.ts';
import type { Tier } from './scanners.ts';

export interface OpenedResults extends Results {
  readonly close: () => Promise<void>;
}

/** What was found before, on this machine; in the fast tier, or where nobody wants it, nothing. */
export async function openResults(
  { topLevel, commonDir }: Repository,
  { env }: Context,
  { tier, cache }: { readonly tier: Tier; readonly cache: boolean },
): Promise<OpenedResults> {
  if (tier === 'fast' || !cache) return { ...NO_RESULTS, close: () => Promise.resolve() };
  const { openCache } = await import('@pawl/cache');
  const opened = await openCache({ env, outside: topLevel ?? commonDir });
  return { ...resultsIn(opened), close: () => opened.close() };
}
