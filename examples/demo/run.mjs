import { spawnSync } from 'node:child_process';
import { execPath } from 'node:process';

/** Runs commands in one folder, with an environment that neither the demo's own caller nor its git set-up can change. */
export function runner(cwd, extra) {
  const { PATH, HOME, TMPDIR, TERM } = process.env;
  const env = {
    PATH,
    HOME,
    ...(TMPDIR ? { TMPDIR } : {}),
    ...(TERM ? { TERM } : {}),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'demo',
    GIT_AUTHOR_EMAIL: 'demo@example.org',
    GIT_COMMITTER_NAME: 'demo',
    GIT_COMMITTER_EMAIL: 'demo@example.org',
    ...extra,
  };

  function run(file, args, { env: more = {}, mayFail = false } = {}) {
    const { status, stdout, stderr, error } = spawnSync(file, args, {
      cwd,
      env: { ...env, ...more },
      encoding: 'utf8',
    });
    const all = `${stdout}${stderr}`.trimEnd();
    if (error) throw error;
    if (status !== 0 && !mayFail) throw new Error(`${file} ${args.join(' ')} ended with ${status}\n${all}`);
    return { status, all };
  }

  return {
    git: (args, options) => run('git', args, options),
    node: (args, options) => run(execPath, args, options),
    tests() {
      const { all } = run(execPath, ['--test', '--test-reporter=tap'], { mayFail: true });
      const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'mu').exec(all)?.[1] ?? Number.NaN);
      return { passed: count('pass'), failed: count('fail') };
    },
  };
}
