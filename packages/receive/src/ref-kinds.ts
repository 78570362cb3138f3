import { LOCK_REFS, LOOP_REFS } from '@pawl/ledger';
import type { Update } from './updates.ts';

/** What a ref is to the server. */
export type RefKind = 'lock' | 'loop' | 'forbidden' | 'other';

/** Refs by which git reads other objects than those that are named, and ours that are nobody else's. */
const FORBIDDEN = ['refs/replace/', 'refs/grafts', 'refs/pawl/'];

export function kindOfRef(ref: string): RefKind {
  // A file system that does not tell upper from lower case keeps both under one name.
  const folded = ref.toLowerCase();
  if (ref.startsWith(LOCK_REFS)) return 'lock';
  if (ref.startsWith(LOOP_REFS)) return 'loop';
  return FORBIDDEN.some((prefix) => folded.startsWith(prefix)) || folded === 'refs/pawl' ? 'forbidden' : 'other';
}

/** Whether a ref is among those that globs name; `*` stands for anything, as it does in a refspec. */
export function refMatcher(globs: readonly string[]): (ref: string) => boolean {
  const patterns = globs.map(
    (glob) =>
      new RegExp(
        `^${glob
          .split('*')
          .map((part) => part.replace(/[.+^${}()|[\]\\]/gu, '\\$&'))
          .join('.*')}$`,
        'su',
      ),
  );
  return (ref) => patterns.some((pattern) => pattern.test(ref));
}

export function updatesOfKind(updates: readonly Update[], kind: RefKind): readonly Update[] {
  return updates.filter(({ ref }) => kindOfRef(ref) === kind);
}
