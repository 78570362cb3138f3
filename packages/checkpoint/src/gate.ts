import type { GateChange } from '@pawl/verdict';
import type { ChangedFile } from './read-change.ts';

/** The gate's own files: whoever changes one of them changes the judge, which is a person's decision. */
const GATE_FILES = [
  /^pawl\.config\.jsonc$/u,
  /^\.husky\/[^_/][^/]*$/u,
  /(?:^|\/)\.lintstagedrc(?:\.[a-z]+)?$/u,
  /(?:^|\/)lint-staged\.config\.[a-z]+$/u,
];

export function isGateFile(path: string): boolean {
  return GATE_FILES.some((pattern) => pattern.test(path));
}

/**
 * The gate's files that are not what they were. A file that the lock saw is compared with what the lock saw, because
 * `pawl init` may have written it before it was committed.
 */
export function gateChanges(
  files: readonly ChangedFile[],
  locked: Readonly<Record<string, string | null>> | undefined,
): readonly GateChange[] {
  const before = blobs(files, 'base');
  const after = blobs(files, 'head');
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(isGateFile).sort();
  return paths.flatMap((file) => {
    const was = (locked && Object.hasOwn(locked, file) ? locked[file] : before.get(file)) ?? undefined;
    const is = after.get(file);
    if (was === is) return [];
    return [{ file, change: was === undefined ? 'added' : is === undefined ? 'deleted' : 'modified' }];
  });
}

function blobs(files: readonly ChangedFile[], side: 'base' | 'head'): ReadonlyMap<string, string> {
  return new Map(files.flatMap((file) => (file[side] ? [[file[side].file, file[side].blob] as const] : [])));
}
