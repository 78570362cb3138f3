import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { configFile } from './support/scanned-project.ts';
import { type ActionRan, type Event, type OnGithub, onGithub, type Step, WORKFLOW } from './support/on-github.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { EDITED_JS, GUARDED_JS } from './support/sources.ts';
import type { Files } from './support/temporary-repository.ts';

const EDIT: Files = { 'app.js': EDITED_JS };
const ACTION_FILE = 'tools/judge/action.yml';

const atTheEnd = removedAfterAll();
let github: OnGithub;
let main: string;
/** Of an agent's branch, with nothing wrong with it. */
let head: string;

beforeAll(async () => {
  const steps = '      - uses: ./tools/judge\n';
  github = await onGithub(
    { 'app.js': GUARDED_JS, [ACTION_FILE]: 'runs: { using: composite }\n' },
    atTheEnd,
    async (work) => {
      await work.commit('judge with an action of our own', { [WORKFLOW]: `${await work.read(WORKFLOW)}${steps}` });
    },
  );
  main = await github.work.git('rev-parse', 'main');
  head = await github.push('agent/good', EDIT);
});

/** Could not tell, and why, and what next; and nothing of it is on record. */
function expectRefused(ran: ActionRan, code: string): void {
  expect({ code: ran.outputs['refusal'], said: ran.stdout }).toMatchObject({ code });
  expect(ran).toMatchObject({
    status: 2,
    stderr: '',
    outputs: { outcome: 'inconclusive', 'exit-status': '2', case: '' },
  });
  expect(ran.stdout).toMatch(/^pawl: .+\n {2}next: .+\n$/u);
  expect(ran.summary).toContain('Pawl');
}

const pushed = (over: Partial<Event> = {}): Event => ({
  name: 'push',
  branch: 'agent/good',
  head,
  base: main,
  ...over,
});
const pulled = (over: Partial<Event> = {}): Event => ({ ...pushed(over), name: 'pull_request_target', ...over });
const run = (step: Step, over: Partial<Event> = {}): Promise<ActionRan> => github.run(pushed(over), step);

describe('when what it would judge is not all there', () => {
  it('G05 it refuses a shallow checkout that it may not complete', async () => {
    const { dir } = await github.checkout(head, { depth: 1 });
    expectRefused(await run({ workspace: dir, with: { fetch: 'never' } }), 'shallow-history');
  });

  it('it refuses where there is no repository and it may not fetch one', async () => {
    expectRefused(await run({ with: { fetch: 'never' } }), 'no-repository');
  });

  it('it refuses a commit that nobody has', async () => {
    expectRefused(await run({}, { head: 'f'.repeat(40) }), 'fetch-failed');
    const { dir } = await github.checkout(main);
    expectRefused(await run({ workspace: dir, with: { fetch: 'never' } }, { head: 'f'.repeat(40) }), 'missing-commit');
  });

  it('it refuses a remote that does not answer', async () => {
    expectRefused(await run({ env: { GITHUB_REPOSITORY: 'acme/none' } }), 'fetch-failed');
  });

  it('it refuses a checkout of another repository, such as the fork: its protected branch is not ours', async () => {
    const { dir, git } = await github.checkout(head);
    await git('remote', 'set-url', 'origin', 'https://github.com/mallory/shop');
    expectRefused(await run({ workspace: dir, with: { fetch: 'never' } }), 'foreign-remote');
    await git('remote', 'set-url', 'origin', 'git@github.com:mallory/shop.git');
    expectRefused(await run({ workspace: dir, with: { token: 't' } }), 'foreign-remote');
  });

  it('a checkout as it is is enough where it has everything', async () => {
    const { dir, git } = await github.checkout(head);
    await git('fetch', '--quiet', 'origin', 'refs/pawl/*:refs/pawl/*');
    expect((await run({ workspace: dir, with: { fetch: 'never' } })).outputs['outcome']).toBe('clean');
  });
});

describe('when nothing outside the repository says what counts', () => {
  it('L01 it refuses where an anchor is wanted and there is none', async () => {
    expectRefused(await run({ with: { anchor: '' } }), 'anchor-missing');
  });

  it('it goes on where the workflow says that unsigned is enough', async () => {
    const ran = await run({ with: { anchor: '', assurance: 'unsigned' } });
    expect(ran.outputs).toMatchObject({ outcome: 'clean' });
  });

  it('an anchor in the environment is none: only the input counts', async () => {
    const { by } = github;
    expectRefused(await run({ with: { anchor: '' }, env: { PAWL_ANCHOR: by.anchor } }), 'anchor-missing');
  });

  it('L01 it refuses an anchor from the checkout, by whatever path', async () => {
    const { dir } = await github.checkout(head);
    await writeFile(join(dir, 'anchor.json'), github.by.anchor);
    const outside = join(github.work.root, 'link-to-anchor.json');
    await symlink(join(dir, 'anchor.json'), outside);
    for (const anchor of [join(dir, 'anchor.json'), `${dir}/../${dir.split('/').at(-1)}/anchor.json`, outside])
      expectRefused(await run({ workspace: dir, with: { anchor } }), 'anchor-in-workspace');
  });

  it('L04 it refuses the lock of another repository, and one that is too old for the anchor', async () => {
    const anchor = JSON.parse(github.by.anchor) as { repository: string; locks: Record<string, { sequence: number }> };
    const other = JSON.stringify({ ...anchor, repository: '0'.repeat(32) });
    expectRefused(await run({ with: { anchor: other } }), 'remote-broken');
    const newer = JSON.stringify({ ...anchor, locks: { main: { sequence: 9 } } });
    expectRefused(await run({ with: { anchor: newer } }), 'remote-broken');
  });

  it('L14 it refuses where the lock is gone', async () => {
    const lock = await github.bare.git('rev-parse', 'refs/pawl/lock/main');
    await github.bare.git('update-ref', '-d', 'refs/pawl/lock/main');
    expectRefused(await run({}), 'lock-missing');
    expectRefused(await run({ with: { anchor: '', assurance: 'unsigned' } }), 'no-lock');
    await github.bare.git('update-ref', 'refs/pawl/lock/main', lock);
  });

  it('it refuses inputs that mean nothing, and says each', async () => {
    const ran = await run({ with: { tier: 'fastest', mode: 'require', base: 'main', details: 'all' } });
    expectRefused(ran, 'malformed-input');
    expect(ran.stdout).toContain('tier must be one of full, fast');
    expect(ran.stdout).toContain('details must be one of none, summary, sealed');
    expectRefused(await run({ with: { scanners: 'tools/bin' } }), 'unsafe-path');
  });

  it('it refuses an event that does not say what is to be judged', async () => {
    expectRefused(await github.run({ ...pushed(), name: 'issue_comment' }), 'unknown-event');
    expectRefused(await run({ env: { GITHUB_EVENT_PATH: '/nowhere.json' } }), 'malformed-event');
    expectRefused(await run({}, { payload: { after: 'main' } }), 'malformed-event');
  });
});

describe('C01 when the pushed commit brought its own judge', () => {
  const changed = { [WORKFLOW]: 'on: [push]\njobs: {}\n' };

  it.each(['push', 'pull_request', 'merge_group'] as const)(
    '%s: it refuses a workflow that head changed',
    async (name) => {
      const own = await github.push(`agent/${name}`, { ...EDIT, ...changed });
      expectRefused(await github.run({ name, branch: `agent/${name}`, head: own, base: main }), 'workflow-changed');
    },
  );

  it('it refuses a workflow that head added, and an action of the repository that head changed', async () => {
    const file = '.github/workflows/mine.yml';
    const added = await github.push('agent/added', { ...EDIT, [file]: 'on: [push]\n' });
    const workflow = { ref: `acme/shop/${file}@refs/heads/agent/added` };
    expectRefused(await run({ workflow }, { branch: 'agent/added', head: added }), 'workflow-changed');
    const judge = await github.push('agent/judge', { ...EDIT, [ACTION_FILE]: 'runs: { using: none }\n' });
    expectRefused(await run({}, { branch: 'agent/judge', head: judge }), 'workflow-changed');
  });

  it('it refuses one on the protected branch itself, when it is pushed there', async () => {
    const own = await github.push('agent/into-main', { ...EDIT, ...changed });
    await github.bare.git('update-ref', 'refs/heads/main', own);
    expectRefused(await run({}, { branch: 'main', head: own }), 'workflow-changed');
    await github.bare.git('update-ref', 'refs/heads/main', main);
  });

  it('it refuses an old one of the protected branch that was dug out again', async () => {
    const old = await github.work.git('rev-parse', 'main^');
    await github.work.git('push', '--quiet', '--no-verify', '--force', 'origin', `${old}:refs/heads/agent/dug-out`);
    expectRefused(await run({}, { branch: 'agent/dug-out', head: old }), 'workflow-changed');
  });

  it('it goes on with the one that the branch started from, though people have changed it since', async () => {
    const { work, bare } = github;
    const newer = await work.commit('people change it', { [WORKFLOW]: `# Newer\n${await work.read(WORKFLOW)}` });
    await work.git('push', '--quiet', '--no-verify', 'origin', 'main');
    expect(await bare.git('rev-parse', 'main')).toBe(newer);
    expect((await run({})).outputs).toMatchObject({ outcome: 'clean', base: main });
    await work.git('reset', '--quiet', '--hard', main);
    await bare.git('update-ref', 'refs/heads/main', main);
  });

  it('it refuses where nobody can tell which workflow runs', async () => {
    expectRefused(await run({ workflow: { ref: '' } }), 'workflow-unknown');
    expectRefused(await run({ workflow: { sha: 'f'.repeat(40) } }), 'workflow-unknown');
  });

  it.each<[string, Step['workflow'] & object]>([
    ['the protected branch has', { ref: `acme/shop/${WORKFLOW}@refs/heads/main` }],
    [
      'another repository requires',
      { ref: 'acme/policies/.github/workflows/pawl.yml@refs/heads/main', sha: 'f'.repeat(40) },
    ],
  ])('it goes on with a workflow that %s, whatever head changed', async (_, workflow) => {
    const own = await github.push('agent/changed', { ...EDIT, ...changed });
    const step = { workflow: { sha: main, ...workflow } };
    // That head touched the gate is for people to look at, which is a stop and no refusal.
    expect((await github.run(pulled({ branch: 'agent/changed', head: own }), step)).outputs).toMatchObject({
      outcome: 'stopped',
      refusal: '',
    });
  });
});

describe('C12 when the judged code lies beside secrets', () => {
  const checkedOut = async (step: Step, over: Partial<Event> = {}): Promise<ActionRan> =>
    github.run(pulled(over), step);

  it.each(['pull_request_target', 'workflow_run', 'issue_comment'] as const)(
    '%s: it refuses where head is checked out',
    async (name) => {
      const { dir } = await github.checkout(head);
      const step = { workspace: dir, with: name === 'issue_comment' ? { head } : {} };
      expectRefused(await checkedOut(step, { name }), 'head-checked-out');
    },
  );

  it('it refuses one in a folder, a commit before head, a merge with it, and files of it over another commit', async () => {
    const merge = await github.work.git('commit-tree', `${head}^{tree}`, '-p', main, '-p', head, '-m', 'merge');
    await github.work.git('push', '--quiet', '--no-verify', 'origin', `${merge}:refs/pull/2/merge`);
    const { dir: merged } = await github.checkout(merge, { depth: 1 });
    expectRefused(await checkedOut({ workspace: merged }), 'head-checked-out');
    const { dir: outer, git } = await github.checkout(main);
    expect((await checkedOut({ workspace: outer })).outputs['outcome']).toBe('clean');
    await git('clone', '--quiet', '--no-checkout', github.bare.dir, join(outer, 'pr'));
    await git('-C', join(outer, 'pr'), 'checkout', '--quiet', head);
    expectRefused(await checkedOut({ workspace: outer }), 'head-checked-out');
    const { dir: over, git: inOver } = await github.checkout(main);
    await inOver('checkout', '--quiet', head, '--', '.');
    expectRefused(await checkedOut({ workspace: over }), 'head-checked-out');
  });

  it('a checkout of another repository is not of the judged code', async () => {
    const { dir, git } = await github.checkout(main);
    await mkdir(join(dir, 'tool'));
    await git('-C', join(dir, 'tool'), 'init', '--quiet');
    await git('-C', join(dir, 'tool'), 'remote', 'add', 'origin', 'https://github.com/acme/tool');
    await git(
      '-C',
      join(dir, 'tool'),
      '-c',
      'user.name=T',
      '-c',
      'user.email=t@localhost',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'tool',
    );
    expect((await checkedOut({ workspace: dir })).outputs['outcome']).toBe('clean');
  });
});

describe('C12 when judging would run the judged code', () => {
  let tested: OnGithub;
  let start: string;
  let edit: string;
  const TEST = `import { test } from 'node:test';\nimport { writeFileSync } from 'node:fs';\ntest('it is refused', () => {});\n`;
  const CONFIG = {
    target: 'main',
    securityTests: { suites: [{ name: 'all', files: ['test/security/**'], framework: 'node' }] },
  };

  beforeAll(async () => {
    const files = { 'app.js': GUARDED_JS, 'test/security/a.test.js': TEST, 'package.json': '{ "type": "module" }\n' };
    tested = await onGithub({ ...files, ...configFile(CONFIG) }, atTheEnd);
    start = await tested.work.git('rev-parse', 'main');
    edit = await tested.push('agent/edit', EDIT);
  });

  const ask = (
    inputs: Readonly<Record<string, string>>,
    over: Partial<Event> = {},
    step: Step = {},
  ): Promise<ActionRan> =>
    tested.run(
      { name: 'pull_request', branch: 'agent/edit', head: edit, base: start, ...over },
      { ...step, with: inputs },
    );

  it('it refuses security tests by itself, and skips them in the fast tier where that is said', async () => {
    expectRefused(await ask({}), 'unsafe-tests');
    expect((await ask({ 'security-tests': 'skip' })).outputs).toMatchObject({ outcome: 'clean', tier: 'fast' });
    expect((await ask({ tier: 'fast' })).outputs).toMatchObject({ outcome: 'clean', tier: 'fast' });
  });

  it('it runs them where there is nothing to steal', async () => {
    expect((await ask({ 'security-tests': 'run' })).outputs).toMatchObject({ outcome: 'clean', tier: 'full' });
  });

  it('it never runs them beside a secret', async () => {
    const inputs = { 'security-tests': 'run' };
    expectRefused(await ask(inputs, { name: 'pull_request_target' }), 'secrets-beside-head');
    expectRefused(await ask({ ...inputs, token: 't' }), 'secrets-beside-head');
    expectRefused(await ask({ ...inputs, 'signing-key': 'k' }), 'secrets-beside-head');
    expectRefused(await ask(inputs, {}, { env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' } }), 'secrets-beside-head');
    const { dir, git } = await tested.checkout(edit);
    await git('config', 'http.https://github.com/.extraheader', 'AUTHORIZATION: basic eA==');
    expectRefused(await ask(inputs, {}, { workspace: dir }), 'secrets-beside-head');
  });
});

describe('when what was found could not be put where it is wanted', () => {
  it('it refuses to seal for nobody', async () => {
    expectRefused(await run({ with: { details: 'sealed' } }), 'no-reviewers');
  });

  it('it writes through no link of the checkout', async () => {
    const { dir } = await github.checkout(head);
    const away = join(github.work.root, 'away');
    await mkdir(away);
    await symlink(away, join(dir, 'out'));
    expectRefused(await run({ workspace: dir, with: { sarif: 'out/pawl.sarif' } }), 'unsafe-path');
    expect(await readdir(away)).toEqual([]);
  });
});
