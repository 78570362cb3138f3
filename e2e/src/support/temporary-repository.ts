import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cleanEnv } from './clean-env.ts';
import { mustSucceed, run, type Ran } from './run.ts';
import { type Snapshot, snapshotOf, stateOf } from './snapshot.ts';
import { PAWL } from './workspace.ts';

export interface Where {
  /** Default: the top of the work tree. */
  readonly cwd?: string;
  /** Added to the clean environment. */
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A real repository, and the words in which the specs speak of it. */
export interface TestRepository {
  /** Holds the repository, a home, Pawl's memory and whatever a test puts beside them. */
  readonly root: string;
  readonly dir: string;
  readonly env: NodeJS.ProcessEnv;
  write(files: Files): Promise<void>;
  read(path: string): Promise<string>;
  /** Writes files and stages these and no others. */
  stage(files: Files): Promise<void>;
  /** Writes and stages files and commits them without any hook. Gives the commit's id. */
  commit(message: string, files?: Files): Promise<string>;
  /** Runs git, which must succeed, and gives what it printed. */
  git(...args: string[]): Promise<string>;
  tryGit(args: readonly string[], where?: Where): Promise<Ran>;
  pawl(args: readonly string[], where?: Where): Promise<Ran>;
  /** What a refusal must leave byte-identical. */
  snapshot(): Promise<Snapshot>;
  /** What a fault must leave byte-identical too: locks, cases and what Pawl remembers. */
  state(): Promise<Snapshot>;
}

/** Of every repository under test. */
export const SETTINGS = [
  ['user.name', 'Test'],
  ['user.email', 'test@localhost'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['commit.gpgSign', 'false'],
  ['core.autocrlf', 'false'],
  ['core.eol', 'lf'],
] as const;

/** `--no-verify` leaves out some hooks; with this there is none. */
export const NO_HOOKS = ['-c', 'core.hooksPath=/dev/null'] as const;

/** Registers what is to be done in the end. */
export type AtTheEnd = (remove: () => Promise<void>) => void;

/** A repository in a fresh folder, cut off from the user's own configuration and removed after the test. */
export async function temporaryRepository(files?: Files, atTheEnd: AtTheEnd = onTestFinished): Promise<TestRepository> {
  const repository = await emptyFolder(atTheEnd);
  await repository.git('init', '--quiet', '--initial-branch=main');
  for (const [key, value] of SETTINGS) await repository.git('config', key, value);
  if (files !== undefined) await repository.commit('start', files);
  return repository;
}

/** A folder that is no repository yet, with a home and a memory of its own beside it. */
export async function emptyFolder(atTheEnd: AtTheEnd = onTestFinished): Promise<TestRepository> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'pawl-e2e-')));
  atTheEnd(() => rm(root, { recursive: true, force: true, maxRetries: 3 }));
  await Promise.all(['repository', 'home', 'state'].map((name) => mkdir(join(root, name))));
  return repositoryAt(root, join(root, 'repository'));
}

/** The same words for another folder under the same root: a clone, or a linked worktree. */
export function repositoryAt(root: string, dir: string): TestRepository {
  const env = cleanEnv(root);
  const at = ({ cwd = dir, env: more, ...rest }: Where = {}): Parameters<typeof run>[2] => {
    return { cwd, env: { ...env, ...more }, ...rest };
  };
  const tryGit: TestRepository['tryGit'] = (args, where) => run('git', args, at(where));
  const git: TestRepository['git'] = async (...args) => mustSucceed(await tryGit(args));
  const write = async (files: Files): Promise<void> => {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), content);
    }
  };
  const stage = async (files: Files): Promise<void> => {
    await write(files);
    await git('add', '--', ...Object.keys(files));
  };
  return {
    root,
    dir,
    env,
    write,
    stage,
    git,
    tryGit,
    read: (path) => readFile(join(dir, path), 'utf8'),
    async commit(message, files) {
      if (files !== undefined) await stage(files);
      await git(...NO_HOOKS, 'commit', '--quiet', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    pawl: (args, where) => run(process.execPath, [PAWL, ...args], at(where)),
    snapshot: () => snapshotOf({ dir, git }),
    state: () => stateOf({ root, dir, git }),
  };
}
