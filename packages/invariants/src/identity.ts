/** Rises with every change of how facts are extracted or compared. */
export const INVARIANTS_VERSION = '0.4.0';

/**
 * The identity of the engine: a lock pins it, so that both sides of a comparison were judged by one. It is the digest of
 * the version, the grammars and every table, written down because hashing them takes longer than judging a small
 * change; `identity.spec.ts` fails until it is right.
 */
export const INVARIANTS_DIGEST = 'e305e1013004032a18f79c363154513b23ba3408b259fbb08dbd861546f450fa';
