import { GitError } from './git-error.ts';
import { hardenedEnvironment } from './hardened-environment.ts';
import { runGit, type Place } from './run-git.ts';

/** One line of some configuration, in the order in which git reads them: of a key with one value the last one counts. */
export interface Setting {
  /** `system`, `global`, `local` or `worktree`. */
  readonly scope: string;
  /** Where it stands, as git says it: `file:.git/config`. */
  readonly origin: string;
  /** Section and variable in lower case, as git prints them. */
  readonly key: string;
  /** A key that stands alone means true. */
  readonly value: string;
}

/**
 * Every setting that git finds from a folder, included files too, with where it comes from. The variables `GIT_CONFIG_*` of
 * this process are left out: whoever asks looks at those himself.
 *
 * @throws GitError `git-missing`, `git-failed`, `unreadable-output`
 */
export async function readSettings(
  dir: string,
  { env = process.env }: { readonly env?: NodeJS.ProcessEnv } = {},
): Promise<readonly Setting[]> {
  const args = ['config', '--list', '-z', '--show-scope', '--show-origin', '--includes'];
  const { stdout } = await runGit(placeOf(dir, env), args);
  const parts = stdout.toString('utf8').split('\0').slice(0, -1);
  if (parts.length % 3 !== 0) throw new GitError('unreadable-output', 'git listed its settings in an unknown way');
  const settings: Setting[] = [];
  for (let at = 0; at < parts.length; at += 3) settings.push(settingOf(parts[at], parts[at + 1], parts[at + 2]));
  // What we set ourselves, on the command line, is nobody's setting.
  return settings.filter(({ scope }) => scope !== 'command');
}

/** What git calls itself, as `2.39.5`. @throws GitError `git-missing`, `unreadable-output` */
export async function gitVersion({ env = process.env }: { readonly env?: NodeJS.ProcessEnv } = {}): Promise<string> {
  const { stdout } = await runGit(placeOf('/', env), ['version']);
  const version = /^git version (\d+(?:\.\d+)+)/u.exec(stdout.toString('utf8'))?.[1];
  if (version === undefined) throw new GitError('unreadable-output', 'git does not say which version it is');
  return version;
}

/** What the system as a whole sets is seen, unlike in a verdict. */
function placeOf(cwd: string, env: NodeJS.ProcessEnv): Place {
  const environment = hardenedEnvironment(env);
  delete environment['GIT_CONFIG_NOSYSTEM'];
  return { cwd, env: environment };
}

function settingOf(scope = '', origin = '', text = ''): Setting {
  const end = text.indexOf('\n');
  return { scope, origin, key: end < 0 ? text : text.slice(0, end), value: end < 0 ? 'true' : text.slice(end + 1) };
}
