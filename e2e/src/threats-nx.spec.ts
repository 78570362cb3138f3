import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptiedPart } from './support/emptied-part.ts';
import { linkedNxWorkspace } from './support/linked-nx-workspace.ts';
import { nxTasks } from './support/nx-tasks.ts';
import type { NxWorkspace } from './support/nx-workspace.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { EVAL_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import type { Files } from './support/temporary-repository.ts';
import { NO_HOOKS } from './support/temporary-repository.ts';

const ROOT = '@pawl/nx/root';
const VERDICT = `${ROOT}:security-verdict`;
const PART = '.nx/pawl/libs%2Fjs-0.json';
const FILE = 'libs/js-0/src/attachments.js';
const LOST = `${FILE}:6`;
const NX_JSON = { cacheDirectory: '.nx/cache', analytics: false, neverConnectToCloud: true, defaultBase: 'main' };

const atTheEnd = removedAfterAll();
let workspace: NxWorkspace;
let start: string;

beforeAll(async () => {
  workspace = await linkedNxWorkspace({ projects: 4, files: 4 }, atTheEnd, { [FILE]: GUARDED_JS });
  start = await workspace.git('rev-parse', 'HEAD');
});

/** Each test is a loop of its own, of an agent that has the work tree, the configuration of Nx and its cache to itself. */
beforeEach(async ({ task }) => {
  await workspace.git(...NO_HOOKS, 'checkout', '--quiet', '--force', '-B', `agent/${task.id}`, start);
  // Nx would remember what it had in its cache.
  await rm(join(workspace.dir, '.nx'), { recursive: true, force: true });
});

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const nxJson = (more: object): Files => ({ 'nx.json': json({ ...NX_JSON, plugins: ['@pawl/nx/plugin'], ...more }) });
const judge = (...args: string[]): Promise<Ran> => workspace.nx(['run', VERDICT, '--audience=human', ...args]);
const told = ({ stdout, stderr }: Ran): string => stdout + stderr;

/** It stopped, for the guard that went and for what was done to hide it. */
function stops(ran: Ran, ...whys: readonly string[]): void {
  expect(ran.status).toBe(1);
  for (const why of whys) expect(told(ran)).toContain(why);
}

describe('C05: when Nx is told less than there is', () => {
  it.each<readonly [string, Files, readonly string[]]>([
    [
      'the target of a project does nothing',
      { 'libs/js-0/project.json': json({ targets: { security: { executor: 'nx:noop' } } }) },
      ['gate-target'],
    ],
    ['.nxignore hides its files', { '.nxignore': 'libs/js-0\n' }, ['gate-target']],
    [
      'the plugin leaves it out',
      nxJson({ plugins: [{ plugin: '@pawl/nx/plugin', exclude: ['libs/js-0/**'] }] }),
      ['gate-target'],
    ],
  ])('%s › what went there is found all the same, and a person sees the change', async (_, files, whys) => {
    await workspace.commit('hidden', { ...files, [FILE]: UNGUARDED_JS });
    stops(await judge(), LOST, ...whys);
  });

  it('the project is none any more › its files are judged with the rest, and a person sees that it went', async () => {
    await workspace.git('rm', '--quiet', 'libs/js-0/package.json');
    await workspace.commit('dropped', { [FILE]: UNGUARDED_JS });
    stops(await judge(), LOST, 'gate-target');
  });

  it('NX_BASE=HEAD makes nothing affected › what is owed comes from git', async () => {
    await workspace.commit('behind the base', { [FILE]: UNGUARDED_JS });
    const env = { NX_BASE: 'HEAD', NX_HEAD: 'HEAD' };
    const affected = await workspace.nx(['affected', '-t', 'security'], { env });
    expect(nxTasks(affected)).toEqual({ made: [], cached: [] });
    stops(await workspace.nx(['run', VERDICT, '--audience=human'], { env }), LOST);
    // Whoever asks for the parts of affected projects alone has none to show for it.
    await rm(join(workspace.dir, '.nx/pawl'), { recursive: true, force: true });
    await workspace.git(...NO_HOOKS, 'switch', '--quiet', '--create', 'agent/other', start);
    await workspace.commit('ordinary', { [FILE]: `${GUARDED_JS}\n// Reads attachments.\n` });
    const unmade = await workspace.nx(['run', VERDICT, '--excludeTaskDependencies'], { env });
    stops(unmade, 'could not tell');
  });

  it('the plugin is gone › who asks for the verdict by its project gets none, and that is no success', async () => {
    await workspace.commit('gone', nxJson({ plugins: [] }));
    expect((await judge()).status).not.toBe(0);
    expect((await workspace.nx(['security-verdict'])).status).not.toBe(0);
    const elsewhere = await workspace.pawl(['check', '--head', 'HEAD', '--audience', 'human']);
    stops(elsewhere, 'gate-target');
  });
});

describe('C06: when a cache answers', () => {
  it('a verdict that is made cacheable is none', async () => {
    const cacheable = nxJson({ targetDefaults: { 's*-verdict': { cache: true } } });
    await workspace.commit('cacheable', cacheable);
    stops(await judge(), 'could not tell');
    await workspace.commit('and now', { [FILE]: UNGUARDED_JS });
    const second = await judge();
    expect(nxTasks(second).cached).not.toContain(VERDICT);
    stops(second, 'could not tell');
  });

  it('a part whose inputs leave out what counts is found out again, and that is told', async () => {
    await workspace.commit('no inputs', nxJson({ targetDefaults: { 'secur*': { inputs: [] } } }));
    await judge();
    await workspace.commit('and now', { [FILE]: UNGUARDED_JS });
    const ran = await judge();
    expect(nxTasks(ran).cached).toContain('@acme/js-0:security');
    stops(ran, LOST, 'the part of @acme/js-0 was not used, and all of it was found out again');
  });

  it('a part that somebody emptied is found out again', async () => {
    await workspace.commit('worse', { 'libs/js-0/src/calculate.js': EVAL_JS });
    await judge();
    await poisonCache((text) => emptiedPart(text, { isDigestRight: false }));
    const ran = await judge();
    expect(nxTasks(ran).cached).toContain('@acme/js-0:security');
    stops(ran, 'calculate.js:2', 'the part of @acme/js-0 was not used');
  });

  it('where somebody made its digests right, a verifier believes nothing that this run did not sign', async () => {
    await workspace.commit('worse', { 'libs/js-0/src/calculate.js': EVAL_JS });
    await judge();
    await poisonCache((text) => emptiedPart(text, { isDigestRight: true }));
    const believed = await judge('--verifier');
    expect(nxTasks(believed).cached).toContain('@acme/js-0:security');
    stops(believed, 'calculate.js:2', 'the part of @acme/js-0 was not used');
    const env = { PAWL_RUN_KEY: 'the key of this run, and of no other one' };
    const keyed = await workspace.nx(['run', VERDICT, '--audience=human', '--verifier'], { env });
    expect(nxTasks(keyed).cached).toEqual([]);
    stops(keyed, 'calculate.js:2');
    expect(told(keyed)).not.toContain('was not used');
  });

  it('a lock that was taken away is no reason to use what was found out by it', async () => {
    mustSucceed(await workspace.nx(['run-many', '-t', 'security']));
    const lock = await workspace.git('rev-parse', 'refs/pawl/lock/main');
    await workspace.git('update-ref', '-d', 'refs/pawl/lock/main');
    const ran = await workspace.nx(['run-many', '-t', 'security']);
    await workspace.git('update-ref', 'refs/pawl/lock/main', lock);
    expect({ status: ran.status, cached: nxTasks(ran).cached }).toEqual({ status: 1, cached: [] });
  });
});

/** What somebody does who may write to the cache: each entry that holds the part of the project gets another one. */
async function poisonCache(change: (text: string) => string): Promise<void> {
  const cache = join(workspace.dir, '.nx/cache');
  let changed = 0;
  for (const entry of await readdir(cache)) {
    const file = join(cache, entry, PART);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    await writeFile(file, change(text));
    changed += 1;
  }
  if (changed === 0) throw new Error('the cache has no such part');
  // Nx restores what is not as it left it.
  await rm(join(workspace.dir, PART));
}
