import type { FileState } from './file-state.ts';
import type { HookAction, HookStep, WriteStep } from './hook-plan.ts';

/** A part of a plan. */
export interface Part {
  readonly steps: readonly HookStep[];
  readonly notes: readonly string[];
}

export interface Wanted {
  readonly path: string;
  readonly bytes: Buffer;
  readonly executable: boolean;
  readonly why: string;
  readonly before: FileState | undefined;
}

/** A file as it is to be, compared with what is there. */
export function planWrite({ path, bytes, executable, why, before }: Wanted): WriteStep {
  const same = before?.bytes.equals(bytes) === true && (before.executable || !executable);
  const action: HookAction = before === undefined ? 'created' : same ? 'unchanged' : 'updated';
  return { kind: 'write', path, action, why, bytes, executable };
}
