import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Checked } from './check.ts';

/**
 * Notes the tree that a hook let through, for the branch and the work tree that it was judged in, or forgets the one before. Git
 * does not hold the index while pre-commit runs: what is committed in the end is compared with this note. It is read by
 * a shell, so it is one line: the tree, and the ref that it may go to.
 */
export async function noteJudgedTree({ verdict, judgedIn }: Checked, isLetThrough: boolean): Promise<void> {
  if (judgedIn === undefined) return;
  const file = noteFile(judgedIn);
  // Without a note the commit is judged once more when it is made, so that it cannot be written is no harm.
  const isWritten = isLetThrough && (await write(file, `${verdict.head} refs/heads/${judgedIn.loop}\n`));
  if (!isWritten) await rm(file, { force: true });
}

/** A shell finds it without asking git: the last part of GIT_DIR, which is `.git` where git sets none. */
function noteFile({ commonDir, gitDir }: NonNullable<Checked['judgedIn']>): string {
  return join(commonDir, 'pawl', 'judged', basename(gitDir));
}

async function write(file: string, text: string): Promise<boolean> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    return true;
  } catch {
    return false;
  }
}
