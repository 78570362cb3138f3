import type { DriftFeatures } from '@pawl/invariants';
import type { CaseKind } from '../dataset/case.ts';

/** One case as numbers: what a model is fitted on. */
export interface Example extends DriftFeatures {
  readonly id: string;
  readonly kind: CaseKind;
  /** Where it comes from; `made` for generated rewrites and removals. */
  readonly set: string;
  readonly repo: string;
  readonly lang: string;
}
