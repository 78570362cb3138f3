import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCK } from './locked-repository.ts';
import { mustSucceed, type Ran, run } from './run.ts';
import type { TestRepository, Where } from './temporary-repository.ts';

/** A lock that a person signed, and where others judge by it. */
export interface SignedLock {
  /** The private key; nothing under the home says that it is there. */
  readonly keyFile: string;
  /** What a person puts in PAWL_ANCHOR. */
  readonly anchor: string;
  /** Runs pawl where nothing was seen yet and only the anchor is trusted, as CI does. */
  elsewhere(args: readonly string[], over?: Where): Promise<Ran>;
  sign(text: string, namespace?: string, keyFile?: string): Promise<string>;
}

/** Locks again with a new key, in a repository that is locked. */
export async function signedLock(repository: TestRepository): Promise<SignedLock> {
  const { root, pawl, env } = repository;
  const keyFile = await newKey(repository, 'alice');
  mustSucceed(await pawl(['lock', '--sign-with', keyFile]));
  const anchor = mustSucceed(await pawl(['trust', '--print-anchor']));
  return {
    keyFile,
    anchor,
    elsewhere: async (args, over = {}) => {
      const machine = await mkdtemp(join(root, 'machine-'));
      const own = { HOME: machine, XDG_CONFIG_HOME: join(machine, '.config'), XDG_STATE_HOME: join(machine, 'state') };
      return pawl(args, { ...over, env: { PAWL_ANCHOR: anchor, ...own, ...over.env } });
    },
    sign: async (text, namespace = 'pawl-lock@v1', key = keyFile) =>
      `${mustSucceed(await run('ssh-keygen', ['-q', '-Y', 'sign', '-n', namespace, '-f', key], { cwd: root, env, input: text }))}\n`,
  };
}

export async function newKey({ root, env }: TestRepository, name: string): Promise<string> {
  const keyFile = join(await mkdtemp(join(root, 'key-')), name);
  const args = ['-q', '-t', 'ed25519', '-N', '', '-C', `${name}@example.com`, '-f', keyFile];
  mustSucceed(await run('ssh-keygen', args, { cwd: root, env }));
  return keyFile;
}

type Files = Readonly<Record<string, string | undefined>>;

/** What stands beside or in the newest lock. */
export async function lockFile({ git }: TestRepository, name: string, at: string = LOCK): Promise<string> {
  return `${await git('cat-file', 'blob', `${at}:${name}`)}\n`;
}

/** Puts another commit in the place of the lock, by plumbing and with no leave of Pawl. `undefined` takes a file away. */
export async function replaceLock(repository: TestRepository, files: Files, parent = `${LOCK}^`): Promise<void> {
  const { git, tryGit } = repository;
  const entries = new Map(
    (await git('ls-tree', LOCK)).split('\n').map((line) => [line.split('\t')[1] ?? '', line] as const),
  );
  for (const [name, text] of Object.entries(files)) {
    entries.delete(name);
    if (text === undefined) continue;
    const blob = mustSucceed(await tryGit(['hash-object', '-w', '--stdin'], { input: text }));
    entries.set(name, `100644 blob ${blob}\t${name}`);
  }
  const tree = mustSucceed(await tryGit(['mktree'], { input: `${[...entries.values()].join('\n')}\n` }));
  const commit = await git('commit-tree', tree, '-p', parent, '-m', 'mine');
  await git('update-ref', LOCK, commit);
}
