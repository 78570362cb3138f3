import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockedByPawl } from './support/attacks/pawl-gate.ts';
import { type Scene, stage } from './support/attacks/scene.ts';
import { type NaiveKeeper, naiveKeeper } from './support/naive-keeper.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { EDITED_JS, EVAL_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn } from './support/stopped.ts';
import type { Files } from './support/temporary-repository.ts';
import { PAWL } from './support/workspace.ts';

const atTheEnd = removedAfterAll();
let start: () => Promise<Scene>;
let scene: Scene;
let naive: NaiveKeeper;
beforeAll(async () => {
  start = await stage(lockedByPawl, atTheEnd);
});
beforeEach(async () => {
  scene = await start();
  naive = await naiveKeeper(scene.root, scene.env);
});

const LOST = "-  if (!file.startsWith(root + path.sep)) throw new Error('outside');\n";
const SLIP: Files = { 'app.js': UNGUARDED_JS };

const ask = (head: string, loop: string, more: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
  scene.pawl(['check', '--head', head, '--loop', loop, '--tier', 'fast', ...more], { env });

const entries = async (loop: string): Promise<number> =>
  Number(await scene.git('rev-list', '--count', `refs/pawl/loop/${encodeURIComponent(loop)}`));

const lines = async (file: string): Promise<readonly string[]> =>
  (await readFile(file, 'utf8')).split('\n').filter(Boolean);

const times = <T>(count: number, each: (at: number) => Promise<T>): Promise<readonly T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => each(at)));

describe('A05 when many judge at once', () => {
  const MANY = 10;

  it('all are in one chain', async () => {
    const heads: string[] = [];
    for (let at = 0; at < MANY; at += 1) heads.push(await scene.store({ 'notes.md': `${at}\n` }));
    const answers = await times(MANY, (at) => ask(heads[at] ?? '', 'agent/race'));
    expect(answers.map(({ status }) => status)).toEqual(heads.map(() => 0));
    expect(await entries('agent/race')).toBe(MANY);
    mustSucceed(await scene.pawl(['verify', '--no-recompute']));
  });

  it('a log as people write it has lost some', async () => {
    await times(MANY, () => naive.ask('agent/race', ''));
    expect((await lines(naive.log)).length).toBeLessThan(MANY);
  });
});

describe('A06 when one that judges is killed', () => {
  it('the next one judges, and the chain is whole', async () => {
    const slip = await scene.store(SLIP);
    for (const milliseconds of [60, 120, 180, 240, 300, 360]) await killedAfter(milliseconds, slip);
    const { status, stdout } = await ask(slip, 'agent/x');
    expect(status).toBe(1);
    caseNumberIn(stdout);
    mustSucceed(await scene.pawl(['verify', '--no-recompute']));
  });

  it('a gate as people write it is held by the lock of the dead, and judges nothing', async () => {
    expect((await naive.ask('agent/x', LOST)).status).toBe(1);
    await naive.ask('agent/y', LOST, { DIES: '1' });
    expect(await naive.ask('agent/y', LOST)).toMatchObject({ status: 0, stdout: 'busy, not judged\n' });
  });
});

async function killedAfter(milliseconds: number, head: string): Promise<void> {
  const args = [PAWL, 'check', '--head', head, '--loop', 'agent/x', '--tier', 'fast'];
  const child = spawn(process.execPath, args, { cwd: scene.dir, env: scene.env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await ended;
}

describe('A07 when an agent raises one alarm after the other', () => {
  it('the loop stays stopped by the first, and there is one case to read', async () => {
    const first = caseNumberIn((await ask(await scene.store(SLIP), 'agent/x')).stdout);
    for (let at = 0; at < 5; at += 1) {
      const other = await scene.store({ [`calculate${at}.js`]: EVAL_JS });
      expect(caseNumberIn((await ask(other, 'agent/x')).stdout)).toBe(first);
    }
    expect(await readdir(join(scene.dir, '.git/pawl/cases'))).toEqual([`${first}.json`]);
  });

  it('a gate as people write it alarms for each', async () => {
    for (let at = 0; at < 5; at += 1) await naive.ask(`agent/${at}`, `${LOST}+eval(x${at})\n`);
    expect(await lines(naive.alarms)).toHaveLength(5);
  });
});

describe('A08 when the clock is moved', () => {
  /** Node reads its clock through this, in a program of its own. */
  const at = async (offsetDays: number): Promise<NodeJS.ProcessEnv> => {
    const file = join(scene.root, 'beside/clock.cjs');
    const text = `const Real = Date, by = ${offsetDays} * 86400000;
globalThis.Date = class extends Real {
  constructor(...given) { if (given.length > 0) super(...given); else super(Real.now() + by); }
  static now() { return Real.now() + by; }
};\n`;
    await writeFile(file, text);
    return { NODE_OPTIONS: `--require=${file}` };
  };

  it('back before the lock was made: it could not tell, and says what to do', async () => {
    const { status, stdout, stderr } = await ask(await scene.store({}), 'agent/x', [], await at(-2));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('set the clock');
  });

  it('forward by ten years: the verdict is the same', async () => {
    const slip = await scene.store(SLIP);
    const then = await ask(slip, 'agent/x', [], await at(3650));
    expect([then.status, (await ask(slip, 'agent/y')).stdout]).toEqual([1, then.stdout]);
  });

  it('back between two judgements: the order of the chain counts, and the stop holds', async () => {
    const stopped = await ask(await scene.store(SLIP), 'agent/x', [], await at(30));
    const later = await ask(await scene.store({}), 'agent/x');
    expect([later.status, later.stdout]).toEqual([1, stopped.stdout]);
    mustSucceed(await scene.pawl(['verify', '--no-recompute']));
  });

  it('a gate as people write it accepts again what was accepted until yesterday', async () => {
    const until = { ACCEPTED_UNTIL: String(Date.now() - 86_400_000) };
    expect((await naive.ask('agent/x', LOST, { ...until, ...(await at(-2)) })).status).toBe(0);
    expect((await naive.ask('agent/x', LOST, until)).status).toBe(1);
  });
});

describe('A09 when a stopped agent goes on elsewhere', () => {
  it('its work is stopped under another name, and its identity everywhere', async () => {
    const slip = await scene.store(SLIP);
    const first = await ask(slip, 'agent/x', ['--identity', 'robot']);
    const mended = await scene.store({ 'app.js': EDITED_JS }, { parents: [slip] });
    expect(await ask(mended, 'agent/other')).toMatchObject({ status: 1, stdout: first.stdout });
    expect(await ask('main', 'agent/third', ['--identity', 'robot'])).toMatchObject({
      status: 1,
      stdout: first.stdout,
    });
    expect(await ask('main', 'agent/fourth', ['--identity', 'another'])).toMatchObject({ status: 0 });
  });

  it('a gate as people write it has only the name', async () => {
    expect((await naive.ask('agent/x', LOST)).status).toBe(1);
    expect((await naive.ask('agent/x', '')).status).toBe(1);
    expect((await naive.ask('agent/other', '')).status).toBe(0);
  });
});

describe('A10 when an agent asks to learn', () => {
  const SLIPS: readonly Files[] = [
    SLIP,
    { 'calculate.js': EVAL_JS },
    { '.githooks/pre-commit': '#!/bin/sh\nexit 0\n' },
    { 'app.js': `/* eslint-disable */\n${GUARDED_JS}` },
  ];

  it.each(['text', 'json', 'sarif'])('every stop says the same, but for the number (%s)', async (format) => {
    const said = new Set<string>();
    for (const [at, slip] of SLIPS.entries()) {
      const { status, stdout, stderr } = await ask(await scene.store(slip), `agent/${at}`, ['--format', format]);
      expect(status).toBe(1);
      const anonymous = stdout.replace(/\b[0-9a-f]{8}\b/gu, 'NUMBER').replace(/\b[0-9a-f]{40}\b/gu, 'ID');
      said.add(`${anonymous}${stderr}`);
    }
    expect([...said]).toHaveLength(1);
  });

  it('a gate as people write it names the rule and the line', async () => {
    expect((await naive.ask('agent/x', LOST)).stdout).toContain('rule lost-line at 1:');
    expect((await naive.ask('agent/y', `\n+eval(x)\n`)).stdout).toContain('at 2:');
  });
});

it('nothing of a test is left in the repository that all start from', async () => {
  expect(existsSync(join(scene.dir, '.git/pawl/cases'))).toBe(false);
});
