/** Rises with every change of how tests are read, judged or run. */
export const SECURITY_TESTS_VERSION = '0.1.0';

/**
 * The identity of the engine and its tables: floors are cached under it, and a lock pins it. `identity.spec.ts` fails until it is right.
 */
export const SECURITY_TESTS_DIGEST = '0b5b127c393fd823c36668d0e8f62e3993e43fa7aa9df12d01b5b6b233fbf4e5';
