/** Rises with every change of how facts are extracted or compared. */
export const INVARIANTS_VERSION = '0.2.0';

/**
 * The identity of the engine: a lock pins it, so that both sides of a comparison were judged by one. It is the digest of
 * the version, the grammars and every table, written down because hashing them takes longer than judging a small
 * change; `identity.spec.ts` fails until it is right.
 */
export const INVARIANTS_DIGEST = 'a3d48e1e6dc898fb216bc41303e28c769a52646d659e5e93385a3b8c29f71d53';
