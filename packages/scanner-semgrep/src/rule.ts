import type { Severity } from '@pawl/findings';
import type { LanguageId } from './languages.ts';

/** One rule as its author wrote it, and what we need to know of it. */
export interface Rule {
  readonly id: string;
  readonly languages: readonly LanguageId[];
  readonly severity: Severity;
  readonly cwe: readonly string[];
  /** What Semgrep gets. */
  readonly source: Readonly<Record<string, unknown>>;
}
