export { type Cache, type Key, NO_CACHE } from './cache.ts';
export { type CacheOptions, openCache } from './open-cache.ts';
