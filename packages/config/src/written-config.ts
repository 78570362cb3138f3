import type { Severity } from '@pawl/findings';
import type { Policy } from '@pawl/verdict';
import type {
  DriftSettings,
  Limits,
  LockSettings,
  People,
  Scanners,
  SecurityTests,
  Sensitivity,
  WaiverSettings,
  WrittenNotify,
} from './config.ts';

/** What a change may be set to. Not `clean`: a file in the repository may make the gate stricter or ask a human, never silent. */
export type WrittenRuling = 'regression' | 'escalated';

type BySeverity = Partial<Readonly<Record<Severity, WrittenRuling>>>;

export type WrittenPolicy = {
  readonly people?: People;
  readonly sensitivity?: Sensitivity;
  readonly introduced?: BySeverity;
  readonly worsened?: BySeverity;
} & Partial<Readonly<Record<Exclude<keyof Policy, 'introduced' | 'worsened'>, WrittenRuling>>>;

/** The configuration as a person writes it in `pawl.config.jsonc`: everything is optional. */
export interface WrittenConfig {
  readonly $schema?: string;
  readonly target?: string;
  readonly exclude?: readonly string[];
  readonly acceptUnexamined?: readonly string[];
  readonly protect?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly lock?: Partial<LockSettings>;
  readonly drift?: Partial<DriftSettings>;
  readonly waivers?: Partial<WaiverSettings>;
  readonly reviewers?: readonly string[];
  readonly policy?: WrittenPolicy;
  readonly scanners?: Partial<Scanners>;
  readonly securityTests?: Partial<SecurityTests>;
  readonly notify?: WrittenNotify;
}
