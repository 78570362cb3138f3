import { PartsError } from './parts-error.ts';

/** In UTF-16 units: what `openssl rand -hex 16` prints. */
const SHORTEST = 32;

/** The key that a run signs with; an empty variable is none. @throws PartsError `weak-run-key` for one that could be guessed. */
export function runKeyOf(given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined;
  if (given.length >= SHORTEST) return given;
  throw new PartsError(
    'weak-run-key',
    `the key of this run has ${given.length} characters, and ${SHORTEST} are needed`,
    {
      next: 'make one for each run: openssl rand -hex 32',
    },
  );
}
