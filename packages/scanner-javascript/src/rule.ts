import type { Severity } from '@pawl/findings';

/** One line of the rule table. `how` is a rule of ESLint's own, one of eslint-plugin-security, or a selector of ours. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly cwe: readonly [string, ...string[]];
  readonly message: string;
  readonly how: { readonly rule: string } | { readonly selector: string };
}
