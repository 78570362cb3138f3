import type { Repository } from '@pawl/git';
import type { Context } from './context.ts';
import { type CacheWanted, openCacheFor } from './open-cache-for.ts';
import { NO_RESULTS, type Results, resultsIn } from './results.ts';

export interface OpenedResults extends Results {
  readonly close: () => Promise<void>;
}

/** What scanners found before, on this machine; in the fast tier, or where nobody wants it, nothing. */
export async function openResults(
  repository: Repository,
  context: Context,
  request: CacheWanted,
): Promise<OpenedResults> {
  const cache = await openCacheFor(repository, context, request);
  if (cache === undefined) return { ...NO_RESULTS, close: () => Promise.resolve() };
  return { ...resultsIn(cache), close: () => cache.close() };
}
