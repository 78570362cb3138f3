import type { Change } from '@pawl/git';

/** Both paths of a change; one where a file came or went. */
export function pathsOfChange(change: Change): readonly string[] {
  return [...('base' in change ? [change.base.path] : []), ...('head' in change ? [change.head.path] : [])];
}
