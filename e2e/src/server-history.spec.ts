import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hookSaid } from './support/hook-said.ts';
import { lockedRepository } from './support/locked-repository.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { servedRepository, type ServedRepository } from './support/served-repository.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn } from './support/stopped.ts';
import { repositoryAt, type TestRepository } from './support/temporary-repository.ts';

const atTheEnd = removedAfterAll();
let served: ServedRepository;
let linked: TestRepository;
let before: string;
let count = 0;
let branch: string;

beforeAll(async () => {
  served = await servedRepository(await lockedRepository(undefined, atTheEnd), { atTheEnd });
  // What an agent does to hooks that are in its way (H05).
  await served.work.git('config', 'core.hooksPath', '/dev/null');
  await served.work.commit('a hole', { 'later.js': UNGUARDED_JS });
  await served.work.commit('mended after the lock', { 'later.js': GUARDED_JS });
  mustSucceed(await served.push(['main']));
  const dir = join(await mkdtemp(join(served.work.root, 'linked-')), 'tree');
  await served.work.git('worktree', 'add', '--quiet', '--detach', dir, 'main');
  linked = repositoryAt(served.work.root, dir);
});

/** A branch of its own for each test, so that a stop in one is none in the next; nobody says who pushes. */
beforeEach(async () => {
  count += 1;
  branch = `agent/${count}`;
  await served.work.git('checkout', '--quiet', '--force', '-B', branch, 'main');
  await linked.git('checkout', '--quiet', '--force', '--detach', 'main');
  before = await served.refs();
});

function stopped(ran: Ran): void {
  expect(ran.status).toBe(1);
  const said = hookSaid(ran);
  expect(said.length).toBeGreaterThan(0);
  for (const line of said)
    expect(line).toBe(`pawl: stopped, case ${caseNumberIn(line)}. Work is paused for human review. Do not continue.`);
}

/** All refs of the push or none: a refusal leaves the server as it was. */
async function refused(ran: Ran): Promise<void> {
  stopped(ran);
  expect(await served.refs()).toBe(before);
}

/** Ids depend on nothing but the content here, and what a stopped loop has is not to be in another one. */
const slip = (where: TestRepository = served.work) => where.commit(`slips on ${branch}`, { 'app.js': UNGUARDED_JS });
const edit = (where: TestRepository = served.work) => where.commit(`edit on ${branch}`, { 'app.js': EDITED_JS });

describe.each<[string, () => TestRepository]>([
  ['the main checkout', () => served.work],
  ['a linked worktree', () => linked],
])('when an agent pushes from %s', (_, where) => {
  const push = (...args: readonly string[]): Promise<Ran> => served.push(args, { cwd: where().dir });

  it('its first push of a branch is judged', async () => {
    await slip(where());
    await refused(await push(`HEAD:refs/heads/${branch}`));
  });

  it('H01 H11 commit -n and a push without hooks change nothing', async () => {
    await where().stage({ 'app.js': UNGUARDED_JS });
    mustSucceed(await where().tryGit(['commit', '--quiet', '-n', '-m', 'x']));
    const config = ['core.hooksPath=/dev/null'];
    await refused(await served.push([`HEAD:refs/heads/${branch}`], { cwd: where().dir, config }));
  });

  it('a force push is judged like any other', async () => {
    await edit(where());
    mustSucceed(await push(`HEAD:refs/heads/${branch}`));
    before = await served.refs();
    await where().git('reset', '--quiet', '--hard', 'main');
    await slip(where());
    await refused(await push('--force', `HEAD:refs/heads/${branch}`));
  });

  it('R07 every ref of one push is judged, and none goes through beside a bad one', async () => {
    await edit(where());
    await where().git('branch', '--force', `${branch}-good`);
    await slip(where());
    await refused(await push(`${branch}-good`, `HEAD:refs/heads/${branch}-bad`));
    await refused(
      await push('--atomic', `${branch}-good:refs/heads/${branch}-other`, `HEAD:refs/heads/${branch}-worse`),
    );
  });

  it('R08 a revert of what was mended after the lock is stopped, on a branch and on the protected one', async () => {
    mustSucceed(await where().tryGit(['revert', '--no-edit', 'main']));
    await refused(await push(`HEAD:refs/heads/${branch}`));
    await refused(await push('HEAD:refs/heads/main'));
  });
});

describe('when commits come by another way', () => {
  it('R01 what was laundered through a ref that nobody gates is judged all the same', async () => {
    await slip();
    mustSucceed(await served.push(['HEAD:refs/laundry/x']));
    before = await served.refs();
    await refused(await served.push([`HEAD:refs/heads/${branch}`]));
  });

  it('R01 a tag is gated like a branch, annotated or not', async () => {
    await slip();
    await served.work.git('tag', '--force', `plain-${count}`);
    await served.work.git('tag', '--force', '--annotate', '-m', 'x', `annotated-${count}`);
    await refused(await served.push(['--tags']));
    await refused(await served.push([`annotated-${count}`]));
    for (const tag of [`plain-${count}`, `annotated-${count}`]) await served.work.git('tag', '-d', tag);
  });

  it('R14 a hole that is opened and closed in one push, with a tag in the middle, is stopped', async () => {
    await slip();
    await served.work.git('tag', `middle-${count}`);
    await served.work.commit('closed again', { 'app.js': GUARDED_JS });
    await refused(await served.push(['HEAD', `middle-${count}`]));
    await served.work.git('tag', '-d', `middle-${count}`);
  });

  it('R02 an evil merge, which shows no change of its own, is stopped', async () => {
    const { work } = served;
    await work.git('checkout', '--quiet', '-B', `${branch}-side`, 'main');
    await work.commit('side', { 'side.js': 'export const side = 1;\n' });
    await work.git('checkout', '--quiet', branch);
    await work.commit('own', { 'own.js': 'export const own = 1;\n' });
    mustSucceed(await work.tryGit(['merge', '--quiet', '--no-commit', '--no-ff', `${branch}-side`]));
    await work.stage({ 'app.js': UNGUARDED_JS });
    mustSucceed(await work.tryGit(['commit', '--quiet', '-n', '-m', 'merge']));
    await refused(await served.push(['HEAD']));
  });

  it('R03 an octopus whose tree nobody merged, and a merge that keeps only ours, are stopped', async () => {
    const { work } = served;
    const [one, two] = [await work.commit('one', { 'one.js': '1;\n' }), await work.commit('two', { 'two.js': '2;\n' })];
    await slip();
    const tree = await work.git('rev-parse', 'HEAD^{tree}');
    const octopus = await work.git('commit-tree', tree, '-p', one, '-p', two, '-p', 'main', '-m', 'octopus');
    await refused(await served.push([`${octopus}:refs/heads/${branch}`]));
    await work.git('checkout', '--quiet', '-B', `${branch}-ours`, 'HEAD');
    mustSucceed(await work.tryGit(['merge', '--quiet', '-s', 'ours', '-m', 'ours', two]));
    await refused(await served.push(['HEAD']));
  });

  it('H06 H08 a cherry-pick, and a commit made by plumbing, are stopped', async () => {
    const { work } = served;
    const bad = await slip();
    await work.git('checkout', '--quiet', '--detach', 'main');
    mustSucceed(await work.tryGit(['cherry-pick', bad]));
    await refused(await served.push([`HEAD:refs/heads/${branch}`]));
    const plumbed = await work.git('commit-tree', `${bad}^{tree}`, '-p', 'main', '-m', 'plumbed');
    await refused(await served.push([`${plumbed}:refs/heads/${branch}-plumbed`]));
  });

  it('stops --all for one of the branches', async () => {
    await slip();
    await refused(await served.push(['--all', '--force']));
  });
});

describe('when a protected branch is moved', () => {
  it('it only grows: no agent deletes it, puts it back or rewrites it', async () => {
    for (const args of [
      ['--delete', 'main'],
      ['--force', 'main~1:refs/heads/main'],
    ]) {
      const ran = await served.push(args);
      expect(ran.status).toBe(1);
      expect(hookSaid(ran).join(' ')).toContain('is a protected branch, and only a person');
      expect(await served.refs()).toBe(before);
    }
  });
});

describe('when nothing gets worse', () => {
  it('a branch is created, rewritten and deleted', async () => {
    const { work } = served;
    mustSucceed(await served.push(['HEAD']));
    await edit();
    mustSucceed(await served.push(['HEAD']));
    await work.git('commit', '--quiet', '--amend', '-n', '-m', 'amended');
    mustSucceed(await served.push(['--force', 'HEAD']));
    mustSucceed(await served.push(['--delete', branch]));
    expect(await served.refs()).not.toContain(`refs/heads/${branch} `);
    expect(await served.records()).toContain(`refs/heads/${branch} 3`);
  });

  it('a deletion beside a bad ref does not happen either', async () => {
    mustSucceed(await served.push([`HEAD:refs/heads/${branch}-old`]));
    before = await served.refs();
    await slip();
    await refused(await served.push([`:refs/heads/${branch}-old`, 'HEAD']));
  });
});
