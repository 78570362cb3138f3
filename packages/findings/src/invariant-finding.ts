import type { Finding } from './finding.ts';

/**
 * What the comparison of base and head says beside the scanners, in the shape of a finding: a defence that is gone
 * (`lost-defence`), one that became weaker (`weakened-defence`), a new path from an untrusted source to a sink with
 * no validation on it (`unguarded-path`), code that now reads otherwise than it runs (`disguised-code`), a promise that the
 * project wrote down and no longer keeps (`broken-contract`), a security test that is gone, weaker or not run
 * (`test-floor`) or that fails (`security-test-failed`), and what was found before and is now out of sight, not mended
 * (`unreachable`). Its location is in head, or in base where head no longer has the file.
 */
export type InvariantFinding = Finding & {
  readonly kind:
    | 'lost-defence'
    | 'weakened-defence'
    | 'unguarded-path'
    | 'disguised-code'
    | 'broken-contract'
    | 'test-floor'
    | 'security-test-failed'
    | 'unreachable';
};
