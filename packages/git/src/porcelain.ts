import { simpleGit, type SimpleGit, type SimpleGitOptions } from 'simple-git';
import { GitError } from './git-error.ts';
import { hardenedEnvironment } from './hardened-environment.ts';
import { checkRevision } from './object-id.ts';
import { parseLog, type LoggedCommit } from './parse-log.ts';
import { printable } from './printable.ts';

export { createBare, fetchHistory, type WantedHistory } from './fetch-history.ts';
export type { LoggedCommit } from './parse-log.ts';
export { gitVersion, readSettings, type Setting } from './read-settings.ts';
export { openSharedRefs, type PushOutcome, type RefusedRef, type SharedRefs, trackingRef } from './share-refs.ts';

export interface Remote {
  readonly name: string;
  /** As configured: it may hold a password, so it is not for printing. */
  readonly fetchUrl: string;
  readonly pushUrl: string;
}

/** Numbers of files. A file can be staged and have unstaged changes too. */
export interface StatusSummary {
  readonly staged: number;
  readonly unstaged: number;
  readonly untracked: number;
}

/** What commands for people need to know of a repository. Nothing here has a part in a verdict. */
export interface Porcelain {
  /** The value in effect, from any configuration file; `undefined` when nobody set it. */
  getConfig(key: string): Promise<string | undefined>;
  /** In the repository's own configuration. */
  setConfig(key: string, value: string): Promise<void>;
  unsetConfig(key: string): Promise<void>;
  remotes(): Promise<readonly Remote[]>;
  statusSummary(): Promise<StatusSummary>;
  /** The commits of `head` that `base` has not, newest first. */
  log(base: string, head: string): Promise<readonly LoggedCommit[]>;
}

/** Opens a work tree for commands that talk to people. Errors of every method: `git-failed`, `invalid-argument`. */
export function openPorcelain(
  dir: string,
  { env = process.env }: { readonly env?: NodeJS.ProcessEnv } = {},
): Porcelain {
  const { settings, contents } = instances(dir, env);
  return {
    getConfig: (key) => done('config', async () => (await settings.getConfig(checkKey(key))).value ?? undefined),
    setConfig: (key, value) =>
      done('config', async () => void (await settings.addConfig(checkKey(key), checkValue(value), false, 'local'))),
    unsetConfig: (key) =>
      done('config', async () => void (await settings.raw('config', '--local', '--unset-all', checkKey(key)))),
    remotes: () => done('remote', () => readRemotes(settings)),
    statusSummary: () => done('status', () => summarise(contents)),
    log: (base, head) => done('log', () => readLog(contents, checkRevision(base), checkRevision(head))),
  };
}

/** `settings` sees the configuration as it is; `contents` overrides what would run a program. */
function instances(dir: string, env: NodeJS.ProcessEnv): { settings: SimpleGit; contents: SimpleGit } {
  // The real value of core.hooksPath may be a system-wide one: here, unlike in a verdict, it must be seen.
  const environment = hardenedEnvironment(env);
  delete environment['GIT_CONFIG_NOSYSTEM'];
  const unsafe = { allowUnsafeHooksPath: true, allowUnsafeFsMonitor: true };
  const shared = { baseDir: dir, unsafe, allowEnvironment: Object.keys(environment) };
  // git config says with 1 that there is no such setting, and with 5 that there was none to remove.
  const settings = simpleGit({ ...shared, errors: unlessStatus(0, 1, 5) });
  const contents = simpleGit({ ...shared, errors: unlessStatus(0), config: OVERRIDES });
  return { settings: settings.env(environment), contents: contents.env(environment) };
}

const OVERRIDES = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'log.showSignature=false',
  'i18n.logOutputEncoding=UTF-8',
];

/** simple-git takes a failure without a word on stderr, and a killed process, for success. */
function unlessStatus(...okStatus: readonly number[]): NonNullable<SimpleGitOptions['errors']> {
  return (error, { exitCode }) => {
    if (error !== undefined || okStatus.includes(exitCode)) return error;
    return Buffer.from(`git ended with status ${exitCode}`);
  };
}

async function readRemotes(git: SimpleGit): Promise<readonly Remote[]> {
  const remotes = await git.getRemotes(true);
  return remotes.map(({ name, refs }) => ({ name, fetchUrl: refs.fetch, pushUrl: refs.push }));
}

async function summarise(git: SimpleGit): Promise<StatusSummary> {
  const { files } = await git.status(['--ignore-submodules=none']);
  const tracked = files.filter(({ index }) => index !== '?');
  return {
    staged: tracked.filter(({ index }) => index !== ' ').length,
    unstaged: tracked.filter(({ working_dir: workTree }) => workTree !== ' ').length,
    untracked: files.length - tracked.length,
  };
}

async function readLog(git: SimpleGit, base: string, head: string): Promise<readonly LoggedCommit[]> {
  const format = '--format=%H%x00%an%x00%aI%x00%s';
  return parseLog(await git.raw('log', '-z', '--no-color', '--no-notes', format, `${base}..${head}`, '--'));
}

function checkKey(key: string): string {
  if (!/^[A-Za-z][\w-]*\.(?:.+\.)?[A-Za-z][\w-]*$/u.test(key)) {
    throw new GitError('invalid-argument', `${printable(key)} is not the name of a setting`);
  }
  return key;
}

function checkValue(value: string): string {
  if (value.startsWith('-')) throw new GitError('invalid-argument', `${printable(value)} would be taken for an option`);
  return value;
}

async function done<T>(command: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof GitError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GitError('git-failed', `git ${command} failed: ${printable(why)}`, { cause });
  }
}
