import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { shellBlocks } from './support/code-blocks.ts';
import { gatedNxWorkspace } from './support/gated-nx-workspace.ts';
import type { NxWorkspace } from './support/nx-workspace.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, run, type Ran } from './support/run.ts';
import { EDITED_JS, EVAL_JS, GUARDED_JS, GUARDED_PY, UNGUARDED_PY } from './support/sources.ts';
import { HUMAN_JSON, type JsonVerdict, withoutTimings } from './support/verdict-of.ts';

const atTheEnd = removedAfterAll();
const PARTS = '.nx/pawl';
const MACHINES = 8;

/** A request that another project answers: from one to the other in the change alone. */
const ROUTES_JS = `import { find } from '../../js-1/src/users.js';

export const routes = (app) => app.get('/users', async (req, res) => res.json(await find('ann')));
`;
const USERS_JS = `import { pool } from './pool.js';

export const find = (name) => pool.query("SELECT * FROM users WHERE name = '" + name + "'");
`;

const BEFORE = {
  'libs/js-0/src/attachments.js': GUARDED_JS,
  'libs/js-0/src/routes.js': ROUTES_JS,
  'libs/js-1/src/users.js': USERS_JS,
  'libs/py-0/acme_py_0/attachments.py': GUARDED_PY,
};

const AFTER = {
  // The file moves into another project with its guard.
  'libs/js-2/src/attachments.js': GUARDED_JS,
  'libs/js-0/src/routes.js': ROUTES_JS.replace("'ann'", 'req.query.name'),
  'libs/py-0/acme_py_0/attachments.py': UNGUARDED_PY,
  'libs/ts-0/src/calculate.js': EVAL_JS,
  'tools/release.js': EVAL_JS.replace('calculate', 'release'),
};

interface Lock {
  readonly lockedAt: string;
  readonly repository: string;
}

let workspace: NxWorkspace;
let machines: readonly NxWorkspace[];
let judge: NxWorkspace;
let answer: string;

beforeAll(async () => {
  workspace = await gatedNxWorkspace({ projects: 10, files: 5 }, atTheEnd, BEFORE);
  await workspace.git('switch', '--quiet', '--create', 'agent/change');
  await workspace.git('rm', '--quiet', 'libs/js-0/src/attachments.js');
  await workspace.commit('a change of every kind, over several projects', AFTER);
  const alone = await workspace.clone('alone');
  const asked = await alone.pawl(['check', '--head', 'HEAD', '--tier', 'full', ...HUMAN_JSON]);
  answer = withoutTimings(asked);
  judge = await workspace.clone('judge');
  const names = Array.from({ length: MACHINES }, (_, index) => `machine-${index + 1}`);
  machines = await Promise.all(names.map((name) => workspace.clone(name)));
});

describe('when a change over several projects is judged', () => {
  it('finds, without any parts, what runs between them and outside of them, and no loss where a guard moved', () => {
    const { reasons } = JSON.parse(answer) as JsonVerdict;
    const told = reasons.map(({ kind, file }) => `${kind} ${file}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'unguarded-path libs/js-0/src/routes.js',
        'lost-defence libs/py-0/acme_py_0/attachments.py',
        'introduced-finding libs/ts-0/src/calculate.js',
        'introduced-finding tools/release.js',
      ]),
    );
    expect(told.filter((each) => each.includes('attachments.js'))).toEqual([]);
  });

  it.each([1, 2, 4, 8])('comes to the same verdict, byte for byte, over parts that %i machines made', async (count) => {
    await forget(judge);
    await inPairs(Array.from({ length: count }, (_, index) => () => makeShare(index, count)));
    const ran = await verdict(judge);
    expect(withoutTimings(jsonOf(ran))).toBe(answer);
    // A person is told of parts that were not used.
    expect(ran.stderr + ran.stdout).not.toContain('was not used');
  });

  it('cannot tell, where the part of a changed project is missing', async () => {
    await forget(judge);
    await judge.git('switch', '--quiet', '--create', 'agent/edit', 'origin/main');
    await judge.commit('an ordinary edit', { 'libs/js-0/src/attachments.js': EDITED_JS });
    const { outcome, reasons } = JSON.parse(jsonOf(await verdict(judge)).stdout) as JsonVerdict;
    const told = reasons.map(({ kind, rule, message }) => ({ kind, rule, isOfJs0: message.includes('@acme/js-0') }));
    expect({ outcome, told }).toEqual({
      outcome: 'inconclusive',
      told: [{ kind: 'not-examined', rule: 'part-missing', isOfJs0: true }],
    });
  });
});

describe('when a person does what the page says', () => {
  it('locks, from the parts that two machines made, what pawl lock would lock', async () => {
    const lines = (await shellBlocks('docs/nx.md')).get('The first lock of a large repository') ?? [];
    const [parts = [], lock = []] = lines.map((line) => line.replace('npx nx ', '').split(' '));
    const alone = await unlocked('alone');
    mustSucceed(await alone.pawl(['lock']));
    const [one, other] = [await unlocked('one'), await unlocked('other')];
    for (const [index, machine] of [one, other].entries()) {
      const projects = mustSucceed(await machine.installed('pawl-nx-shard', [`${index + 1}/2`]));
      mustSucceed(await machine.nx([...parts, `--projects=${projects}`]));
    }
    await cp(join(other.dir, PARTS), join(one.dir, PARTS), { recursive: true });
    mustSucceed(await one.nx(lock));
    expect(await lockOf(one)).toEqual(await lockOf(alone));
  });

  it('shares the work, finds the templates in the package, and comes to a key for the run', async () => {
    const machine = await unlocked('reader');
    await machine.git('fetch', '--quiet', 'origin', '+refs/pawl/lock/*:refs/pawl/lock/*');
    const secret = { PAWL_RUN_SECRET: 'a secret of the organisation', GITHUB_RUN_ID: '7' };
    const headings = ['Machines that share the work', 'A cache that machines share', 'Nx Agents'];
    const page = await shellBlocks('docs/nx.md');
    const script = headings.map((heading) => (page.get(heading) ?? []).join('\n')).join('\n');
    const env = { ...machine.env, ...secret, NX_DAEMON: 'false', NX_TUI: 'false' };
    const ran = await run('sh', ['-eu', '-c', `${script}\necho "key $PAWL_RUN_KEY"\n`], { cwd: machine.dir, env });
    expect(mustSucceed(ran)).toMatch(/pawl: clean[^]*key [0-9a-f]{64}$/u);
    const copied = await machine.git('status', '--short', '--untracked-files=all');
    expect(copied.split('\n')).toEqual(['?? .github/workflows/pawl-shards.yml']);
    expect(await readdir(join(machine.dir, '.nx/workflows'))).toEqual(['agents.yaml', 'pawl-distribution.yaml']);
  });
});

/** A machine on the protected branch, on which nobody has locked. */
async function unlocked(name: string): Promise<NxWorkspace> {
  const machine = await workspace.clone(`unlocked-${name}`);
  await machine.git('switch', '--quiet', '-c', 'main', 'origin/main');
  await machine.git('update-ref', '-d', 'refs/pawl/lock/main');
  return machine;
}

/** All that a lock says, but when it was made and the number that a first one draws for the repository. */
async function lockOf(machine: NxWorkspace): Promise<object> {
  const { lockedAt, repository, ...lock } = JSON.parse(
    await machine.git('show', 'refs/pawl/lock/main:lock.json'),
  ) as Lock;
  expect({ lockedAt, repository }).toEqual({ lockedAt: expect.any(String), repository: expect.any(String) });
  return lock;
}

/** The share of one machine: what the others make lies elsewhere, in caches of their own. */
async function makeShare(index: number, count: number): Promise<void> {
  const machine = machines[index];
  if (machine === undefined) throw new Error(`there are ${machines.length} machines`);
  await forget(machine);
  const projects = mustSucceed(await machine.installed('pawl-nx-shard', [`${index + 1}/${count}`]));
  mustSucceed(await machine.nx(['run-many', '-t', 'security', '--batch', `--projects=${projects}`]));
  const made = await readdir(join(machine.dir, PARTS));
  expect(made).toHaveLength(projects.split(',').length);
  await cp(join(machine.dir, PARTS), join(judge.dir, PARTS), { recursive: true });
}

/** Parts, what Nx kept of them, and what Pawl found out before. */
async function forget({ root, dir }: NxWorkspace): Promise<void> {
  for (const folder of [join(dir, '.nx'), join(root, 'home/.cache')])
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

function verdict(workspace: NxWorkspace): Promise<Ran> {
  const args = ['security-verdict', '--exclude-task-dependencies', '--format=json', '--audience=human'];
  return workspace.nx(args);
}

/** What a task printed, out of all that Nx prints around it. */
function jsonOf({ stdout, stderr, status }: Ran): Ran {
  const json = /^\{$[\s\S]*?^\}$\n/mu.exec(stdout)?.[0];
  if (json === undefined) throw new Error(`no verdict: ${stdout}${stderr}`);
  return { stdout: json, stderr, status };
}

/** As many at once as a small machine has processors. */
async function inPairs(jobs: readonly (() => Promise<void>)[]): Promise<void> {
  for (let at = 0; at < jobs.length; at += 2) await Promise.all(jobs.slice(at, at + 2).map((job) => job()));
}
