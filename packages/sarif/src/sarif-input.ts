import type { RawFinding } from '@pawl/findings';
import type { SarifRule } from './rules.ts';

/** What {@link writeSarif} makes one run of. It stands apart, so that its users need no declarations of SARIF itself. */
export interface SarifInput {
  readonly tool: { readonly name: string; readonly version: string; readonly informationUri?: string };
  readonly results: readonly SarifResultInput[];
  /** What is known about rules. Rules that only results name are added by their id. */
  readonly rules?: readonly SarifRuleInput[];
  /** What kept the tool from examining everything. With any of these the log says that the run failed. */
  readonly failures?: readonly SarifFailure[];
  /** Files beside those that results and failures name, and what is known of any of them. */
  readonly artifacts?: readonly SarifArtifact[];
  /** `category/run`: runs of one category replace each other on a platform. */
  readonly automationId?: string;
  /** A remote as git names it, which is written without credentials, and the revision that was judged. */
  readonly provenance?: { readonly remote: string; readonly revision: string };
  readonly properties?: Readonly<Record<string, string>>;
}

/** One result to write. Its tool is that of the log. */
export interface SarifResultInput extends Omit<RawFinding, 'tool'> {
  readonly fingerprint?: string;
  /** Against the baseline. SARIF 3.27.24: either every result of a log has one, or none. */
  readonly baselineState?: BaselineState;
  readonly properties?: Readonly<Record<string, string>>;
}

/** What became of a result since the base (SARIF 3.27.24); `absent` is one that is gone. */
export type BaselineState = 'new' | 'unchanged' | 'updated' | 'absent';

/** What is known about a rule. */
export interface SarifRuleInput extends SarifRule {
  /** A few words; the description where there are none. */
  readonly title?: string;
  /** What a person should know and do. */
  readonly help?: { readonly text: string; readonly markdown: string };
}

/** Something that kept the tool from examining everything. */
export interface SarifFailure {
  readonly text: string;
  /** A stable word for what kind of failure it is. */
  readonly id?: string;
  /** The file that was not examined. */
  readonly file?: string;
}

/** `role` says what became of the file since the baseline. */
export interface SarifArtifact {
  readonly file: string;
  readonly role?: 'added' | 'deleted' | 'modified' | 'renamed' | 'unmodified';
}
