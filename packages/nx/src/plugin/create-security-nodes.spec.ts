import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createNodes, createNodesV2 } from '../plugin.ts';
import type { PluginOptions } from './plugin-options.ts';

interface Made {
  /** What is said of each folder. */
  readonly nodes: Readonly<
    Record<string, { readonly name?: string; readonly targets?: Record<string, TargetConfiguration> }>
  >;
  /** The file that says so. */
  readonly sources: readonly string[];
}

/** What the plugin says of a workspace of these files; those that Nx would hand to it come first. */
async function nodesOf(manifests: object, code: readonly string[] = [], options?: PluginOptions): Promise<Made> {
  const workspaceRoot = mkdtempSync(join(tmpdir(), 'pawl-nx-'));
  onTestFinished(() => rmSync(workspaceRoot, { recursive: true, force: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(workspaceRoot, path)), { recursive: true });
    writeFileSync(join(workspaceRoot, path), text);
  };
  for (const [path, content] of Object.entries(manifests)) write(path, JSON.stringify(content));
  for (const path of code) write(path, '\n');
  const made = await createNodes[1](Object.keys(manifests), options, { workspaceRoot, nxJsonConfiguration: {} });
  const nodes = Object.assign({}, ...made.map(([, { projects }]) => projects)) as Made['nodes'];
  return { nodes, sources: made.map(([source]) => source) };
}

const targetsOf = ({ nodes }: Made, folder: string): readonly string[] => Object.keys(nodes[folder]?.targets ?? {});

const WORKSPACES = { 'nx.json': {}, 'package.json': { name: 'acme', workspaces: ['packages/*'] } };

describe('when a workspace has projects', () => {
  it('each that has code gets a target, whatever makes it a project', async () => {
    const made = await nodesOf(
      {
        ...WORKSPACES,
        'packages/js/package.json': { name: 'js' },
        'services/py/project.json': { name: 'py' },
        'docs/project.json': { name: 'docs' },
      },
      ['packages/js/src/deep/down/index.ts', 'services/py/app.py', 'docs/index.md'],
    );
    expect(Object.keys(made.nodes)).toEqual(['.', 'packages/js', 'services/py']);
    expect(targetsOf(made, 'packages/js')).toEqual(['security']);
    expect(made.sources).toEqual(['nx.json', 'packages/js/package.json', 'services/py/project.json']);
  });

  it('a package.json outside the workspaces makes none: Nx would take the name for a new project', async () => {
    const code = ['packages/js/a.js', 'packages/js/fixtures/app/b.js', 'examples/c.js'];
    const others = { 'packages/js/fixtures/app/package.json': { name: 'app' }, 'examples/package.json': {} };
    const made = await nodesOf({ ...WORKSPACES, 'packages/js/package.json': { name: 'js' }, ...others }, code);
    expect(Object.keys(made.nodes)).toEqual(['.', 'packages/js']);
  });

  it('code in a project within another is that one’s own', async () => {
    const manifests = { ...WORKSPACES, 'apps/project.json': {}, 'apps/web/project.json': {} };
    const made = await nodesOf(manifests, ['apps/web/index.js']);
    expect(Object.keys(made.nodes)).toEqual(['.', 'apps/web']);
  });

  it('the manifest of another language counts where the options name it', async () => {
    const manifests = { ...WORKSPACES, 'py/pyproject.toml': {}, 'go/go.mod': {} };
    const code = ['py/a.py', 'go/a.go'];
    expect(Object.keys((await nodesOf(manifests, code)).nodes)).toEqual(['.']);
    const named = await nodesOf(manifests, code, { manifests: ['pyproject.toml'] });
    expect(Object.keys(named.nodes)).toEqual(['.', 'py']);
  });
});

describe('when it comes to the root', () => {
  it('it gets a name where nobody else makes it a project: one that no package and no folder can have', async () => {
    const made = await nodesOf(WORKSPACES);
    expect(made.nodes['.']).toMatchObject({ name: '@pawl/nx/root' });
    expect(targetsOf(made, '.')).toEqual(['security-verdict', 'security-lock']);
  });

  it.each([
    ['project.json', { ...WORKSPACES, 'project.json': { name: 'mine' } }],
    ['package.json', { 'nx.json': {}, 'package.json': { name: 'mine', nx: {} } }],
  ])('it keeps the name that its %s gives it', async (manifest, manifests) => {
    const made = await nodesOf(manifests);
    expect(made.nodes['.']).not.toHaveProperty('name');
    expect(made.sources).toEqual([manifest]);
  });

  it('code that no other project has makes it one with a part of its own', async () => {
    const manifests = { ...WORKSPACES, 'packages/js/package.json': {} };
    expect(targetsOf(await nodesOf(manifests, ['packages/js/a.js']), '.')).not.toContain('security');
    expect(targetsOf(await nodesOf(manifests, ['tools/a.mjs']), '.')).toContain('security');
    expect(targetsOf(await nodesOf(manifests, ['eslint.config.mjs']), '.')).toContain('security');
  });

  it('a workspace without any manifest but nx.json gets its targets, too', async () => {
    expect(targetsOf(await nodesOf({ 'nx.json': {} }), '.')).toEqual(['security-verdict', 'security-lock']);
  });
});

describe('when targets are made', () => {
  const manifests = { ...WORKSPACES, 'packages/js/package.json': {} };

  it('a part may come from a cache, by the files of the project, what else counts, and the key of the run', async () => {
    const { nodes } = await nodesOf(manifests, ['packages/js/a.js']);
    expect(nodes['packages/js']?.targets?.['security']).toMatchObject({
      executor: '@pawl/nx:security',
      cache: true,
      inputs: [
        '{projectRoot}/**/*',
        { runtime: expect.stringMatching(/^node "[^"]*\/part-inputs-start\.cjs"$/u) },
        { env: 'PAWL_RUN_KEY' },
      ],
      outputs: ['{workspaceRoot}/.nx/pawl/packages%2Fjs.json'],
      configurations: { lock: { whole: true } },
    });
  });

  it('C06: what judges never may, and it comes after the parts of all projects', async () => {
    const { nodes } = await nodesOf(manifests, ['packages/js/a.js']);
    for (const name of ['security-verdict', 'security-lock']) {
      expect(nodes['.']?.targets?.[name]).toMatchObject({
        cache: false,
        dependsOn: [{ projects: '*', target: 'security' }],
      });
    }
  });

  it('they have the names of the options, and the protected branch goes to each', async () => {
    const names = { targetName: 'part', verdictTargetName: 'judge', lockTargetName: 'pin' };
    const { nodes } = await nodesOf(manifests, ['packages/js/a.js'], { ...names, target: 'release/1' });
    expect(nodes['packages/js']?.targets).toMatchObject({
      part: {
        options: { target: 'release/1' },
        inputs: [{}, { runtime: expect.stringMatching(/ "release\/1"$/u) }, {}],
      },
    });
    expect(nodes['.']?.targets).toMatchObject({
      judge: { options: { target: 'release/1' }, dependsOn: [{ target: 'part' }] },
      pin: { options: { target: 'release/1' }, dependsOn: [{ target: 'part' }] },
    });
  });
});

describe('when Nx looks for the plugin', () => {
  it('it is there under both names', () => {
    expect(createNodesV2).toBe(createNodes);
  });

  it('no code is among the files that make projects: Nx takes all of them for affected where one is deleted', () => {
    expect(createNodes[0]).toBe(
      '{nx.json,package.json,**/package.json,project.json,**/project.json,Cargo.toml,**/Cargo.toml,Gemfile,**/Gemfile,build.gradle,**/build.gradle,build.gradle.kts,**/build.gradle.kts,composer.json,**/composer.json,go.mod,**/go.mod,pom.xml,**/pom.xml,pyproject.toml,**/pyproject.toml}',
    );
  });
});
