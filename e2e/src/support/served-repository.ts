import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { gitDaemon } from './git-daemon.ts';
import { httpBackend } from './http-backend.ts';
import { LOCK } from './locked-repository.ts';
import { mustSucceed, type Ran, run } from './run.ts';
import { type SignedLock, signedLock } from './signed-lock.ts';
import { type AtTheEnd, repositoryAt, type TestRepository, type Where } from './temporary-repository.ts';

/** The ways in which a bare repository is reached; only over HTTP somebody is asked for a name. */
export type Way = 'path' | 'daemon' | 'http';

export interface Serving {
  /** What the settings file says, beside the schema and the folder for what is remembered. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** `false`: a bare repository that judges nothing, like the one of a naive gate. */
  readonly installed?: boolean;
  readonly atTheEnd?: AtTheEnd;
}

/** A bare repository whose pushes Pawl judges, and one that is pushed from. */
export interface ServedRepository {
  /** Where people and agents work: locked with a signature, and the branch and the lock are on the server. */
  readonly work: TestRepository;
  readonly by: SignedLock;
  /** The bare repository, and the words for it. */
  readonly bare: TestRepository;
  readonly anchorFile: string;
  readonly settingsFile: string;
  url(way: Way, user?: string): Promise<string>;
  /** Pushes by `git push --no-verify`, from the work tree or another folder: what hooks do on the client is not asked. */
  push(args: readonly string[], over?: Pushing): Promise<Ran>;
  /** Every ref of the server but the records that it keeps, as `name id` lines. */
  refs(): Promise<string>;
  /** The records that the server keeps: one line for each chain, with the number of its entries. */
  records(): Promise<string>;
  /** Writes other settings. */
  set(settings: Readonly<Record<string, unknown>>): Promise<void>;
}

export interface Pushing extends Where {
  readonly way?: Way;
  /** Who is authenticated, over HTTP. */
  readonly user?: string;
  /** Settings of git for this command, like `core.hooksPath=/dev/null`. */
  readonly config?: readonly string[];
}

/**
 * A server for a repository that is locked already. It is signed, the hook is installed by `pawl pre-receive install`, and the
 * lock and the protected branch are pushed, each through the hook.
 */
export async function servedRepository(work: TestRepository, serving: Serving = {}): Promise<ServedRepository> {
  const { settings = {}, installed = true, atTheEnd = onTestFinished } = serving;
  const by = await signedLock(work);
  const home = await mkdtemp(join(work.root, 'served-'));
  const bare = repositoryAt(work.root, join(home, 'app.git'));
  const [anchorFile, settingsFile] = [join(home, 'anchor.json'), join(home, 'settings.json')];
  mustSucceed(
    await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare.dir], { cwd: home, env: work.env }),
  );
  for (const key of ['gc.auto', 'receive.autogc']) await bare.git('config', key, '0');
  const set = (over: Readonly<Record<string, unknown>>): Promise<void> =>
    writeFile(settingsFile, JSON.stringify({ schema: 'pawl/receive@1', state: join(home, 'state'), ...over }));
  await Promise.all([writeFile(anchorFile, by.anchor), set(settings)]);
  const options = ['--repo', bare.dir, '--anchor', anchorFile, '--settings', settingsFile];
  if (installed) mustSucceed(await work.pawl(['pre-receive', 'install', ...options]));
  const ports = new Map<Way, Promise<number>>();
  const portOf = (way: 'daemon' | 'http'): Promise<number> => {
    const port = ports.get(way) ?? (way === 'http' ? httpBackend : gitDaemon)(home, work.env, atTheEnd);
    ports.set(way, port);
    return port;
  };
  const url: ServedRepository['url'] = async (way, user = 'agent') =>
    way === 'path'
      ? bare.dir
      : way === 'http'
        ? `http://${user}:x@127.0.0.1:${await portOf('http')}/app.git`
        : `git://127.0.0.1:${await portOf('daemon')}/app.git`;
  const push: ServedRepository['push'] = async (args, { way = 'path', user, config = [], ...where } = {}) => {
    const flags = config.flatMap((setting) => ['-c', setting]);
    return work.tryGit([...flags, 'push', '--quiet', '--no-verify', await url(way, user), ...args], where);
  };
  mustSucceed(await push([LOCK]));
  mustSucceed(await push(['main']));
  const refs = async (): Promise<readonly string[]> =>
    (await bare.git('for-each-ref', '--format=%(refname) %(objectname)')).split('\n').filter(Boolean);
  return {
    ...{ work, by, bare, anchorFile, settingsFile, url, push, set },
    refs: async () => (await refs()).filter((line) => !line.startsWith(RECORDS)).join('\n'),
    records: async () => {
      const chains = (await refs()).filter((line) => line.startsWith(RECORDS));
      const counted = chains.map(async (line) => {
        const [ref = ''] = line.split(' ');
        return `${decodeURIComponent(ref.slice('refs/pawl/loop/'.length))} ${await bare.git('rev-list', '--count', ref)}`;
      });
      return (await Promise.all(counted)).join('\n');
    },
  };
}

/** The loops that a server records are named by whole refs. */
const RECORDS = 'refs/pawl/loop/refs%2F';
