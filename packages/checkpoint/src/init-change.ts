import type { HookChange } from '@pawl/hooks';

/** One thing that was, or would be, done to a repository. */
export interface InitChange extends Omit<HookChange, 'action'> {
  readonly action: HookChange['action'] | 'removed';
}
