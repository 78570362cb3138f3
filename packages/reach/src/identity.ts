/** Rises with every change of how paths are followed. */
export const REACH_VERSION = '0.1.0';

/**
 * The identity of the engine and its tables: summaries are cached under it, and a lock pins it. Written down, because hashing the tables
 * takes longer than a small change; `identity.spec.ts` fails until it is right.
 */
export const REACH_DIGEST = '70ad877fc5601924808839e7c1e7326c9f663cac5899902418f1863f98bb8a84';
