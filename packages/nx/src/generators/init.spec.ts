import { logger, readJson, type Tree, updateJson } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { parseConfig, resolveConfig } from '@pawl/config';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { initGenerator } from './init.ts';

let tree: Tree;

beforeEach(() => {
  tree = createTreeWithEmptyWorkspace();
});

const textOf = (path: string): string => String(tree.read(path, 'utf8'));

describe('when a workspace is set up', () => {
  it('the plugin is registered, its parts are ignored, and there is a configuration for the protected branch', async () => {
    updateJson(tree, 'nx.json', (nx: object) => ({ ...nx, defaultBase: 'origin/trunk' }));
    await initGenerator(tree);
    expect(readJson(tree, 'nx.json')).toMatchObject({ plugins: ['@pawl/nx/plugin'] });
    expect(textOf('.gitignore').split('\n')).toContain('.nx/pawl');
    const config = resolveConfig(await parseConfig(Buffer.from(textOf('pawl.config.jsonc')), 'pawl.config.jsonc'));
    expect(config.target).toBe('trunk');
  });

  it('the command with which people read cases comes with it', async () => {
    await initGenerator(tree);
    expect(readJson(tree, 'package.json')).toMatchObject({ devDependencies: { pawl: '0.1.0' } });
  });

  it('the command that is there already stays as it is, and none comes where nobody wants it', async () => {
    updateJson(tree, 'package.json', (manifest: object) => ({ ...manifest, dependencies: { pawl: '~0.1.0' } }));
    await initGenerator(tree);
    expect(readJson(tree, 'package.json')).toMatchObject({ dependencies: { pawl: '~0.1.0' } });
    expect(textOf('package.json').match(/"pawl"/gu)).toHaveLength(1);
    const other = createTreeWithEmptyWorkspace();
    await initGenerator(other, { skipPackageJson: true });
    expect(String(other.read('package.json', 'utf8'))).not.toContain('"pawl"');
  });

  it('it says what remains', async () => {
    const said = vi.spyOn(logger, 'info').mockImplementation(() => undefined);
    const finish = await initGenerator(tree, { skipPackageJson: true });
    await finish();
    expect(String(said.mock.lastCall?.[0])).toContain('nx run-many -t security-lock');
  });
});

describe('when something is there already', () => {
  it('a second time changes nothing', async () => {
    await initGenerator(tree);
    const before = tree.listChanges().map(({ path, content }) => [path, String(content)]);
    await initGenerator(tree);
    expect(tree.listChanges().map(({ path, content }) => [path, String(content)])).toEqual(before);
  });

  it('a configuration, and what else git ignores, stay as they are', async () => {
    tree.write('pawl.config.jsonc', '{ "target": "mine" }\n');
    tree.write('.gitignore', 'node_modules\n.nx/cache');
    await initGenerator(tree);
    expect(textOf('pawl.config.jsonc')).toBe('{ "target": "mine" }\n');
    expect(textOf('.gitignore')).toBe('node_modules\n.nx/cache\n.nx/pawl\n');
  });

  it.each(['.nx', '.nx/', '/.nx', '.nx/*', '.nx/**', '/.nx/pawl/'])('%j ignores the parts already', async (line) => {
    tree.write('.gitignore', `${line}\n`);
    await initGenerator(tree);
    expect(textOf('.gitignore')).toBe(`${line}\n`);
  });

  it('other plugins follow, so that they have the last word about the name of the root', async () => {
    updateJson(tree, 'nx.json', (nx: object) => ({ ...nx, plugins: ['@nx/js', { plugin: '@nx/gradle' }] }));
    await initGenerator(tree);
    expect(readJson(tree, 'nx.json')).toMatchObject({
      plugins: ['@pawl/nx/plugin', '@nx/js', { plugin: '@nx/gradle' }],
    });
  });

  it.each(['@pawl/nx', '@pawl/nx/plugin', { plugin: '@pawl/nx/plugin', options: { targetName: 'check' } }])(
    'the plugin is registered once: %j',
    async (entry) => {
      updateJson(tree, 'nx.json', (nx: object) => ({ ...nx, plugins: [entry] }));
      await initGenerator(tree);
      expect(readJson(tree, 'nx.json')).toMatchObject({ plugins: [entry] });
    },
  );

  it('comments in nx.json stay', async () => {
    tree.write('nx.json', '{\n  // ours\n  "plugins": [\n    "@nx/js" // theirs\n  ]\n}\n');
    await initGenerator(tree);
    expect(textOf('nx.json')).toMatch(/\/\/ ours\n.*"@pawl\/nx\/plugin",\n\s*"@nx\/js"\s*\/\/ theirs/su);
  });
});
