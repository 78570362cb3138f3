import type { OpenedPlace } from './opened-place.ts';
import { runGit } from './run-git.ts';

const ABOUT_PUSHES = /^(?:receive|transfer)\./u;

/**
 * What git's configuration says of pushes, by key in lower case; the last value counts. In a hook a host's own settings come
 * in the environment, so that here, unlike in a verdict, they are seen.
 *
 * @throws GitError `git-failed` for a configuration that cannot be read.
 */
export async function receiveSettings(
  place: OpenedPlace,
  env: NodeJS.ProcessEnv,
): Promise<ReadonlyMap<string, string>> {
  const given = Object.entries(env).filter(([name]) =>
    /^GIT_CONFIG_(?:PARAMETERS|COUNT|(?:KEY|VALUE)_\d+)$/u.test(name),
  );
  const seen = { ...place.env, ...Object.fromEntries(given) };
  delete seen['GIT_CONFIG_NOSYSTEM'];
  const { stdout } = await runGit({ cwd: place.cwd, env: seen }, ['config', '--list', '-z', '--includes']);
  const lines = stdout.toString('utf8').split('\0').slice(0, -1);
  const settings = lines.map((line): [string, string] => {
    const end = line.indexOf('\n');
    // A key that stands alone means true.
    return end < 0 ? [line, 'true'] : [line.slice(0, end), line.slice(end + 1)];
  });
  return new Map(settings.filter(([key]) => ABOUT_PUSHES.test(key)));
}
