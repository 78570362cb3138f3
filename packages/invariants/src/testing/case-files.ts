import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { FilePair, SourceText } from '../source-text.ts';
import { countShared } from '../suppression/shared-lines.ts';

/**
 * The files of one side of a case. `as.` before a name is not part of it: a case has files that tools would read as their own where
 * they lie here, and folders that git ignores.
 */
export function readSide(root: URL, side: string): readonly SourceText[] {
  return existsSync(root) ? filesIn(root, '', side) : [];
}

function filesIn(root: URL, path: string, side: string): readonly SourceText[] {
  return readdirSync(new URL(path, root), { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}${entry.name}`;
    if (entry.isDirectory()) return filesIn(root, `${inner}/`, side);
    const file = inner.replace(/(^|\/)as\./gu, '$1');
    return [{ file, blob: `${side}:${file}`, text: readFileSync(new URL(inner, root), 'utf8') }];
  });
}

/** Files as git pairs them: by their names, and what is left by half of the lines. */
export function filePairs(before: readonly SourceText[], after: readonly SourceText[]): readonly FilePair[] {
  const added = new Set(after.filter(({ file }) => !before.some((base) => base.file === file)));
  return [
    ...before.map((base): FilePair => {
      const same = after.find(({ file }) => file === base.file);
      const head = same ?? [...added].find((other) => isAlike(base, other));
      if (head) added.delete(head);
      return head ? { base, head } : { base };
    }),
    ...[...added].map((head) => ({ head })),
  ];
}

function isAlike(base: SourceText, head: SourceText): boolean {
  const [before, after] = [base.text.split('\n'), head.text.split('\n')];
  return countShared(before, after) * 2 >= Math.max(before.length, after.length);
}
