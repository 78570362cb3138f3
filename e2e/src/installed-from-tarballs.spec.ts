import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GRAMMAR_PACKAGES } from '@pawl/syntax';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { npmEnv } from './support/npm-env.ts';
import { type Packed, packedPackages } from './support/packed-packages.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, run, type Ran } from './support/run.ts';
import { EDITED_JS, EDITED_PY, EVAL_JS, GUARDED_JS, GUARDED_PY, UNGUARDED_JS } from './support/sources.ts';
import { onlyCase, stopped } from './support/stopped.ts';
import { temporaryRepository, type TestRepository } from './support/temporary-repository.ts';

const atTheEnd = removedAfterAll();
let packed: readonly Packed[];
let repository: TestRepository;
let start: string;

const npx = (...args: string[]): Promise<Ran> =>
  run('npx', ['--no-install', ...args], { cwd: repository.dir, env: repository.env });

/** As a stranger sets Pawl up, from the packages and not from this workspace. */
beforeAll(async () => {
  repository = await temporaryRepository(
    {
      'package.json': '{ "name": "stranger", "version": "1.0.0", "private": true, "type": "module" }\n',
      '.gitignore': 'node_modules\n',
      'app.js': GUARDED_JS,
      'store.py': GUARDED_PY,
    },
    atTheEnd,
  );
  const { root, dir } = repository;
  packed = await packedPackages(root);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  mustSucceed(await run('npm', [...args, ...packed.map(({ tarball }) => tarball)], { cwd: dir, env: npmEnv(root) }));
  mustSucceed(await npx('pawl', 'init'));
  await repository.git('add', '--all');
  start = await repository.commit('Set up Pawl');
  mustSucceed(await npx('pawl', 'lock'));
});

beforeEach(() => repository?.git('reset', '--quiet', '--hard', start));

describe('when Pawl is installed from its tarballs', () => {
  it('starts as the installed command, in the published version', async () => {
    const { version } = JSON.parse(await repository.read('node_modules/pawl/package.json')) as { version: string };
    expect(await npx('pawl', '--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('has its hooks start what is installed, and nothing of the workspace', async () => {
    const runner = await repository.read('.git/pawl/hook');
    expect(runner).toContain(join(repository.dir, 'node_modules/pawl/dist/bundle/hook-start.cjs'));
  });

  it('passes an ordinary commit without a word', async () => {
    await repository.stage({ 'app.js': EDITED_JS, 'store.py': EDITED_PY });
    const commit = await repository.tryGit(['commit', '--quiet', '-m', 'x']);
    expect(commit).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('refuses a commit that deletes a guard', async () => {
    await repository.stage({ 'app.js': UNGUARDED_JS });
    const { status, stdout, stderr } = await repository.tryGit(['commit', '--quiet', '-m', 'x']);
    expect({ status, said: stdout + stderr }).toEqual({ status: 1, said: stopped(await onlyCase(repository)) });
  });

  it('runs every scanner at a push, and refuses what only they find', async () => {
    const remote = join(repository.root, 'remote.git');
    await repository.git('init', '--quiet', '--bare', remote);
    // The loop on main was stopped above.
    await repository.git('switch', '--quiet', '--create', 'agent/push');
    await repository.stage({ 'app.js': EDITED_JS, 'store.py': EDITED_PY });
    mustSucceed(await repository.tryGit(['commit', '--quiet', '-m', 'an ordinary edit']));
    const pushed = await repository.tryGit(['push', '--quiet', remote, 'agent/push']);
    expect(pushed).toEqual({ status: 0, stdout: '', stderr: '' });

    await repository.commit('slipped by', { 'calculate.js': EVAL_JS, 'run.py': 'import os\nos.system(input())\n' });
    expect(await repository.tryGit(['push', '--quiet', remote, 'agent/push'])).toMatchObject({ status: 1 });
    expect(await repository.git('ls-remote', remote)).not.toContain(await repository.git('rev-parse', 'HEAD'));
    const human = await npx('pawl', 'check', '--head', 'HEAD', '--only', 'scanners', '--audience', 'human');
    expect(human.status).toBe(1);
    expect(human.stdout).toContain('calculate.js:2');
    expect(human.stdout).toContain('run.py:2');
  });
});

/** The rest of what a tarball holds: pack-contents.spec.ts. */
describe('when the tarballs are looked into', () => {
  const filesOf = (name: string): readonly string[] => packed.find((each) => each.name === name)?.files ?? [];

  it('finds one of every package', async () => {
    const installed = await readdir(join(repository.dir, 'node_modules/@pawl'));
    expect(packed.map(({ name }) => name).sort()).toEqual([...installed.map((name) => `@pawl/${name}`), 'pawl']);
  });

  it('finds the bundled hook, with a grammar for each language that is parsed', () => {
    const grammars = Object.keys(GRAMMAR_PACKAGES).map((file) => `grammars/${file}`);
    expect(grammars.length).toBeGreaterThan(13);
    expect(filesOf('@pawl/syntax')).toEqual(expect.arrayContaining(grammars));
    const bundle = ['hook-start.cjs', 'hook.cjs', ...grammars].map((path) => `dist/bundle/${path}`);
    expect(filesOf('pawl')).toEqual(expect.arrayContaining(['bin/pawl.js', ...bundle]));
  });

  it('finds the published schemas', () => {
    expect(filesOf('@pawl/verdict')).toContain('schema/verdict.schema.json');
    expect(filesOf('@pawl/config')).toContain('schema/pawl.config.schema.json');
  });
});
