import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run, type Ran } from './support/run.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { temporaryRepository, type TestRepository } from './support/temporary-repository.ts';
import { MODULES } from './support/workspace.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const project = (name: string): string =>
  json({
    name,
    private: true,
    nx: {
      targets: {
        security: {
          executor: 'nx:run-commands',
          options: { command: 'pawl check --base $NX_BASE --head $NX_HEAD --audience human' },
          cache: false,
        },
      },
    },
  });

/** Two projects whose `security` target asks Pawl. Nx itself comes from this workspace. */
async function nxWorkspace(): Promise<TestRepository> {
  const repository = await temporaryRepository({
    '.gitignore': 'node_modules\n.nx\n',
    'package.json': json({ name: 'workspace', private: true, workspaces: ['packages/*'] }),
    'nx.json': json({ cacheDirectory: '.nx/cache', analytics: false, neverConnectToCloud: true, defaultBase: 'main' }),
    'packages/files/package.json': project('files'),
    'packages/files/app.js': GUARDED_JS,
    'packages/page/package.json': project('page'),
    'packages/page/page.js': 'export const title = (name) => `Notes of ${name}`;\n',
  });
  await symlink(MODULES, join(repository.dir, 'node_modules'));
  return repository;
}

function affected({ dir, env }: TestRepository): Promise<Ran> {
  const args = ['affected', '-t', 'security', '--outputStyle=stream'];
  const nx = { NX_DAEMON: 'false', NX_TUI: 'false', NX_BASE: 'HEAD~1', NX_HEAD: 'HEAD', NX_NO_CLOUD: 'true' };
  return run(join(MODULES, '.bin/nx'), args, { cwd: dir, env: { ...env, ...nx } });
}

it('when Nx runs it for affected projects › it judges the changed one alone, and fails the run that loses a guard', async () => {
  const repository = await nxWorkspace();
  await repository.commit('an ordinary edit', { 'packages/files/app.js': EDITED_JS });
  const clean = await affected(repository);
  const ran = ({ stdout }: Ran) => [...new Set(stdout.match(/nx run \w+:security/gu))];
  expect({ status: clean.status, ran: ran(clean) }).toEqual({ status: 0, ran: ['nx run files:security'] });
  expect(clean.stdout).toContain('✔ clean');

  await repository.commit('the guard goes', { 'packages/files/app.js': UNGUARDED_JS });
  const lost = await affected(repository);
  expect({ status: lost.status, ran: ran(lost) }).toEqual({ status: 1, ran: ['nx run files:security'] });
  expect(lost.stdout).toContain('packages/files/app.js:6  in readAttachment');
});
