import type { Severity } from '@pawl/findings';
import type { Outcome } from './outcome.ts';

/** What a policy may say of a change for the worse. `clean` means told and not stopped. */
export type Ruling = Exclude<Outcome, 'inconclusive'>;

/**
 * What each kind of change leads to. It is read from the lock, never from what is judged. "Could not tell" is not in
 * it: no policy turns that into anything but `inconclusive`.
 */
export interface Policy {
  /** A new finding, newly disguised code, a broken contract or a weaker security test, by its severity. */
  readonly introduced: Readonly<Record<Severity, Ruling>>;
  /** A finding whose severity rose, by the severity it has now. */
  readonly worsened: Readonly<Record<Severity, Ruling>>;
  /** A weighted total above that of the base. */
  readonly severityTotal: Ruling;
  readonly lostDefence: Ruling;
  readonly weakenedDefence: Ruling;
  readonly unguardedPath: Ruling;
  readonly suppression: Ruling;
  /** A security test that was locked and does not pass over what is judged. */
  readonly securityTestFailed: Exclude<Ruling, 'clean'>;
  /** A finding that is gone because nothing runs its code any longer, or because nobody looks there: whether that mends it a person says. */
  readonly unreachable: Ruling;
  /** A change to the gate's own files, and to what tells a scanner where to look and what to say. */
  readonly gate: Ruling;
  /** A change to a file that says how code is run: no rule says what such a change means, so a person reads it. */
  readonly protectedPath: Exclude<Ruling, 'clean'>;
  /** Code in a language that nothing here reads. */
  readonly unscannedCode: Exclude<Ruling, 'clean'>;
  /** A file that was examined at the base and no longer is: never clean, because silence is not health. */
  readonly lostCoverage: Exclude<Ruling, 'clean'>;
}

const BY_SEVERITY: Policy['introduced'] = {
  critical: 'regression',
  high: 'regression',
  medium: 'escalated',
  low: 'escalated',
  info: 'escalated',
};

/** The published defaults. */
export const DEFAULT_POLICY: Policy = {
  introduced: BY_SEVERITY,
  worsened: BY_SEVERITY,
  severityTotal: 'regression',
  lostDefence: 'regression',
  weakenedDefence: 'regression',
  unguardedPath: 'regression',
  suppression: 'regression',
  securityTestFailed: 'regression',
  unreachable: 'escalated',
  gate: 'escalated',
  protectedPath: 'escalated',
  unscannedCode: 'escalated',
  lostCoverage: 'regression',
};
