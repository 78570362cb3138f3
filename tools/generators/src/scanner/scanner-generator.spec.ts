import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { logger, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { lyingToolSuite } from '@pawl/scanner-tester';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scannerGenerator } from './scanner-generator.mjs';

const WORKSPACE = fileURLToPath(new URL('../../../../', import.meta.url));

let tree: Tree;

beforeEach(() => {
  tree = createTreeWithEmptyWorkspace();
});

function textOf(path: string): string {
  return String(tree.read(path, 'utf8'));
}

describe('when an adapter is generated', () => {
  it('it is a package of the adapter layer with its own specs', () => {
    scannerGenerator(tree, { name: 'my-tool', extension: 'go' });
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
    expect(JSON.parse(textOf('packages/scanner-my-tool/package.json'))).toMatchObject({
      name: '@pawl/scanner-my-tool',
      nx: { tags: ['layer:adapter'] },
    });
    expect(textOf('packages/scanner-my-tool/src/my-tool-adapter.ts')).toContain('/\\.go$/iu.test(file)');
  });

  it('it says what to add to the registry, and adds nothing itself', () => {
    const said = vi.spyOn(logger, 'info').mockImplementation(() => undefined);
    scannerGenerator(tree, { name: 'my-tool' })();
    const text = String(said.mock.lastCall?.[0]);
    expect(text).toContain('packages/checkpoint/src/scanners.ts');
    expect(text).toContain("toolOf('my-tool', {}, async () => (await import('@pawl/scanner-my-tool')).myToolAdapter)");
    expect(tree.listChanges().filter(({ path }) => path.startsWith('packages/checkpoint'))).toEqual([]);
  });

  it('it does not write over an adapter that is there', () => {
    scannerGenerator(tree, { name: 'semgrep' });
    expect(() => scannerGenerator(tree, { name: 'semgrep' })).toThrow(/already there/u);
  });

  it.each(['../evil', 'My Tool', 'a/b', "x'", ''])('it makes nothing of the name %j', (name) => {
    expect(() => scannerGenerator(tree, { name })).toThrow(/kebab-case/u);
    expect(tree.exists('packages')).toBe(false);
  });
});

describe('when a generated adapter is taken as it is', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pawl-spec-'));
    scannerGenerator(tree, { name: 'my-tool' });
    for (const { path, content } of tree.listChanges()) {
      if (content === null || !path.startsWith('packages/scanner-my-tool/src/')) continue;
      await writeFile(join(folder, path.split('/').at(-1) as string), content);
    }
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('it has no type error', { timeout: 120_000 }, async () => {
    const paths = { '@pawl/*': [join(WORKSPACE, 'packages/*/src/index.ts')] };
    const compilerOptions = { rootDir: '/', typeRoots: [join(WORKSPACE, 'node_modules/@types')], paths };
    const config = { extends: join(WORKSPACE, 'tsconfig.spec.json'), compilerOptions, include: ['*.ts'] };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    await symlink(join(WORKSPACE, 'node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    const compiler = join(WORKSPACE, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it('it believes no lie of the suite', { timeout: 120_000 }, async () => {
    const { myToolAdapter } = await import(join(folder, 'my-tool-adapter.ts'));
    const { admissions, honest, pin, request } = await import(join(folder, 'said.fixture.ts'));
    const scanner = myToolAdapter.open({}, pin);
    const suite = lyingToolSuite({ scanner, request, honest, namesScanned: true, admissions });
    // The hundreds of statuses are the runner's matter, and in the adapter's own spec.
    for (const { title, attempt } of suite) if (!title.includes('wrong status')) await attempt();
    expect(suite.length).toBeGreaterThan(50);
  });
});
