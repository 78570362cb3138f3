import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openRepository } from '@pawl/git';
import { describe, expect, it } from 'vitest';
import { openTrust } from '../trust.ts';
import { trustedLock } from '../trusted-lock.ts';
import { bundle } from './bundle.fixture.ts';
import { loopScratch } from './loop.fixture.ts';

const ERRORS = process.env['PAWL_NIGHTLY'] ? ['ENOSPC', 'EACCES', 'EROFS', 'EIO', 'EMFILE'] : ['ENOSPC', 'EMFILE'];

/** A repository with one lock, and a process that locks again with a fault at its nth operation. */
async function setUp() {
  const { root, dir: start, env: original, git } = loopScratch();
  git('commit', '--quiet', '--allow-empty', '-m', 'one');
  const [script, preload] = [await bundle('lock-process.fixture.ts', root), await bundle('faults.fixture.ts', root)];
  const [dir, journal, state] = ['copy', 'journal', 'state'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  const env = { ...original, XDG_STATE_HOME: state };
  const run = (fault: string, at: number) =>
    spawnSync(process.execPath, ['--import', preload, script], {
      cwd: dir,
      env: { ...env, FAULT: fault, FAULT_AT: String(at), FAULT_JOURNAL: journal },
      encoding: 'utf8',
    });
  // What the memory knows a repository by is where it lies, so the first lock is made where the copies will be.
  cpSync(start, dir, { recursive: true });
  const first = JSON.parse(run('none', 0).stdout) as { readonly commit: string };
  const kept = ['kept', 'kept-state'].map((name) => join(root, name)) as [string, string];
  cpSync(dir, kept[0], { recursive: true });
  cpSync(state, kept[1], { recursive: true });
  const attempt = (fault: string, at: number) => {
    for (const path of [dir, state, journal]) rmSync(path, { recursive: true, force: true });
    cpSync(kept[0], dir, { recursive: true });
    cpSync(kept[1], state, { recursive: true });
    const { status, stdout } = run(fault, at);
    const told = stdout === '' ? undefined : (JSON.parse(stdout) as { commit?: string; isCoded?: boolean });
    return { status, told, operation: readFileSync(journal, 'utf8').split('\n', 1).join('') };
  };
  const locked = async () => {
    const store = await openRepository(dir, { env });
    const trust = openTrust(store, { env, now: () => new Date('2026-03-04T05:06:07.000Z') });
    return trustedLock({ store, trust, target: 'main', branch: Promise.resolve('main') });
  };
  const again = () => JSON.parse(run('none', 0).stdout) as { readonly sequence?: number };
  const fsck = () => execFileSync('git', ['fsck', '--strict', '--no-dangling'], { cwd: dir, env }).toString();
  return { first: first.commit, attempt, locked, again, fsck };
}

describe('A06 when locking goes wrong at any of its operations', () => {
  it.each(['kill', 'kill-after', ...ERRORS])(
    '%s › the lock is the old one or the new one, and a person can lock again',
    { timeout: 300_000 },
    async (fault) => {
      const { first, attempt, locked, again, fsck } = await setUp();
      const operations: string[] = [];
      for (let at = 1; ; at += 1) {
        const { status, told, operation } = attempt(fault, at);
        if (operation === `${at - 1} operations`) break;
        operations.push(operation.split(' ', 1).join(''));
        const now = await locked();
        expect([1, 2], operation).toContain(now?.lock.sequence);
        if (now?.lock.sequence === 1) expect(now.commit, operation).toBe(first);
        if (fault.startsWith('kill')) expect(status, operation).toBeNull();
        else if (status === 0) expect(told?.commit, operation).toBe(now?.commit);
        else expect(told, operation).toMatchObject({ isCoded: true });
        const next = (now?.lock.sequence ?? 0) + 1;
        expect(again().sequence, operation).toBe(next);
        expect((await locked())?.lock.sequence, operation).toBe(next);
        expect(fsck(), operation).toBe('');
      }
      expect(operations).toEqual(expect.arrayContaining(['link', 'unlink', 'rename', 'spawn']));
    },
  );
});
