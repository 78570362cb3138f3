import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { GitError } from './git-error.ts';
import { hardenedEnvironment } from './hardened-environment.ts';
import type { ObjectFormat } from './object-id.ts';
import type { OpenedPlace } from './opened-place.ts';
import { printable } from './printable.ts';
import { failedGit, runGit, type Place } from './run-git.ts';

export interface OpenOptions {
  /** Default: the environment of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /**
   * Whether `dir` lies in the repository for which git started this process as a hook. Then the repository, the index
   * and the quarantined objects that git named are used, and `dir` only has to lie within. Default: no.
   */
  readonly inheritGitEnvironment?: boolean;
  /** The folder in which git started the hook: relative GIT_* paths mean this. Default: the working directory. */
  readonly cwd?: string;
}

/** Everything in one process. The last answer is an error outside a work tree, and comes after the others. */
const QUESTIONS = [
  '--path-format=absolute',
  '--git-dir',
  '--git-common-dir',
  '--show-object-format',
  '--is-bare-repository',
  '--is-shallow-repository',
  '--is-inside-work-tree',
  '--show-toplevel',
];

/** Finds the repository of a folder, as git does, or the one that git named to a hook. Errors: see `openRepository`. */
export async function findRepository(dir: string, options: OpenOptions): Promise<OpenedPlace> {
  const { env = process.env, inheritGitEnvironment = false, cwd = process.cwd() } = options;
  const folder = realFolder(dir);
  const named = inheritGitEnvironment && (env['GIT_DIR'] || env['GIT_INDEX_FILE']);
  if (!named) return ask({ cwd: folder, env: hardenedEnvironment(env) });
  const found = await ask({ cwd: realFolder(cwd), env: hardenedEnvironment(env, cwd) });
  if (![found.topLevel, found.gitDir, found.commonDir].some((home) => home && isWithin(home, folder))) {
    const why = `${printable(dir)} is not in the repository for which git started this hook`;
    throw new GitError('wrong-repository', why, { next: 'Run the command outside the hook.' });
  }
  return found;
}

async function ask(place: Place): Promise<OpenedPlace> {
  const { status, stdout, stderr } = await runGit(place, ['rev-parse', ...QUESTIONS], { okStatus: [0, 128] });
  const lines = decodeLines(stdout);
  const [gitDir = '', commonDir = '', objectFormat = '', bare, shallow, inside, topLevel, ...more] = lines;
  if (status !== 0 && inside !== 'false') throw notOpened(place.cwd, status, stderr);
  const isRead =
    isAbsolute(gitDir) && isAbsolute(commonDir) && /^sha(?:1|256)$/u.test(objectFormat) && more.length === 0;
  if (!isRead || ![bare, shallow, inside].every((answer) => answer === 'true' || answer === 'false')) {
    throw new GitError(
      'unreadable-output',
      `git described the repository of ${printable(place.cwd)} in an unknown way`,
    );
  }
  const found = { gitDir, commonDir };
  return {
    ...found,
    topLevel: topLevel === undefined ? await topLevelOf(place, gitDir, bare === 'true') : topLevel,
    objectFormat: objectFormat as ObjectFormat,
    bare: bare === 'true',
    shallow: shallow === 'true',
    cwd: found.gitDir,
    env: pinned(place.env, found),
  };
}

/**
 * From here on nothing is looked for again: a `.git` pointer that is rewritten meanwhile changes nothing. The git folder
 * stands in for the work tree, so that no file, filter or attribute of the work tree can have a part in an answer.
 */
function pinned(env: NodeJS.ProcessEnv, found: { gitDir: string; commonDir: string }): NodeJS.ProcessEnv {
  return { ...env, GIT_DIR: found.gitDir, GIT_COMMON_DIR: found.commonDir, GIT_WORK_TREE: found.gitDir };
}

/** From inside a `.git` folder git names no work tree; it is the folder around it, if that one says so. */
async function topLevelOf(place: Place, gitDir: string, bare: boolean): Promise<string | undefined> {
  if (bare || basename(gitDir) !== '.git') return undefined;
  const outside = { ...place, cwd: dirname(gitDir) };
  const args = ['rev-parse', '--path-format=absolute', '--git-dir', '--show-toplevel'];
  const { status, stdout } = await runGit(outside, args, { okStatus: [0, 128] });
  const [back, topLevel] = decodeLines(stdout);
  return status === 0 && topLevel !== undefined && back === gitDir ? topLevel : undefined;
}

function decodeLines(stdout: Buffer): readonly string[] {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(stdout).split('\n').slice(0, -1);
  } catch (cause) {
    const why = `the repository's own path is not valid UTF-8: ${printable(stdout)}`;
    throw new GitError('hostile-path', why, { next: 'Move the repository.', cause });
  }
}

/** The path that git will print too, so that the two can be compared. */
function realFolder(dir: string): string {
  try {
    return realpathSync.native(dir);
  } catch (cause) {
    throw new GitError('not-a-repository', `the folder ${printable(dir)} cannot be opened`, {
      next: 'Name a folder that exists and lies in a git repository.',
      cause,
    });
  }
}

function isWithin(home: string, folder: string): boolean {
  const way = relative(home, folder);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function notOpened(dir: string, status: number, stderr: string): GitError {
  const cause = new Error(stderr);
  if (stderr.includes('dubious ownership')) {
    const next = `If you trust it: git config --global --add safe.directory ${dir}`;
    return new GitError('dubious-ownership', `${printable(dir)} belongs to another user`, { next, cause });
  }
  if (stderr.includes('not a git repository')) {
    return new GitError('not-a-repository', `${printable(dir)} is not in a git repository`, {
      next: 'git init',
      cause,
    });
  }
  return failedGit(['rev-parse'], status, stderr);
}
