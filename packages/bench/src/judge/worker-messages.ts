import type { Task } from '../task.ts';
import type { Answer, Setting } from './judge-task.ts';

/** From the process that shares tasks out to one that judges: first the setting, then one task after the other. */
export type ToWorker =
  { readonly kind: 'setting'; readonly setting: Setting } | { readonly kind: 'task'; readonly task: Task };

/** And back. */
export type FromWorker =
  | { readonly kind: 'ready' }
  /** With what the process takes of memory by now, in bytes. */
  | { readonly kind: 'answer'; readonly answer: Answer; readonly memory: number };
