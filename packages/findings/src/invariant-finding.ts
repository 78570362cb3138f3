import type { Finding } from './finding.ts';

/**
 * What the structural comparison of base and head says, in the shape of a finding: a defence that is gone
 * (`lost-defence`), one that became weaker (`weakened-defence`), a new path from an untrusted source to a sink with
 * no validation on it (`unguarded-path`), or code that now reads otherwise than it runs (`disguised-code`). Its location
 * is in head, or in base where head no longer has the file.
 */
export type InvariantFinding = Finding & {
  readonly kind: 'lost-defence' | 'weakened-defence' | 'unguarded-path' | 'disguised-code';
};
