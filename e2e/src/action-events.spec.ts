import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ActionRan, type OnGithub, onGithub, outputsIn } from './support/on-github.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { EDITED_JS, EVAL_JS, GUARDED_JS, GUARDED_PY, UNGUARDED_JS, UNGUARDED_PY } from './support/sources.ts';
import { stopped } from './support/stopped.ts';
import type { Files } from './support/temporary-repository.ts';
import { HUMAN_JSON } from './support/verdict-of.ts';

const CONTRACTS = `{ "contracts": [{
  "id": "no-raw", "why": "Queries are built in one place.", "files": "db/*.js", "mustNot": { "pattern": "raw($$$)" }
}] }`;
const FILES: Files = {
  'app.js': GUARDED_JS,
  'store.py': GUARDED_PY,
  'db/query.js': 'export const one = (id) => query(id);\n',
  'pawl.contracts.jsonc': CONTRACTS,
};
const EDIT: Files = { 'app.js': EDITED_JS };
const SLIP: Files = { 'app.js': UNGUARDED_JS };

const atTheEnd = removedAfterAll();
let github: OnGithub;
let main: string;

beforeAll(async () => {
  github = await onGithub(FILES, atTheEnd);
  main = await github.work.git('rev-parse', 'main');
});

function expectClean(ran: ActionRan, outputs: object = {}): void {
  expect(ran).toMatchObject({ stdout: 'pawl: clean\n', stderr: '', status: 0 });
  const said = { outcome: 'clean', 'exit-status': '0', case: '', refusal: '', tier: 'full', assurance: 'locked' };
  expect(ran.outputs).toMatchObject({ ...said, ...outputs });
}

/** The log, the summary and the status of a stop: a case number and nothing else. Gives the number. */
function expectStopped(ran: ActionRan, outputs: object = {}): string {
  const number = ran.outputs['case'] ?? '';
  expect(number).toMatch(/^[0-9a-f]{8}$/u);
  expect(ran).toMatchObject({ stdout: stopped(number), stderr: '', status: 1 });
  expect(ran.summary).toContain(number);
  expect(ran.summary).not.toMatch(/app|guard|regression|critical|high/u);
  expect(ran.outputs).toMatchObject({ outcome: 'stopped', 'exit-status': '1', refusal: '', ...outputs });
  return number;
}

/** A pull request from a fork: its commit is in the repository, and no branch of it is. */
async function fromFork(files: Files): Promise<string> {
  const { work, bare } = github;
  await work.git('checkout', '--quiet', '--force', '--detach', 'main');
  const head = await work.commit('from a fork', files);
  await work.git('push', '--quiet', '--no-verify', '--force', 'origin', `${head}:refs/pull/2/head`);
  await work.git('checkout', '--quiet', '--force', 'main');
  expect(await bare.git('branch', '--contains', head)).toBe('');
  return head;
}

describe('when an agent pushes to its branch', () => {
  const push = async (branch: string, files: Files, step: Parameters<OnGithub['run']>[1] = {}) =>
    github.run({ name: 'push', branch, head: await github.push(branch, files), base: main }, step);

  it('what is clean passes, with nothing checked out and nothing left behind', async () => {
    const ran = await push('agent/clean', EDIT);
    expectClean(ran, { loop: 'agent/clean', base: main, head: await github.bare.git('rev-parse', 'agent/clean') });
    expect(await readdir(ran.temp)).toEqual([]);
  });

  it('what slips fails the job, and log and summary have the case number alone', async () => {
    expectStopped(await push('agent/slips', SLIP), { loop: 'agent/slips' });
  });

  it.each<[string, Files]>([
    ['JavaScript', { 'new.js': EVAL_JS }],
    ['TypeScript', { 'new.ts': EVAL_JS.replace('(req, res)', '(req: Request, res: Response)') }],
    ['Python', { 'store.py': UNGUARDED_PY }],
    [
      'Python that a rule finds',
      { 'new.py': 'import subprocess\n\ndef run(x):\n    subprocess.call(x, shell=True)\n' },
    ],
    ['a contract', { 'db/query.js': 'export const one = (id) => raw(id);\n' }],
  ])('every engine is in the bundle: %s', async (language, files) => {
    expectStopped(await push(`agent/${language.replaceAll(' ', '-')}`, files));
  });

  it('the fast tier is said to be one', async () => {
    expectClean(await push('agent/fast', EDIT, { with: { tier: 'fast' } }), { tier: 'fast' });
  });

  it('the digest is that of the verdict which anybody recomputes', async () => {
    const ran = await push('agent/digest', SLIP);
    const { head = '' } = ran.outputs;
    const again = await github.work.pawl(['check', '--head', head, '--loop', 'elsewhere', ...HUMAN_JSON]);
    const verdict: unknown = { ...(JSON.parse(again.stdout) as object), assurance: 'locked', timings: {} };
    const digest = createHash('sha256')
      .update(`${JSON.stringify(verdict, null, 2)}\n`)
      .digest('hex');
    expect(ran.outputs['verdict-digest']).toBe(digest);
  });

  it('a deleted branch brings nothing in', async () => {
    const ran = await github.run({
      name: 'push',
      branch: 'agent/gone',
      head: '0'.repeat(40),
      payload: { deleted: true },
    });
    expect(ran).toMatchObject({ status: 0, outputs: { outcome: 'clean' } });
  });

  it.each([undefined, 1])('a checkout with the depth %s is only read', async (depth) => {
    const head = await github.push(`agent/depth-${depth}`, SLIP);
    const checkout = await github.checkout(head, depth === undefined ? { branch: 'agent/x' } : { depth });
    const state = () => checkout.git('status', '--porcelain=v2', '--branch', '--ignored');
    const before = await state();
    const ran = await github.run({ name: 'push', branch: 'agent/x', head, base: main }, { workspace: checkout.dir });
    expectStopped(ran, { head });
    expect(await state()).toBe(before);
  });
});

describe('when a pull request is opened', () => {
  it.each(['pull_request', 'pull_request_target'] as const)(
    '%s: its head is judged, not what GitHub checks out',
    async (name) => {
      const head = await github.push('agent/pull', SLIP);
      const checkout = await github.checkout(main);
      const event = { name, branch: 'agent/pull', head, base: main };
      expectStopped(await github.run(event, { workspace: checkout.dir }), { head, base: main, loop: 'agent/pull' });
    },
  );

  it.each(['pull_request', 'pull_request_target'] as const)('%s from a fork: it is a loop of its own', async (name) => {
    const event = { name, base: main, fork: 'mallory', branch: 'main', author: 'mallory' };
    expectClean(await github.run({ ...event, head: await fromFork(EDIT) }), { loop: 'pull/2', base: main });
    expectStopped(await github.run({ ...event, head: await fromFork(SLIP) }), { loop: 'pull/2' });
  });

  it('it is compared with where it left the protected branch, however old it is', async () => {
    const head = await github.push('agent/old', EDIT);
    const newer = await github.work.commit('people go on', { 'README.md': 'News\n' });
    await github.work.git('push', '--quiet', '--no-verify', 'origin', 'main');
    expectClean(await github.run({ name: 'pull_request_target', branch: 'agent/old', head, base: newer }), {
      base: main,
    });
    await github.work.git('reset', '--quiet', '--hard', main);
    await github.work.git('push', '--quiet', '--no-verify', '--force', 'origin', 'main');
  });
});

describe('when something else asks', () => {
  it('a merge queue: the merged state is judged', async () => {
    const [one, other] = [await github.push('agent/one', EDIT), await github.push('agent/other', SLIP)];
    const { work } = github;
    await work.git('checkout', '--quiet', '--detach', one);
    await work.git('merge', '--quiet', '--no-verify', '-s', 'ours', '-m', 'queue', other);
    const [clean, tree] = [await work.git('rev-parse', 'HEAD'), await work.git('rev-parse', `${other}^{tree}`)];
    const bad = await work.git('commit-tree', tree, '-p', main, '-p', other, '-m', 'queue');
    await work.git('checkout', '--quiet', '--force', 'main');
    for (const head of [clean, bad])
      await work.git(
        'push',
        '--quiet',
        '--no-verify',
        'origin',
        `${head}:refs/heads/gh-readonly-queue/main/pr-2-${head}`,
      );
    expectClean(await github.run({ name: 'merge_group', head: clean, base: main }), { base: main });
    expectStopped(await github.run({ name: 'merge_group', head: bad, base: main }));
  });

  it('a person by hand, of a commit of their choice', async () => {
    const head = await github.push('agent/by-hand', SLIP);
    const ran = await github.run({ name: 'workflow_dispatch', head: main, author: 'alice' }, { with: { head } });
    expectStopped(ran, { head, loop: `commit/${head}` });
    expectClean(await github.run({ name: 'workflow_dispatch', head: main, author: 'alice' }), {
      head: main,
      loop: 'main',
    });
  });

  it('a workflow that ended', async () => {
    const head = await fromFork(SLIP);
    expectStopped(await github.run({ name: 'workflow_run', head, fork: 'mallory' }), { loop: `fork/${head}` });
  });

  it('two commits are compared without a lock where that is asked for', async () => {
    const head = await github.push('agent/unlocked', SLIP);
    const unlocked = { anchor: '', assurance: 'unsigned', base: 'event' };
    const ran = await github.run({ name: 'push', branch: 'agent/unlocked', head, base: head }, { with: unlocked });
    expectStopped(ran, { base: main, assurance: 'unsigned' });
  });
});

describe('when people read it', () => {
  const run = async (wanted: Readonly<Record<string, string>>, author = 'robot'): Promise<ActionRan> => {
    const head = await github.push('agent/read', SLIP);
    return github.run(
      { name: 'pull_request_target', branch: 'agent/read', head, base: main, author },
      { with: wanted },
    );
  };

  it('details: summary has a table, and the log still nothing', async () => {
    const ran = await run({ details: 'summary' });
    expect(ran.stdout).toBe(stopped(ran.outputs['case'] ?? ''));
    expect(ran.summary).toContain('<table>');
    expect(ran.summary).toContain('app.js');
    expect(ran.summary).toContain('lost defence');
  });

  it('annotations stand at their lines where they are asked for', async () => {
    const ran = await run({ annotations: 'true' });
    expect(ran.stdout).toMatch(/^::error file=app\.js,line=\d+,title=Pawl::/mu);
  });

  it('SARIF has all of it, in the file that is named', async () => {
    const ran = await run({ sarif: '../pawl.sarif' });
    const log = JSON.parse(await readFile(ran.outputs['sarif'] ?? '', 'utf8')) as { runs: { results: unknown[] }[] };
    expect(log.runs[0]?.results.length).toBeGreaterThan(0);
    expect((await run({})).outputs['sarif']).toBe('');
  });

  it('the work of people is told and not refused, and only where all who had a part in it are people', async () => {
    const ran = await run({ people: 'Alice, bob' }, 'alice');
    expect(ran).toMatchObject({ status: 0, outputs: { outcome: 'stopped', 'exit-status': '1' } });
    expect(ran.stdout).toBe(`pawl: reported, not refused: case ${ran.outputs['case']}\n`);
    const head = await github.push('agent/read', SLIP);
    const event = { name: 'pull_request', branch: 'agent/read', head, base: main, author: 'alice' } as const;
    const pushedByRobot = { ...event, payload: { sender: { login: 'robot' } } };
    expectStopped(await github.run(pushedByRobot, { with: { people: 'alice' } }));
  });
});

describe('when other steps want to know', () => {
  it('every output that action.yml names is there, and no other', async () => {
    const text = await readFile(new URL('../../packages/action/action.yml', import.meta.url), 'utf8');
    const named = [...(/^outputs:\n((?: .*\n|\n)*)/mu.exec(text)?.[1] ?? '').matchAll(/^ {2}([\w-]+):$/gmu)].map(
      ([, name]) => name,
    );
    const head = await github.push('agent/outputs', EDIT);
    const { outputs } = await github.run({ name: 'push', branch: 'agent/outputs', head, base: main });
    expect(Object.keys(outputs).toSorted()).toEqual(named.toSorted());
  });

  it('the file of the outputs is read as the runner reads it', () => {
    expect(outputsIn('a<<x\n1\n2\nx\nb=3\n')).toEqual({ a: '1\n2', b: '3' });
  });
});
