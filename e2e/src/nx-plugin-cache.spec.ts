import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { programsOf } from './support/clean-env.ts';
import { linkedNxWorkspace } from './support/linked-nx-workspace.ts';
import { nxTasks } from './support/nx-tasks.ts';
import type { NxWorkspace } from './support/nx-workspace.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed } from './support/run.ts';
import { logOf } from './support/sarif-log.ts';
import { type Files, NO_HOOKS } from './support/temporary-repository.ts';

/** With a rule of the repository's own, for a tool that somebody else has installed. */
const CONFIG = `{
  "target": "main",
  "scanners": { "sarif": { "toy": { "command": ["toy", "{own}", "{files}"], "rules": ["rules/toy.yml"], "files": [".toy"] } } }
}
`;
const CONTRACTS = `{
  "contracts": [{ "id": "no-eval", "why": "Code is not data.", "files": "libs/**/*.js", "mustNot": { "pattern": "eval($$$)" } }]
}
`;
const FILES = { 'pawl.config.jsonc': CONFIG, 'rules/toy.yml': 'rules: [one]\n', 'pawl.contracts.jsonc': CONTRACTS };
const PARTS = ['@acme/js-0:security', '@acme/ts-0:security', 'py-0:security'];
const ALL_MADE = { made: PARTS, cached: [] };
const ALL_CACHED = { made: [], cached: PARTS };

interface Shown {
  readonly root: string;
  readonly targets: Readonly<Record<string, unknown>>;
}

const atTheEnd = removedAfterAll();
let workspace: NxWorkspace;
let start: string;

beforeAll(async () => {
  workspace = await linkedNxWorkspace({ projects: 3, files: 4 }, atTheEnd, FILES, installToy);
  start = await workspace.git('rev-parse', 'HEAD');
  await parts();
});

async function installToy({ root }: NxWorkspace): Promise<void> {
  await mkdir(programsOf(root), { recursive: true });
  await writeFile(join(root, 'version'), 'toy 1.0.0\n');
  const answer = `case "$1" in --version) cat '${root}/version';; *) echo '${logOf([])}';; esac`;
  await writeFile(join(programsOf(root), 'toy'), `#!/bin/sh\n${answer}\n`, { mode: 0o755 });
}

async function parts(env: NodeJS.ProcessEnv = {}): Promise<ReturnType<typeof nxTasks>> {
  const ran = await workspace.nx(['run-many', '-t', 'security', '--batch'], { env });
  mustSucceed(ran);
  return nxTasks(ran);
}

/** Each test begins with files whose parts are in the cache. */
beforeEach(async () => {
  await workspace.git(...NO_HOOKS, 'checkout', '--quiet', '--force', '-B', 'main', start);
  await workspace.git('clean', '--quiet', '-dff');
});

describe('when something changes that a part depends on', () => {
  it('a rule makes all of them anew', async () => {
    await workspace.commit('another rule', { 'rules/toy.yml': 'rules: [one, two]\n' });
    expect(await parts()).toEqual(ALL_MADE);
  });

  it('another version of a tool makes all of them anew', async () => {
    await writeFile(join(workspace.root, 'version'), 'toy 2.0.0\n');
    const tasks = nxTasks(await workspace.nx(['run-many', '-t', 'security']));
    await writeFile(join(workspace.root, 'version'), 'toy 1.0.0\n');
    expect(tasks).toEqual(ALL_MADE);
  });

  it('a contract makes all of them anew', async () => {
    await workspace.write({ 'pawl.contracts.jsonc': CONTRACTS.replace('eval($$$)', 'exec($$$)') });
    expect(await parts()).toEqual(ALL_MADE);
  });

  it('the key of another run makes all of them anew', async () => {
    expect(await parts({ PAWL_RUN_KEY: 'the key of one run, and of no other' })).toEqual(ALL_MADE);
  });

  it('a file makes that of its project anew, and of no other', async () => {
    await workspace.write({ 'libs/py-0/acme_py_0/more.py': 'X = 1\n' });
    expect(await parts()).toEqual({ made: ['py-0:security'], cached: PARTS.slice(0, 2) });
  });

  it('a new lock makes all of them anew', async () => {
    mustSucceed(await workspace.pawl(['lock']));
    expect(await parts()).toEqual(ALL_MADE);
  });
});

describe('when something changes that no part depends on', () => {
  it.each<readonly [string, () => Promise<unknown>]>([
    ['a file that was touched', () => utimes(join(workspace.dir, 'libs/js-0/src/index.js'), new Date(), new Date())],
    [
      'a file that git ignores',
      () => workspace.write({ 'libs/py-0/__pycache__/a.pyc': 'x', '.nx/pawl/other.json': '{}' }),
    ],
    ['a file of no project', () => workspace.write({ 'notes.md': 'one\n' })],
    ['a commit without a change', () => workspace.commit('nothing')],
    ['another branch', () => workspace.git('switch', '--quiet', '--create', 'agent/other')],
  ])('%s makes none anew', async (_, change) => {
    await change();
    expect(await parts()).toEqual(ALL_CACHED);
  });
});

describe('when Nx joins what it knows of a project', () => {
  const json = (value: unknown): string => `${JSON.stringify(value)}\n`;
  const show = async (name: string): Promise<Shown> =>
    JSON.parse(mustSucceed(await workspace.nx(['show', 'project', name, '--json']))) as Shown;

  it.each<readonly [string, string, Files]>([
    ['a project.json', 'mine', { 'project.json': json({ name: 'mine' }) }],
    ['a package.json that says so', 'mine', { 'package.json': json({ name: 'mine', workspaces: ['libs/*'], nx: {} }) }],
    [
      'nobody, and there is a package of its name',
      '@pawl/nx/root',
      { 'package.json': json({ name: '@acme/js-0', workspaces: ['libs/*'] }) },
    ],
  ])('the root, which is made a project by %s, judges and locks by the name %s', async (_, name, files) => {
    await workspace.write(files);
    const { root, targets } = await show(name);
    expect(root).toBe('.');
    expect(Object.keys(targets)).toEqual(expect.arrayContaining(['security-verdict', 'security-lock']));
  });

  it('options of one project, and of all that have a tag, are added to what is inferred', async () => {
    const nx = JSON.parse(await workspace.read('nx.json')) as object;
    const targetDefaults = { security: [{ filter: { projects: ['tag:money'] }, options: { cache: false } }] };
    const manifest = JSON.parse(await workspace.read('libs/js-0/package.json')) as object;
    const project = JSON.parse(await workspace.read('libs/py-0/project.json')) as object;
    await workspace.write({
      'nx.json': json({ ...nx, targetDefaults }),
      'libs/js-0/package.json': json({ ...manifest, nx: { targets: { security: { options: { whole: true } } } } }),
      'libs/py-0/project.json': json({ ...project, tags: ['money'] }),
    });
    const security = async (name: string): Promise<unknown> => (await show(name)).targets['security'];
    const executor = '@pawl/nx:security';
    expect(await security('@acme/js-0')).toMatchObject({ executor, cache: true, options: { whole: true } });
    expect(await security('py-0')).toMatchObject({ executor, cache: true, options: { cache: false } });
    expect(await security('@acme/ts-0')).toMatchObject({ executor, cache: true, options: {} });
  });
});

describe('when the daemon of Nx answers', () => {
  const env = { NX_DAEMON: 'true' };

  afterAll(async () => void (await workspace.nx(['daemon', '--stop'], { env })));

  it('it knows of a new lock, which is in no file, and of a changed file; and it says what is as it was', async () => {
    expect(await parts(env)).toEqual(ALL_CACHED);
    await workspace.write({ 'libs/js-0/src/more.js': 'export const more = 1;\n' });
    expect(await parts(env)).toEqual({ made: PARTS.slice(0, 1), cached: PARTS.slice(1) });
    mustSucceed(await workspace.pawl(['lock']));
    expect(await parts(env)).toEqual(ALL_MADE);
    expect(await parts(env)).toEqual(ALL_CACHED);
  });
});
