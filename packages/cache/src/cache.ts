/**
 * What was found out before, by everything that it depends on. A cache only saves time: whatever is wrong with it is
 * a miss, and it never throws.
 */
export interface Cache {
  /** The value that was kept under exactly this key, as plain JSON data whose shape the caller checks; else `undefined`. */
  get(key: Key): Promise<unknown>;
  /** Keeps plain JSON data. */
  put(key: Key, value: unknown): Promise<void>;
  /** Removes what was used longest ago where the cache has grown too large. To be called when all is done. */
  close(): Promise<void>;
}

/** Everything that the value depends on, in a fixed order. */
export type Key = readonly string[];

export const NO_CACHE: Cache = {
  get: () => Promise.resolve(undefined),
  put: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
