/** Rises with every change of how facts are extracted or compared. */
export const INVARIANTS_VERSION = '0.1.0';

/**
 * The identity of the engine: a lock pins it, so that both sides of a comparison were judged by one. It is the digest of
 * the version, the grammars and every table, written down because hashing them takes longer than judging a small
 * change; `identity.spec.ts` fails until it is right.
 */
export const INVARIANTS_DIGEST = 'fd2d75a6334000a8101b49d6402c0ae9f2374a5987fe5363fc5a4138631e47c5';
