import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LoopError } from './loop-error.ts';
import { BEGINNING, type Phase } from './machine.ts';
import { commandsDigest, type Run } from './run-document.ts';
import { aloneIn, forgetRuns, runFiles, unfinishedRun } from './run-files.ts';

function gitFolder(): { readonly commonDir: string; readonly gitDir: string } {
  const gitDir = mkdtempSync(join(tmpdir(), 'pawl-loop-'));
  onTestFinished(() => rmSync(gitDir, { recursive: true, force: true }));
  return { commonDir: gitDir, gitDir };
}

function runOf(loop: string, gitDir: string, phase: Phase): Run {
  const commands = commandsDigest({ agent: 'a', test: 't' });
  const state = { ...BEGINNING, phase };
  return { schema: 'pawl/run@1', loop, gitDir, commands, state, tree: null, case: null, refs: {}, child: null };
}

async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'none';
  } catch (error) {
    if (error instanceof LoopError) return error.code;
    throw error;
  }
}

describe('when runs are written down', () => {
  it('the unfinished one of this work tree is found', async () => {
    const place = gitFolder();
    expect(await unfinishedRun(place)).toBeUndefined();
    const runs = [
      runOf('agent/a', place.gitDir, 'accepted'),
      runOf('agent/b', '/another/worktree', 'tests'),
      runOf('agent/c/ü', place.gitDir, 'stopped'),
    ];
    for (const run of runs) await runFiles(place, run.loop).save(run);
    expect(await unfinishedRun(place)).toEqual(runs[2]);
    await forgetRuns(place);
    expect(await unfinishedRun(place)).toBeUndefined();
    expect(await unfinishedRun({ ...place, gitDir: '/another/worktree' })).toEqual(runs[1]);
  });

  it('one that is damaged is never "none", and can be forgotten', async () => {
    const place = gitFolder();
    const run = runOf('agent/a', place.gitDir, 'tests');
    await runFiles(place, run.loop).save(run);
    await writeFile(join(place.gitDir, 'pawl/runs/agent%2Fa.json'), '{');
    expect(await codeOf(() => unfinishedRun(place))).toBe('damaged-run');
    await forgetRuns(place);
    expect(await unfinishedRun(place)).toBeUndefined();
  });
});

describe('when a loop works in a work tree', () => {
  it('nobody else does, until it is over, however it ends', async () => {
    const place = gitFolder();
    expect(await codeOf(() => aloneIn(place, () => aloneIn(place, () => Promise.resolve())))).toBe('already-running');
    await expect(aloneIn(place, () => Promise.reject(new RangeError('lost')))).rejects.toThrow(RangeError);
    expect(await aloneIn(place, () => Promise.resolve(7))).toBe(7);
  });

  it('one that was killed is not in the way', async () => {
    const place = gitFolder();
    await aloneIn(place, async () => {
      const file = join(place.gitDir, 'pawl/loop-runs');
      const holder = JSON.parse(await readFile(file, 'utf8')) as object;
      // The same process id, but another process: it was started at another time.
      await writeFile(file, JSON.stringify({ ...holder, started: '1' }));
      expect(await codeOf(() => aloneIn(place, () => Promise.resolve()))).toBe('none');
    });
  });
});
