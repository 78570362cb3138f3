import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openRepository } from '@pawl/git';
import { describe, expect, it } from 'vitest';
import { appendCheckpoint } from './append-checkpoint.ts';
import { bundle } from './bundle.fixture.ts';
import { draftOf, loopScratch, NOTHING } from './loop.fixture.ts';
import { walkLoop } from './walk-loop.ts';

/** Nightly, every error of the system; here, one that files give and one that processes give in another way. */
const ERRORS = process.env['PAWL_NIGHTLY'] ? ['ENOSPC', 'EACCES', 'EROFS', 'EIO', 'EMFILE'] : ['ENOSPC', 'EMFILE'];

/** A repository with one entry, and a process that records a second one with a fault at its nth operation. */
async function setUp() {
  const { root, dir: start, env, git } = loopScratch();
  git('commit', '--quiet', '--allow-empty', '-m', 'one');
  const first = await appendCheckpoint(await openRepository(start, { env }), draftOf('one'), NOTHING);
  const [script, preload] = [await bundle('append-process.fixture.ts', root), await bundle('faults.fixture.ts', root)];
  const [dir, journal] = [join(root, 'copy'), join(root, 'journal')];
  const attempt = (fault: string, at: number) => {
    rmSync(dir, { recursive: true, force: true });
    rmSync(journal, { force: true });
    cpSync(start, dir, { recursive: true });
    const { status, stdout } = spawnSync(process.execPath, ['--import', preload, script, 'two'], {
      cwd: dir,
      env: { ...env, FAULT: fault, FAULT_AT: String(at), FAULT_JOURNAL: journal },
      encoding: 'utf8',
    });
    const told =
      stdout === '' ? undefined : (JSON.parse(stdout) as { commit?: string; code?: string; isCoded?: boolean });
    const operation = readFileSync(journal, 'utf8').split('\n', 1).join('');
    return { status, told, operation };
  };
  const chain = async (): Promise<readonly string[]> => {
    const commits: string[] = [];
    for await (const { commit } of walkLoop(await openRepository(dir, { env }), 'agent/x')) commits.push(commit);
    return commits;
  };
  const again = async () => appendCheckpoint(await openRepository(dir, { env }), draftOf('two'), NOTHING);
  const fsck = () => execFileSync('git', ['fsck', '--strict', '--no-dangling'], { cwd: dir, env }).toString();
  return { first: first.commit, attempt, chain, again, fsck };
}

describe('A06 when recording a judgement goes wrong at any of its operations', () => {
  it.each(['kill', 'kill-after', ...ERRORS])(
    '%s › the chain is the old one or the new one, and the next attempt gives the same entry',
    { timeout: 300_000 },
    async (fault) => {
      const { first, attempt, chain, again, fsck } = await setUp();
      const second = (await (attempt('none', 0), again())).commit;
      const operations: string[] = [];
      for (let at = 1; ; at += 1) {
        const { status, told, operation } = attempt(fault, at);
        if (operation === `${at - 1} operations`) break;
        operations.push(operation.split(' ', 1).join(''));
        const before = await chain();
        expect([[first], [first, second]], operation).toContainEqual(before);
        if (fault.startsWith('kill')) expect(status, operation).toBeNull();
        else if (status === 0) expect([told?.commit, before], operation).toEqual([second, [first, second]]);
        else expect(told, operation).toMatchObject({ isCoded: true });
        expect((await again()).commit, operation).toBe(second);
        expect(await chain(), operation).toEqual([first, second]);
        expect(fsck(), operation).toBe('');
      }
      // What is counted is what there is: taking the lock, asking git and moving the ref, letting go.
      expect(operations).toEqual(expect.arrayContaining(['mkdir', 'writeFile', 'link', 'unlink', 'spawn']));
      expect(operations.filter((name) => name === 'spawn')).toHaveLength(3);
    },
  );
});
