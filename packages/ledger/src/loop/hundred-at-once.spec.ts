import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { bundle } from './bundle.fixture.ts';
import { loopScratch } from './loop.fixture.ts';
import { walkLoop } from './walk-loop.ts';

const run = promisify(execFile);
/** One round here; nightly, `PAWL_ROUNDS=5`. */
const ROUNDS = Number(process.env['PAWL_ROUNDS'] ?? 1);
const WRITERS = 100;

interface Told {
  readonly commit: string;
  readonly sequence: number;
  readonly milliseconds: number;
}

it(
  'A05 when a hundred processes in a hundred worktrees record at once, while git packs and collects › every entry is in one chain',
  { timeout: 120_000 * ROUNDS },
  async () => {
    const { root, dir, env, git, open } = loopScratch();
    git('commit', '--quiet', '--allow-empty', '-m', 'one');
    const worktrees = Array.from({ length: WRITERS }, (_, at) => join(root, `worktree-${at}`));
    for (const worktree of worktrees) git('worktree', 'add', '--quiet', '--detach', '--no-checkout', worktree);
    const script = await bundle('append-process.fixture.ts', root);
    const told: Told[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      let isOver = false;
      const housekeeping = keepHouse(dir, env, () => isOver);
      const writers = worktrees.map(async (cwd, at) => {
        const { stdout } = await run(process.execPath, [script, `round ${round} tree ${at}`], { cwd, env }).catch(
          (error: { stdout: string }) => error,
        );
        return JSON.parse(stdout) as Told;
      });
      const answers = await Promise.all(writers).finally(() => (isOver = true));
      told.push(...answers);
      const runs = await housekeeping;
      const slowest = Math.max(...answers.map(({ milliseconds }) => milliseconds));
      if (ROUNDS > 1) console.log(`round ${round}: slowest ${slowest} ms, ${runs} times packed and collected`);
    }
    const chain: string[] = [];
    for await (const { commit } of walkLoop(await open(), 'agent/x')) chain.push(commit);
    expect(chain).toHaveLength(ROUNDS * WRITERS);
    expect(told.sort((a, b) => a.sequence - b.sequence).map(({ commit }) => commit)).toEqual(chain);
    expect(Math.max(...told.map(({ milliseconds }) => milliseconds))).toBeLessThan(60_000);
    expect(git('fsck', '--strict', '--no-dangling')).toBe('');
  },
);

/** What git does on its own, and what lost entries when compare-and-swap was all there was. */
async function keepHouse(cwd: string, env: NodeJS.ProcessEnv, isOver: () => boolean): Promise<number> {
  let runs = 0;
  for (; !isOver(); runs += 1) {
    // It complains of refs that others hold just now, and leaves them.
    await run('git', ['pack-refs', '--all', '--prune'], { cwd, env }).catch(() => undefined);
    const often = ['-c', 'gc.auto=100', '-c', 'gc.autoDetach=false'];
    await run('git', [...often, 'gc', '--auto', '--quiet'], { cwd, env }).catch(() => undefined);
  }
  return runs;
}
