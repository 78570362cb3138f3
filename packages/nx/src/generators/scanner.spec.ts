import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson, type Tree, updateJson } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { scannerGenerator } from './scanner.ts';

const WORKSPACE = fileURLToPath(new URL('../../../../', import.meta.url));

let tree: Tree;

beforeEach(() => {
  tree = createTreeWithEmptyWorkspace();
});

const textOf = (path: string): string => String(tree.read(path, 'utf8'));

describe('when an adapter is generated', () => {
  it('it is a package with its README and its own specs', async () => {
    await scannerGenerator(tree, { name: 'my-tool', extension: 'go' });
    expect(tree.children('packages/scanner-my-tool').sort()).toEqual([
      'README.md',
      'package.json',
      'src',
      'tsconfig.json',
    ]);
    expect(tree.children('packages/scanner-my-tool/src').sort()).toEqual([
      'commands.ts',
      'index.ts',
      'lying-tool.spec.ts',
      'my-tool-adapter.spec.ts',
      'my-tool-adapter.ts',
      'report.ts',
      'said.fixture.ts',
    ]);
    expect(textOf('packages/scanner-my-tool/src/my-tool-adapter.ts')).toContain('/\\.go$/iu.test(file)');
    expect(textOf('packages/scanner-my-tool/README.md')).toContain(
      "import { myToolAdapter } from '@proj/scanner-my-tool'",
    );
  });

  it('it is called as the other packages are, and lies where it is wanted', async () => {
    updateJson(tree, 'package.json', (manifest: object) => ({ ...manifest, name: '@acme/source' }));
    await scannerGenerator(tree, { name: 'todo', directory: 'libs/todo' });
    expect(readJson(tree, 'libs/todo/package.json')).toMatchObject({ name: '@acme/scanner-todo' });
    await scannerGenerator(tree, { name: 'fixme', packageName: '@other/fixme' });
    expect(readJson(tree, 'packages/scanner-fixme/package.json')).toMatchObject({ name: '@other/fixme' });
  });

  it('the package manager sees it', async () => {
    updateJson(tree, 'package.json', (manifest: object) => ({ ...manifest, workspaces: ['packages/*'] }));
    await scannerGenerator(tree, { name: 'todo' });
    expect(readJson(tree, 'package.json')).toMatchObject({ workspaces: ['packages/*'] });
    await scannerGenerator(tree, { name: 'fixme', directory: 'libs/fixme' });
    expect(readJson(tree, 'package.json')).toMatchObject({ workspaces: ['packages/*', 'libs/fixme'] });
  });

  it('it does not write over what is there', async () => {
    await scannerGenerator(tree, { name: 'todo' });
    await expect(scannerGenerator(tree, { name: 'todo' })).rejects.toThrow(/already there/u);
  });

  it.each(['../evil', 'My Tool', 'a/b', "x'", ''])('it makes nothing of the name %j', async (name) => {
    await expect(scannerGenerator(tree, { name })).rejects.toThrow(/kebab-case/u);
    expect(tree.exists('packages')).toBe(false);
  });
});

describe('when a generated adapter is taken as it is', () => {
  it('it builds, and its tests pass', { timeout: 180_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pawl-nx-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await scannerGenerator(tree, { name: 'my-tool' });
    for (const { path, content } of tree.listChanges()) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      if (content !== null) await writeFile(join(folder, path), content);
    }
    await symlink(join(WORKSPACE, 'node_modules'), join(folder, 'node_modules'));
    const cwd = join(folder, 'packages/scanner-my-tool');
    const run = (program: string, ...args: string[]) =>
      spawnSync(process.execPath, [join(WORKSPACE, 'node_modules', program), ...args], { cwd, encoding: 'utf8' });
    const built = run('typescript/bin/tsc', '-p', 'tsconfig.json');
    expect({ status: built.status, said: built.stdout }).toEqual({ status: 0, said: '' });
    // The suite starts hundreds of processes, and has a spec of its own in what it comes from.
    const tested = run('vitest/vitest.mjs', 'run', 'src/my-tool-adapter.spec.ts');
    expect({ status: tested.status, said: tested.stderr }).toEqual({ status: 0, said: '' });
  });
});
