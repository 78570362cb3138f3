/** Rises with every change of how facts are extracted or compared. */
export const INVARIANTS_VERSION = '0.5.0';

/**
 * The identity of the engine: a lock pins it, so that both sides of a comparison were judged by one. It is the digest of
 * the version, the grammars and every table, written down because hashing them takes longer than judging a small
 * change; `identity.spec.ts` fails until it is right.
 */
export const INVARIANTS_DIGEST = '41c1dbc64dbed570047ec3f0a34e8f27c49f827f3430442ebbe7cc0a92cb5091';
