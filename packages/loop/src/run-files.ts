import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasEnded, isHere, parseHolder, processOf, withLockFile, writePrivateFile } from '@pawl/ledger';
import type { Repository } from '@pawl/git';
import { LoopError } from './loop-error.ts';
import { parseRun, type Run } from './run-document.ts';

/** The files of one run, in the git folder that all work trees share. */
export interface RunFiles {
  /** What the agent reads; it may read and write all of these, and nothing that decides is read from them. */
  readonly feedback: string;
  readonly agentLog: string;
  readonly testLog: string;
  save(run: Run): Promise<void>;
}

export function runFiles(repository: Pick<Repository, 'commonDir'>, loop: string): RunFiles {
  const file = (ending: string): string => join(folderOf(repository), `${encodeURIComponent(loop)}.${ending}`);
  return {
    feedback: file('feedback'),
    agentLog: file('agent.log'),
    testLog: file('test.log'),
    save: (run) => writePrivateFile(file('json'), `${JSON.stringify(run, null, 2)}\n`),
  };
}

/** The run of this work tree that has not come to its end; of several, which only a person can make, the first by name. */
export async function unfinishedRun(repository: Pick<Repository, 'commonDir' | 'gitDir'>): Promise<Run | undefined> {
  const folder = folderOf(repository);
  const names = (await readdir(folder).catch(unlessAbsent)) ?? [];
  for (const name of names.filter((one) => one.endsWith('.json')).toSorted()) {
    const run = parseRun(await readFile(join(folder, name), 'utf8'), join(folder, name));
    if (run.gitDir === repository.gitDir && run.state.phase !== 'accepted') return run;
  }
  return undefined;
}

/** Forgets the runs of this work tree, and what nobody can read. Their branches and what was judged of them stay. */
export async function forgetRuns(repository: Pick<Repository, 'commonDir' | 'gitDir'>): Promise<void> {
  const folder = folderOf(repository);
  for (const name of (await readdir(folder).catch(unlessAbsent)) ?? []) {
    if (!name.endsWith('.json')) continue;
    const text = await readFile(join(folder, name), 'utf8');
    if (gitDirIn(text) === repository.gitDir || gitDirIn(text) === undefined) await rm(join(folder, name));
  }
}

function gitDirIn(text: string): string | undefined {
  try {
    return parseRun(text, '').gitDir;
  } catch {
    return undefined;
  }
}

/**
 * Does some work while no other loop works in this work tree. A loop that was killed holds nothing.
 *
 * @throws LoopError `already-running`
 */
export async function aloneIn<T>({ gitDir }: Pick<Repository, 'gitDir'>, work: () => Promise<T>): Promise<T> {
  const file = join(gitDir, 'pawl', 'loop-runs');
  const mine = JSON.stringify(await processOf(process.pid));
  await withLockFile(`${file}.lock`, async () => {
    const text = await readFile(file, 'utf8').catch(unlessAbsent);
    const holder = text === undefined ? undefined : parseHolder(text);
    // Of a process on another machine nobody here can say that it has ended.
    if (holder !== undefined && (!(await isHere(holder)) || !(await hasEnded(holder))))
      throw alreadyRunning(holder.pid, file);
    await writePrivateFile(file, mine);
  });
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

function folderOf({ commonDir }: Pick<Repository, 'commonDir'>): string {
  return join(commonDir, 'pawl', 'runs');
}

function alreadyRunning(pid: number, file: string): LoopError {
  return new LoopError('already-running', `another loop works here (process ${pid})`, {
    next: `wait for it, or work in another worktree: git worktree add; if it is gone, remove ${file}`,
  });
}

function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
