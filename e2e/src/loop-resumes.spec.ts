import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { converse } from './support/converse.ts';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { forgetRuns, loopArgs, loopOf, runIn, TESTS_JS } from './support/loops.ts';
import { type Played, scriptedAgent } from './support/scripted-agent.ts';
import { GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import type { TestRepository } from './support/temporary-repository.ts';
import { needsTerminal } from './support/terminal.ts';
import { PAWL } from './support/workspace.ts';

const FILES = {
  'package.json': '{ "type": "module" }\n',
  'test.mjs': TESTS_JS,
  'src/sum.js': 'export const sum = (a, b) => a - b;\n',
  'src/attachments.js': GUARDED_JS,
};
const GREEN: Played = { files: { 'src/sum.js': 'export const sum = (a, b) => a + b;\n' } };

const shared = sharedLockedRepository(FILES);
beforeEach(() => forgetRuns(shared()));

function start({ dir, env }: TestRepository, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [PAWL, ...args], { cwd: dir, env, stdio: 'ignore' });
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await isSo().catch(() => false)) return;
    await delay(50);
  }
  throw new Error(`never seen: ${what}`);
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', (status) => resolve(status));
  });
}

/** One that nobody has collected yet has ended all the same. */
function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX] /u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function checkpoints({ git }: TestRepository): Promise<number> {
  const log = await git('log', '--format=%s', '--grep=^Checkpoint', 'refs/pawl/loop/agent%2Floop').catch(() => '');
  return log.split('\n').filter(Boolean).length;
}

describe('when a loop is killed', () => {
  it.each(['agent', 'tests', 'judge'] as const)(
    'in the phase %s, it goes on where it was and locks nothing',
    async (phase) => {
      const repository = shared();
      const gate = join(repository.root, 'gate');
      await writeFile(gate, '');
      // Waits as long as the gate is shut; in the phase that is meant and no other.
      const wait = (at: string): string => (at === phase ? `while [ -e '${gate}' ]; do sleep 0.05; done` : 'true');
      const agent = await scriptedAgent(repository, [{}, { ...GREEN, run: wait('agent') }]);
      const test = `node test.mjs || exit 1; ${wait('tests')}`;
      const args = ['loop', '--agent', agent.command, '--test', test];
      const lock = await repository.git('rev-parse', 'refs/pawl/lock/main');
      const child = start(repository, args);
      await until(phase, async () => {
        const { state, child: running } = await runIn(repository);
        if (state.iteration !== 2 || state.phase !== phase) return false;
        if (phase === 'agent') return (await agent.runs()).length === 2 && running !== null;
        return phase === 'judge' || running !== null;
      });
      child.kill('SIGKILL');
      await ended(child);
      const { child: left, state } = await runIn(repository);
      if (phase !== 'judge') expect(isAlive(left?.pid ?? 0)).toBe(true);

      // The gate is opened only now: what was left running would otherwise end by itself.
      const again = start(repository, args);
      if (left !== null) await until('the end of what was left', () => Promise.resolve(!isAlive(left.pid)));
      await rm(gate);
      expect([state.iteration, await ended(again)]).toEqual([2, 0]);
      expect(await repository.git('rev-parse', 'refs/pawl/lock/main')).toBe(lock);
      expect(await checkpoints(repository)).toBe(1);
      expect(await agent.runs()).toEqual(phase === 'agent' ? [1, 2, 2] : [1, 2]);
      expect(await repository.git('log', '--format=%s', 'main..agent/loop')).toBe(
        'Work of the loop, accepted at iteration 2',
      );
    },
  );

  it('by Ctrl-C, it ends what it runs, says how to go on, and can', async () => {
    const repository = shared();
    const agent = await scriptedAgent(repository, [
      { ...GREEN, run: '[ -e ../again ] || { touch ../again; sleep 60; }' },
    ]);
    const child = start(repository, loopArgs(agent));
    await until('the agent', async () => (await agent.runs()).length === 1 && (await runIn(repository)).child !== null);
    const running = (await runIn(repository)).child?.pid ?? 0;
    child.kill('SIGINT');
    expect([await ended(child), isAlive(running)]).toEqual([2, false]);
    expect((await loopOf(repository, agent)).ran.status).toBe(0);
  });
});

describe('when a loop works', () => {
  it('a second one in the same work tree is refused', async () => {
    const repository = shared();
    const agent = await scriptedAgent(repository, [{ ...GREEN, run: 'while [ ! -e ../go ]; do sleep 0.05; done' }]);
    const child = start(repository, loopArgs(agent));
    await until('the agent', async () => (await agent.runs()).length === 1);
    const second = await repository.pawl(loopArgs(agent));
    expect([second.status, second.stderr]).toEqual([2, expect.stringContaining('another loop works here')]);
    await writeFile(join(repository.root, 'go'), '');
    expect(await ended(child)).toBe(0);
  });
});

describe('when a loop was stopped', () => {
  const slip: Played = { files: { ...GREEN.files, 'src/attachments.js': UNGUARDED_JS } };
  const undone: Played = { files: { 'src/attachments.js': GUARDED_JS } };

  it('neither the same command, nor --resume, nor --new lets it go on', async () => {
    const repository = shared();
    const agent = await scriptedAgent(repository, [slip, undone]);
    const { number } = await loopOf(repository, agent);
    for (const more of [[], ['--resume']]) {
      const again = await loopOf(repository, agent, ...more);
      expect([again.ran.status, again.number], again.ran.stdout + again.ran.stderr).toEqual([1, number]);
    }
    await repository.git('stash', '--quiet', '--include-untracked');
    const anew = await loopOf(repository, agent, '--new');
    expect([anew.ran.status, anew.number], anew.ran.stdout + anew.ran.stderr).toEqual([1, number]);
    expect(await agent.runs()).toEqual([1]);
  });

  describe('and a person released it', () => {
    needsTerminal();

    it('the same command goes on with the next iteration, and tells the agent nothing', async () => {
      const repository = shared();
      const agent = await scriptedAgent(repository, [slip, undone]);
      const { number } = await loopOf(repository, agent);
      const desk = join(repository.root, `desk of ${number}`);
      await repository.git('worktree', 'add', '--quiet', '--force', '--detach', desk, 'main');
      const command = `node ${PAWL} release ${number} --reason "undone by hand"`;
      const released = await converse({ ...repository, dir: desk }, command, [['to confirm', number]]);
      await repository.git('worktree', 'remove', '--force', desk);
      expect(released.status, released.stdout).toBe(0);
      const { ran } = await loopOf(repository, agent);
      expect([ran.status, await agent.runs()], ran.stdout + ran.stderr).toEqual([0, [1, 2]]);
      const { input, feedback } = await agent.seen(2);
      expect([input, feedback]).toEqual(['', '']);
      expect(await readFile(join(repository.dir, 'src/attachments.js'), 'utf8')).toBe(GUARDED_JS);
    });
  });
});
