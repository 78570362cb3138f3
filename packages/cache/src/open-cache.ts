import { type Cache, NO_CACHE } from './cache.ts';
import { cacheFolder, type Surroundings } from './cache-folder.ts';
import { fileCache } from './file-cache.ts';

const MAX_BYTES = 512 * 1024 * 1024;

export interface CacheOptions extends Surroundings {
  /** How much space it may take, in bytes; half a gigabyte, unless given. */
  readonly maxBytes?: number;
}

/** The cache of this user, or {@link NO_CACHE} where there is no folder for it that others cannot write. Never throws. */
export async function openCache(options: CacheOptions): Promise<Cache> {
  const folder = await cacheFolder(options);
  return folder === undefined ? NO_CACHE : fileCache(folder, options.maxBytes ?? MAX_BYTES);
}
