import type { ExitStatus } from './exit-status.ts';

/** What is said of a run, and to whom. */
export interface Told {
  /** What was found. */
  readonly status: ExitStatus;
  /** Whether the job fails by it: a person is told, and may go on. */
  readonly isRefused: boolean;
  /** For the log, which an agent may read. */
  readonly log: string;
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  /** For the job summary, as HTML. */
  readonly summary: string;
  /** Lines for the runner, where somebody asked for them. */
  readonly annotations: string;
}

/** As `action.yml` documents them. */
export type OutputName =
  | 'outcome'
  | 'exit-status'
  | 'case'
  | 'refusal'
  | 'verdict-digest'
  | 'head'
  | 'base'
  | 'loop'
  | 'tier'
  | 'assurance'
  | 'sarif'
  | 'sealed';
