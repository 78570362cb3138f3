import { FITTED_THRESHOLDS } from './weights.ts';

/**
 * How strong a suspicion must be: `default` stops at most one ordinary commit in twenty, `strict` one in a hundred, `paranoid`
 * one in seven, as measured on projects that the weights were not fitted on.
 */
export type Sensitivity = 'strict' | 'default' | 'paranoid';

/** The score from which on a change is a finding. Fitted with the weights, because without them it means nothing. */
export const THRESHOLDS: Readonly<Record<Sensitivity, number>> = FITTED_THRESHOLDS;
