export type HookAction = 'created' | 'updated' | 'unchanged';

interface Step {
  /** A file, absolute, or the git configuration key that is set. */
  readonly path: string;
  readonly action: HookAction;
  /** One plain sentence for a person. */
  readonly why: string;
}

export interface WriteStep extends Step {
  readonly kind: 'write';
  readonly bytes: Buffer;
  readonly executable: boolean;
}

export interface HuskyStep extends Step {
  readonly kind: 'husky';
  /** Husky's folder, from the top of the work tree. */
  readonly scripts: string;
}

export interface ConfigStep extends Step {
  readonly kind: 'config';
  readonly value: string;
}

export type HookStep = WriteStep | HuskyStep | ConfigStep;

/** What is to be done, in this order, and what a person should know. Applied twice, the second time changes nothing. */
export interface HookPlan {
  readonly topLevel: string;
  readonly steps: readonly HookStep[];
  readonly notes: readonly string[];
}
