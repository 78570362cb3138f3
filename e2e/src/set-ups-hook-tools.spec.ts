import { access, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { npmEnv } from './support/npm-env.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, run, type Ran } from './support/run.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { temporaryRepository, type TestRepository } from './support/temporary-repository.ts';

/** A tool that looks after git's hooks, as it is installed from its registry, and what it is told to run. */
interface HookTool {
  readonly name: string;
  readonly config: Readonly<Record<string, string>>;
  /** Puts its program into a folder and gives the folder. */
  readonly obtain: (repository: TestRepository) => Promise<string>;
}

const LEFTHOOK: HookTool = {
  name: 'lefthook',
  config: { 'lefthook.yml': 'pre-commit:\n  commands:\n    own:\n      run: echo "own command"\n' },
  obtain: async ({ root }) => {
    const folder = join(root, 'lefthook');
    await mkdir(folder);
    // Not `--prefix`: npm looks below it for its global settings, and would lose a developer's certificates with them.
    await writeFile(join(folder, 'package.json'), '{}\n');
    // A registry that does not answer is one that is not there.
    const patience = ['--prefer-offline', '--fetch-timeout=30000', '--fetch-retries=0'];
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...patience];
    mustSucceed(await run('npm', [...args, 'lefthook@2.2.2'], { cwd: folder, env: npmEnv(root) }));
    return join(folder, 'node_modules/.bin');
  },
};

const PRE_COMMIT: HookTool = {
  name: 'pre-commit',
  config: {
    '.pre-commit-config.yaml':
      'repos:\n  - repo: local\n    hooks:\n      - id: own\n        name: own command\n        entry: "true"\n        language: system\n',
  },
  obtain: async ({ root }) => {
    const folder = join(root, 'pre-commit');
    const env = { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: '1' };
    mustSucceed(await run('python3', ['-m', 'venv', folder], { cwd: root, env }));
    const args = ['install', '--quiet', '--timeout', '30', '--retries', '0', 'pre-commit==4.7.0'];
    mustSucceed(await run(join(folder, 'bin/pip'), args, { cwd: root, env }));
    return join(folder, 'bin');
  },
};

const atTheEnd = removedAfterAll();

describe.each([LEFTHOOK, PRE_COMMIT])('when $name looks after the hooks', ({ name, config, obtain }) => {
  let repository: TestRepository;
  let program: string | undefined;

  const commit = (message: string, env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
    repository.tryGit(['commit', '--quiet', '-m', message], { env: { ...withTool(), ...env } });
  const withTool = (): NodeJS.ProcessEnv => ({ PATH: [program, repository.env['PATH']].join(delimiter) });
  const tool = (...args: string[]): Promise<Ran> =>
    run(join(program ?? '', name), args, { cwd: repository.dir, env: { ...repository.env, ...withTool() } });
  const hooksAreWell = async (): Promise<number | null> =>
    (await repository.pawl(['doctor', '--only', 'hooks'])).status;

  beforeAll(async () => {
    repository = await temporaryRepository({ 'app.js': GUARDED_JS, ...config }, atTheEnd);
    program = await obtain(repository).catch((error: unknown) => {
      // Where there is no registry there is nothing to try; CI has one, and a skipped test there would be silence.
      if (process.env['CI']) throw error;
      return undefined;
    });
    if (program === undefined) return;
    mustSucceed(await tool('install'));
    mustSucceed(await repository.pawl(['init']));
    await repository.git('add', '--all');
    await repository.commit('Set up Pawl');
    mustSucceed(await repository.pawl(['lock']));
  });

  it('its own commands run at a commit, and then Pawl', async ({ skip }) => {
    skip(program === undefined, `${name} cannot be installed here`);
    expect(await hooksAreWell()).toBe(0);
    await repository.stage({ 'app.js': EDITED_JS });
    const { status, stdout, stderr } = await commit('an ordinary edit');
    expect({ status, said: stdout + stderr }).toEqual({
      status: 0,
      said: expect.stringContaining('own command') as string,
    });
  });

  it('an agent that removes a guard is stopped', async ({ skip }) => {
    skip(program === undefined, `${name} cannot be installed here`);
    await repository.git('switch', '--quiet', '--create', 'agent/first');
    await repository.stage({ 'app.js': UNGUARDED_JS });
    const { status, stdout, stderr } = await commit('slip');
    expect({ status, said: stdout + stderr }).toEqual({
      status: 1,
      said: expect.stringMatching(/stopped, case [0-9a-f]{8}/u) as string,
    });
    await repository.git('reset', '--quiet', '--hard');
  });

  it('so it is after the tool was installed again, and the doctor says what to do about that', async ({ skip }) => {
    skip(program === undefined, `${name} cannot be installed here`);
    mustSucceed(await tool('install'));
    const before = await hooksAreWell();
    await repository.git('switch', '--quiet', '--create', 'agent/second', 'main');
    await repository.stage({ 'app.js': UNGUARDED_JS });
    expect(await commit('slip')).toMatchObject({ status: 1 });
    await repository.git('reset', '--quiet', '--hard');
    mustSucceed(await repository.pawl(['init', '--hooks-only']));
    expect({ before, after: await hooksAreWell() }).toEqual({ before: 1, after: 0 });
    await repository.stage({ 'app.js': UNGUARDED_JS });
    expect(await commit('slip again')).toMatchObject({ status: 1 });
    await repository.git('reset', '--quiet', '--hard');
  });

  it('so it is in a linked worktree', async ({ skip }) => {
    skip(program === undefined, `${name} cannot be installed here`);
    const worktree = join(repository.root, `worktree of ${name}`);
    await repository.git('worktree', 'add', '--quiet', '-b', 'agent/third', worktree, 'main');
    await writeFile(join(worktree, 'app.js'), UNGUARDED_JS);
    const options = { cwd: worktree, env: withTool() };
    expect(await repository.tryGit(['commit', '--quiet', '--all', '-m', 'slip'], options)).toMatchObject({ status: 1 });
    await expect(access(join(worktree, 'app.js'))).resolves.toBeUndefined();
  });
});
