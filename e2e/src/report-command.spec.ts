import { chmod, cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { programsOf } from './support/clean-env.ts';
import { converse } from './support/converse.ts';
import { lockedRepository } from './support/locked-repository.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn } from './support/stopped.ts';
import { NO_HOOKS, repositoryAt, temporaryRepository, type TestRepository } from './support/temporary-repository.ts';
import { atTerminal, needsTerminal } from './support/terminal.ts';
import { PAWL, WORKSPACE } from './support/workspace.ts';

const LOOP = 'agent/notes';
const LOOP_REF = 'refs/pawl/loop/agent%2Fnotes';
const EVAL_JS = 'export const calculate = (text) => eval(text);\n';

interface Data {
  readonly audience: string;
  readonly repository: string;
  readonly branch: string | null;
  readonly target: string | null;
  readonly lock: {
    readonly sequence: number;
    readonly decision: string;
    readonly baseline: { readonly defences: number };
  };
  readonly loop: { readonly name: string; readonly state: string } | null;
  readonly checkpoints: readonly {
    readonly outcome: string;
    readonly notMeasured: string | null;
    readonly measures: {
      readonly weightedTotal: number;
      readonly introduced: number;
      readonly defences: { readonly kept: number; readonly lost: number };
    } | null;
  }[];
  readonly cases: readonly {
    readonly id: string;
    readonly state: string;
    readonly why: string | null;
    readonly reasons: readonly {
      readonly rule: string;
      readonly waivedUntil: string | null;
      readonly excerpt: { readonly lines: readonly { readonly mark: string; readonly text: string }[] };
    }[];
  }[];
  readonly waivers: readonly { readonly reason: string; readonly daysLeft: number }[] | null;
  readonly ledger: { readonly state: string; readonly faults: readonly { readonly message: string }[] };
  readonly missing: readonly string[];
}

const atTheEnd = removedAfterAll();
let agent: TestRepository;
/** The same repository in a folder of a person's own. */
let person: TestRepository;
let number: string;

/** Two good commits, a stop, a person who waives it and lets the loop go on, the same commit again, and one more that brings a finding. */
beforeAll(async () => {
  agent = await lockedRepository(undefined, atTheEnd);
  await agent.git('switch', '--quiet', '--create', LOOP);
  const commit = async (path: string, text: string): Promise<Ran> => {
    await agent.stage({ [path]: text });
    return agent.tryGit(['commit', '--quiet', '-m', 'x']);
  };
  for (const value of [1, 2]) mustSucceed(await commit('more.js', `export const more = ${value};\n`));
  number = caseNumberIn((await commit('app.js', UNGUARDED_JS)).stderr);
  await agent.git('worktree', 'add', '--quiet', '../person', 'main');
  person = repositoryAt(agent.root, join(agent.root, 'person'));
  await decide(`waive ${number} 1 --reason "the caller checks the path" --days 14`);
  await decide(`release ${number} --reason "the rest is as it was"`);
  mustSucceed(await commit('app.js', UNGUARDED_JS));
});

async function decide(words: string): Promise<void> {
  mustSucceed(await converse(person, `"${process.execPath}" "${PAWL}" ${words}`, [['to confirm', number]]));
}

const asPerson = (repository: TestRepository, words: string, env = {}): Promise<Ran> =>
  atTerminal(repository, `"${process.execPath}" "${PAWL}" report ${words}`, { env });

async function dataOf(
  repository: TestRepository,
  words = `--loop ${LOOP}`,
): Promise<{ status: number | null; data: Data }> {
  const { status, stdout } = await asPerson(repository, `${words} --quiet --format json`);
  return { status, data: JSON.parse(stdout) as Data };
}

describe('when a person reports on a loop that was stopped, waived and released', () => {
  needsTerminal();

  it('each checkpoint is there with what was measured', async () => {
    const { status, data } = await dataOf(person);
    expect(status).toBe(0);
    expect(data.missing).toEqual([]);
    expect(data).toMatchObject({
      audience: 'human',
      repository: 'repository',
      branch: 'main',
      target: 'main',
      loop: { name: LOOP, state: 'goes-on' },
    });
    expect(data.checkpoints.map(({ outcome }) => outcome)).toEqual(['clean', 'clean', 'stopped', 'clean']);
    expect(data.checkpoints.map(({ measures }) => measures?.defences)).toEqual([
      expect.objectContaining({ kept: 1, lost: 0 }),
      expect.objectContaining({ kept: 1, lost: 0 }),
      expect.objectContaining({ kept: 0, lost: 1 }),
      expect.objectContaining({ kept: 0, lost: 1 }),
    ]);
    expect(data.lock).toMatchObject({ sequence: 3, decision: 'release', baseline: { defences: 1 } });
  });

  it('the case is there with the code, before and after, and what was decided', async () => {
    const { data } = await dataOf(person);
    expect(data.cases).toMatchObject([{ id: number, state: 'released', why: 'the rest is as it was' }]);
    const [reason] = data.cases[0]?.reasons ?? [];
    expect(reason?.rule).toBe('lost-guard');
    expect(reason?.waivedUntil).toMatch(/^\d{4}-/u);
    expect(reason?.excerpt.lines).toContainEqual(
      expect.objectContaining({
        mark: '-',
        text: "  if (!file.startsWith(root + path.sep)) throw new Error('outside');",
      }),
    );
    expect(data.waivers).toMatchObject([{ reason: 'the caller checks the path', daysLeft: 13 }]);
  });

  it('a finding that no tier has seen yet is on the line all the same', async () => {
    const [before, after] = [
      await agent.git('rev-parse', 'HEAD'),
      await agent.commit('more', { 'calculate.js': EVAL_JS }),
    ];
    await agent.pawl(['check', '--tier', 'fast', '--head', after, '--loop', 'agent/other']);
    await agent.git(...NO_HOOKS, 'reset', '--quiet', '--hard', before);
    const { data } = await dataOf(person, '--loop agent/other');
    const [only] = data.checkpoints;
    expect(only?.measures?.introduced).toBeGreaterThan(0);
    expect(only?.measures?.weightedTotal).toBeGreaterThan(0);
  });

  it('what people brought to the protected branch is there, and no loop is charged with it', async () => {
    const was = await person.git('rev-parse', 'main');
    const moved = await person.commit('by a person', { 'calculate.js': EVAL_JS });
    const work = await person.git('commit-tree', '-p', moved, '-m', 'x', `${moved}^{tree}`);
    await agent.pawl(['check', '--tier', 'fast', '--head', work, '--loop', 'agent/moved']);
    await person.git(...NO_HOOKS, 'reset', '--quiet', '--hard', was);
    const { data } = await dataOf(person, '--loop agent/moved');
    expect(data.checkpoints.map(({ measures }) => measures?.introduced)).toEqual([0]);
    expect(data.checkpoints[0]?.measures?.weightedTotal).toBeGreaterThan(0);
  });

  it('the data is as its schema says', async () => {
    const file = join(WORKSPACE, 'packages/cli/schema/report.schema.json');
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
      JSON.parse(await readFile(file, 'utf8')) as AnySchema,
    );
    validate((await dataOf(person)).data);
    expect(validate.errors).toBeNull();
  });

  it('the page lies in the git folder, where git tracks nothing and nobody else reads it', async () => {
    const { status, stdout } = await asPerson(person, `--loop ${LOOP}`);
    expect([status, stdout]).toEqual([0, expect.stringContaining(`goes on  ${LOOP}`)]);
    const file = join(agent.dir, '.git/pawl/report.html');
    expect(stdout).toContain(file);
    const page = await readFile(file, 'utf8');
    expect(page).toContain(number);
    expect(page).toContain('lost-guard');
    expect(page).not.toContain('<script');
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await person.git('status', '--porcelain')).toBe('');
  });

  it('a file that is no report is not written over', async () => {
    await person.write({ 'README.md': 'mine\n' });
    const { status, stdout } = await asPerson(person, '--out README.md');
    expect([status, stdout]).toEqual([2, expect.stringContaining('is no report of Pawl')]);
    expect(await person.read('README.md')).toBe('mine\n');
  });

  it('the page is shown on request', async () => {
    const opener = join(programsOf(agent.root), 'xdg-open');
    await mkdir(programsOf(agent.root), { recursive: true });
    await writeFile(opener, '#!/bin/sh\nprintf %s "$1" > "$HOME/opened"\n');
    await chmod(opener, 0o755);
    const { status } = await asPerson(person, '--open --out ../shown.html');
    expect(status).toBe(0);
    await expect
      .poll(() => readFile(join(agent.root, 'home/opened'), 'utf8').catch(() => ''))
      .toBe(`file://${agent.root}/shown.html`);
  });

  it('a loop that nobody judged is refused', async () => {
    const { status, stdout } = await asPerson(person, '--loop agent/none');
    expect([status, stdout]).toEqual([2, expect.stringContaining('nothing was judged under the name "agent/none"')]);
  });

  it('what is not measured says why', async () => {
    const { data } = await dataOf(person, `--loop ${LOOP} --measure 1`);
    expect(data.checkpoints.filter(({ measures }) => measures !== null)).not.toEqual([]);
    expect(data.checkpoints[0]?.notMeasured).toContain('--measure');
    expect(data.missing).toEqual([expect.stringMatching(/^the measures of \d of 4 checkpoints: /u)]);
  });
});

describe('when an agent reports', () => {
  needsTerminal();
  const TOLD = /app\.js|startsWith|lost|guard|invariants|high|caller checks|defence/u;
  const bodyOf = (page: string): string => page.replace(/<style>.*?<\/style>/su, '');

  it('its page says how the loop stands, whatever it asks for', async () => {
    for (const flags of [[], ['--audience', 'human'], ['--verify']]) {
      const { status, stdout } = await agent.pawl(['report', '--loop', LOOP, ...flags]);
      expect(status).toBe(0);
      expect(stdout).toContain('The loop goes on.');
      expect(bodyOf(stdout)).not.toMatch(TOLD);
    }
  });

  it('so does the data, at a terminal too', async () => {
    const { stdout } = await asPerson(person, `--loop ${LOOP} --format json --audience human`, { CLAUDECODE: '1' });
    expect(JSON.parse(stdout)).toMatchObject({ audience: 'agent', state: 'goes-on', cases: [] });
    expect(stdout).not.toMatch(TOLD);
  });

  it('a person may have that page, for where an agent can read it', async () => {
    expect((await asPerson(person, `--redacted --loop ${LOOP} --out ../redacted.html`)).status).toBe(0);
    const page = await readFile(join(agent.root, 'redacted.html'), 'utf8');
    expect(page).toContain('The loop goes on.');
    expect(bodyOf(page)).not.toMatch(TOLD);
  });
});

describe('when there is nothing to report on', () => {
  needsTerminal();

  it('a page says that nothing is locked', async () => {
    const empty = await temporaryRepository({ 'app.js': GUARDED_JS });
    const { status, data } = await dataOf(empty, '');
    expect([status, data.lock, data.loop, data.checkpoints]).toEqual([0, null, null, []]);
    expect((await asPerson(empty, '')).stdout).toContain('nothing is locked yet');
  });

  it('so does one of a repository without a commit', async () => {
    const unborn = await temporaryRepository();
    expect((await dataOf(unborn, '')).data).toMatchObject({ branch: 'main', lock: null, missing: [] });
  });
});

describe('when the repository is bare', () => {
  needsTerminal();

  it('what is there is measured, and what is not says so', async () => {
    const bare = join(agent.root, 'bare.git');
    await agent.git('clone', '--quiet', '--bare', '.', bare);
    // Whoever is on a branch of an agent counts as one.
    await agent.git('-C', bare, 'symbolic-ref', 'HEAD', 'refs/heads/main');
    await agent.git('push', '--quiet', '--no-verify', bare, 'refs/pawl/*:refs/pawl/*');
    const { data } = await dataOf(person, `--repo ${bare} --loop ${LOOP}`);
    expect(data.checkpoints.map(({ measures }) => measures !== null)).toEqual([true, true, true, true]);
    expect(data.cases).toMatchObject([{ id: number, state: 'released' }]);
  });
});

describe('when the chain of the loop was tampered with', () => {
  needsTerminal();
  let copy: TestRepository;

  async function damaged(name: string, to: (repository: TestRepository) => Promise<string>): Promise<TestRepository> {
    const dir = join(agent.root, name);
    await cp(agent.dir, dir, { recursive: true });
    copy = repositoryAt(agent.root, dir);
    await copy.git(...NO_HOOKS, 'switch', '--quiet', '--detach');
    await copy.git(...NO_HOOKS, 'update-ref', LOOP_REF, await to(copy));
    return copy;
  }

  it('a page is made, shows what cannot be read, and says so', async () => {
    const broken = await damaged('broken', async ({ git }) => {
      const tree = await git('rev-parse', 'HEAD^{tree}');
      return git('commit-tree', '-p', LOOP_REF, '-m', 'x', tree);
    });
    const { status, data } = await dataOf(broken);
    expect(status).toBe(2);
    expect(data.ledger.state).toBe('faults');
    expect(data.ledger.faults.map(({ message }) => message).join()).toContain(LOOP_REF);
    expect(data.loop).toMatchObject({ name: LOOP, state: 'could-not-tell' });
    expect(data.missing.join()).toContain('whether the loop "agent/notes" is stopped');
    const told = await asPerson(broken, `--loop ${LOOP}`);
    expect([told.status, told.stdout]).toEqual([2, expect.stringContaining('could not tell')]);
    expect(await readFile(join(broken.dir, '.git/pawl/report.html'), 'utf8')).toContain('agent/notes');
  });

  it('an agent is told that nobody can tell, and not that it may go on', async () => {
    const { status, stdout } = await copy.pawl(['report', '--loop', LOOP, '--format', 'json']);
    expect([status, JSON.parse(stdout)]).toEqual([
      2,
      expect.objectContaining({ audience: 'agent', state: 'could-not-tell' }),
    ]);
  });

  it('a chain that was longer here does not say that the loop goes on', async () => {
    const tip = await agent.git('rev-parse', LOOP_REF);
    try {
      await agent.git(...NO_HOOKS, 'update-ref', LOOP_REF, `${LOOP_REF}~3`);
      const { status, data } = await dataOf(person);
      expect([status, data.loop?.state, data.checkpoints.length]).toEqual([2, 'could-not-tell', 1]);
      await agent.git(...NO_HOOKS, 'update-ref', '-d', LOOP_REF);
      expect((await asPerson(person, '')).stdout).toContain('it does not hold');
    } finally {
      await agent.git(...NO_HOOKS, 'update-ref', LOOP_REF, tip);
    }
  });
});
