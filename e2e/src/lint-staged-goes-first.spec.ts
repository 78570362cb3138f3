import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mustSucceed, run } from './support/run.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { onlyCase, stopped } from './support/stopped.ts';
import { temporaryRepository, type TestRepository } from './support/temporary-repository.ts';
import { MODULES } from './support/workspace.ts';

const UGLY_JS = EDITED_JS.replaceAll("'", '"').replaceAll(';\n', '\n');

/** A project with real husky and lint-staged, whose one task is `task`, and Pawl set up beside them. */
async function project(task: string): Promise<TestRepository> {
  const manifest = { name: 'project', private: true, type: 'module', 'lint-staged': { '*.js': task } };
  const repository = await temporaryRepository({
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    '.gitignore': 'node_modules\n',
    '.prettierrc': '{ "singleQuote": true, "printWidth": 100 }\n',
    '.husky/pre-commit': 'lint-staged --quiet\n',
    'guarded.js.txt': GUARDED_JS,
    'app.js': GUARDED_JS,
  });
  await symlink(MODULES, join(repository.dir, 'node_modules'));
  mustSucceed(await run(join(MODULES, '.bin/husky'), [], { cwd: repository.dir, env: repository.env }));
  mustSucceed(await repository.pawl(['init']));
  await repository.git('add', '--all');
  await repository.commit('Set up Pawl');
  mustSucceed(await repository.pawl(['lock']));
  return repository;
}

describe('when a project has husky and lint-staged', () => {
  it('lets lint-staged format first and judges what it left in the index', async () => {
    const repository = await project('prettier --write');
    await repository.stage({ 'app.js': UGLY_JS });
    mustSucceed(await repository.tryGit(['commit', '--quiet', '-m', 'x']));
    expect(await repository.git('show', 'HEAD:app.js')).toBe(EDITED_JS.trimEnd());

    await repository.stage({ 'app.js': UNGUARDED_JS });
    const { status, stdout, stderr } = await repository.tryGit(['commit', '--quiet', '-m', 'x']);
    expect({ status, said: stdout + stderr }).toEqual({ status: 1, said: stopped(await onlyCase(repository)) });
  });

  it('judges a loss that only a task of lint-staged makes', async () => {
    const repository = await project("sed -i '/startsWith/d'");
    await repository.stage({ 'app.js': EDITED_JS });
    const { status, stdout, stderr } = await repository.tryGit(['commit', '--quiet', '-m', 'x']);
    expect({ status, said: stdout + stderr }).toEqual({ status: 1, said: stopped(await onlyCase(repository)) });
  });

  it('passes what a task of lint-staged has mended', async () => {
    const repository = await project('cp guarded.js.txt');
    await repository.stage({ 'app.js': UNGUARDED_JS, 'notes.md': '# Notes\n' });
    expect(await repository.tryGit(['commit', '--quiet', '-m', 'x'])).toMatchObject({ status: 0 });
    expect(await repository.git('show', 'HEAD:app.js')).toBe(GUARDED_JS.trimEnd());
  });

  it('judges a deletion, which lint-staged does not see', async () => {
    const repository = await project('prettier --write');
    await repository.git('rm', '--quiet', '.husky/pre-push');
    const { status, stdout, stderr } = await repository.tryGit(['commit', '--quiet', '-m', 'x']);
    expect({ status, said: stdout + stderr }).toEqual({ status: 1, said: stopped(await onlyCase(repository)) });
  });
});
