import type { GateRule } from './gate-rules.ts';

/**
 * What a protected file decides: what the gate does (`gate`), what an agent may do (`harness`), what is checked before a merge
 * and who agrees to it (`pipeline`), what is installed (`dependency`), what a scanner would look at and say (`scanner`: it has no
 * effect on ours, and whoever touches it wants one elsewhere), or how code is run (`deployment`).
 */
export type Protection = 'gate' | 'harness' | 'pipeline' | 'dependency' | 'scanner' | 'deployment';

/** One change to what a file protects. */
export interface ProtectedChange {
  readonly rule: GateRule;
  readonly protects: Protection;
  /** What was done, as a reviewer would say it; absent where the file as a whole came, went or says something else. */
  readonly what?: string;
}
