/** Rises with every change of how tests are read, judged or run. */
export const SECURITY_TESTS_VERSION = '0.1.0';

/**
 * The identity of the engine and its tables: floors are cached under it, and a lock pins it. `identity.spec.ts` fails until it is right.
 */
export const SECURITY_TESTS_DIGEST = 'd4f17132f9784566ac2d12143e099bbf054c38e279b3f299b0aa557caf363d91';
