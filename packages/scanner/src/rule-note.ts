import type { Severity } from '@pawl/findings';

/** What is known of one rule without running the tool: for people who ask what it means. */
export interface RuleNote {
  /** As findings name it. */
  readonly rule: string;
  /** In words of ours, or what its maker calls it. */
  readonly title: string;
  /** `undefined` where the tool says it anew for each finding. */
  readonly severity?: Severity;
  readonly cwe: readonly string[];
  /** Where its maker documents it. */
  readonly page?: string;
  /** Other names that people know it by. */
  readonly also?: readonly string[];
  /** Why it is not run here. */
  readonly leftOut?: string;
}
