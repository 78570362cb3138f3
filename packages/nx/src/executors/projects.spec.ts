import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectsOf } from './projects.ts';

const security = { executor: '@pawl/nx:security' };

function folder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-nx-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function configurations(projects: object) {
  return { projectsConfigurations: { version: 2, projects } } as unknown as Parameters<typeof projectsOf>[0];
}

describe('when Nx knows projects', () => {
  it('each has its files but those of projects within it, and a part where the target of this plugin is one of its own', async () => {
    const root = folder();
    const projects = {
      web: { root: 'apps/web', targets: { check: security } },
      api: { root: 'apps/web/api', targets: { security: { executor: 'nx:noop' } } },
      website: { root: 'apps/website' },
    };
    expect(await projectsOf({ ...configurations(projects), root }, root)).toEqual([
      { project: 'web', folder: 'apps/web', root: 'apps/web', nested: ['apps/web/api'], hasPart: true },
      { project: 'api', folder: 'apps/web/api', root: 'apps/web/api', nested: [], hasPart: false },
      { project: 'website', folder: 'apps/website', root: 'apps/website', nested: [], hasPart: false },
    ]);
  });

  it('the root has what nobody else has', async () => {
    const root = folder();
    const projects = { all: { root: '.', targets: { security } }, one: { root: 'one', targets: { security } } };
    expect(await projectsOf({ ...configurations(projects), root }, root)).toMatchObject([
      { folder: '.', root: '', nested: ['one'] },
      { folder: 'one', root: 'one', nested: [] },
    ]);
  });

  it('they are told from the top of the repository, where the workspace lies below it', async () => {
    const topLevel = folder();
    const root = join(topLevel, 'web');
    mkdirSync(root);
    const projects = { all: { root: '.' }, one: { root: 'one' } };
    expect(await projectsOf({ ...configurations(projects), root }, topLevel)).toMatchObject([
      { folder: '.', root: 'web', nested: ['web/one'] },
      { folder: 'one', root: 'web/one', nested: [] },
    ]);
  });
});
