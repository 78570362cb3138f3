export type HookAction = 'created' | 'updated' | 'unchanged' | 'removed';

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
  /** `undefined` where it is to be taken out. */
  readonly value: string | undefined;
}

/** A hook of somebody else's, whose place is taken: it is kept where ours starts it. A link becomes one that leads there from anywhere. */
export interface KeepStep extends Step {
  readonly kind: 'keep';
  readonly from: string;
}

export interface RemoveStep extends Step {
  readonly kind: 'remove';
}

export type HookStep = WriteStep | HuskyStep | ConfigStep | KeepStep | RemoveStep;

/** What is to be done, in this order, and what a person should know. Applied twice, the second time changes nothing. */
export interface HookPlan {
  readonly topLevel: string;
  readonly steps: readonly HookStep[];
  readonly notes: readonly string[];
}
