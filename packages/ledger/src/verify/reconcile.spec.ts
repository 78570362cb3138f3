import { beforeEach, describe, expect, it } from 'vitest';
import { testKey } from '../signer.fixture.ts';
import { readTip } from '../loop/read-tip.ts';
import { type LedgerScratch, ledgerScratch } from './ledger.fixture.ts';
import { reconcileLocks, reconcileLoop } from './reconcile.ts';

const LOOP = 'refs/pawl/loop/agent%2Fx';
const LOCK = 'refs/pawl/lock/main';

let here: LedgerScratch;
beforeEach(async () => {
  here = await ledgerScratch();
  await here.lock();
});

const reconcile = (theirs: string) => reconcileLoop(here.repository, 'agent/x', theirs);
/** What was appended since is theirs; our chain goes on where it was. */
function leaveToThem(ref: string, ours: string): string {
  const theirs = here.git('rev-parse', ref);
  here.git('update-ref', ref, ours);
  return theirs;
}
const remembered = async () => (await here.audit()).problems;

describe('reconcileLoop', () => {
  it('takes a loop that is new', async () => {
    const tip = await here.append('a');
    here.git('update-ref', '-d', LOOP);
    expect(await reconcile(tip)).toEqual({ tip, how: 'new', again: 0 });
    expect(here.git('rev-parse', LOOP)).toBe(tip);
  });

  it('moves forward, and never back', async () => {
    const first = await here.append('a');
    const second = await here.append('b');
    here.git('update-ref', LOOP, first);
    expect(await reconcile(second)).toEqual({ tip: second, how: 'forward', again: 0 });
    expect(await reconcile(second)).toEqual({ tip: second, how: 'same', again: 0 });
    expect(await reconcile(first)).toEqual({ tip: second, how: 'ahead', again: 0 });
    expect(here.git('rev-parse', LOOP)).toBe(second);
  });

  it('puts what only we have behind what they have, whole, and nothing is lost', async () => {
    const common = await here.append('a');
    await here.append('b', { at: '2026-02-03T00:00:00.000Z' });
    const theirs = leaveToThem(LOOP, common);
    const ours = [await here.append('c'), await here.append('d', { outcome: 'inconclusive' })];
    const { tip, how, again } = await reconcile(theirs);
    expect([how, again, here.git('rev-parse', LOOP)]).toEqual(['appended-again', 2, tip]);
    const audit = await here.audit();
    expect(audit.problems).toEqual([]);
    const entries = audit.loops[0]?.entries.map(({ statement: { predicate } }) => predicate);
    expect(entries?.map(({ sequence, outcome, question }) => [sequence, outcome, question.tools.slice(-2)])).toEqual([
      [1, 'clean', '61'],
      [2, 'clean', '62'],
      [3, 'clean', '63'],
      [4, 'inconclusive', '64'],
    ]);
    expect(here.git('log', '--format=%b', '-2', LOOP).split('\n').filter(Boolean)).toEqual([
      `Was: ${ours[1]}`,
      `Was: ${ours[0]}`,
    ]);
  });

  it('A09 keeps both sides stopped by what stopped either', async () => {
    const common = await here.append('a');
    await here.append('b', { outcome: 'stopped' });
    const theirs = leaveToThem(LOOP, common);
    await here.append('c', { outcome: 'stopped', question: { tier: 'fast' } });
    await here.append('d', { audience: 'human' });
    await reconcile(theirs);
    const tip = await readTip(here.repository, 'agent/x');
    expect(tip?.statement.predicate).toMatchObject({ sequence: 4, outcome: 'clean' });
    expect(tip?.statement.predicate.latch).toHaveLength(2);
    expect(await remembered()).toEqual([]);
  });

  it('keeps a case open that they had released and we had not heard of', async () => {
    const stopped = await here.append('a', { outcome: 'stopped' });
    const predicate = (await readTip(here.repository, 'agent/x'))?.statement.predicate;
    await here.append('b', { outcome: 'inconclusive' });
    const theirs = leaveToThem(LOOP, stopped);
    await here.release(predicate?.case ?? '');
    await here.append('c');
    await reconcile(theirs);
    expect((await readTip(here.repository, 'agent/x'))?.statement.predicate.latch).toEqual(predicate?.latch);
    expect(predicate?.latch).toHaveLength(1);
    expect(await remembered()).toEqual([]);
    await here.append('d');
    expect((await readTip(here.repository, 'agent/x'))?.statement.predicate.latch).toEqual([]);
  });

  it('takes along what was sealed', async () => {
    const common = await here.append('a');
    await here.append('b');
    const theirs = leaveToThem(LOOP, common);
    await here.append('c', { outcome: 'stopped' }, { sealed: new Uint8Array([1, 2, 3]) });
    await reconcile(theirs);
    expect((await here.audit()).loops[0]?.entries.map(({ isSealed }) => isSealed)).toEqual([false, false, true]);
  });

  it('joins two chains that have nothing in common', async () => {
    await here.append('a');
    const theirs = here.git('rev-parse', LOOP);
    here.git('update-ref', '-d', LOOP);
    await here.append('b', { at: '2026-02-04T00:00:00.000Z' });
    expect(await reconcile(theirs)).toMatchObject({ how: 'appended-again', again: 1 });
    expect((await here.audit({ elsewhere: true })).problems).toEqual([]);
  });

  it('refuses where an entry of ours is signed, and changes nothing', async () => {
    const common = await here.append('a');
    await here.append('b');
    const theirs = leaveToThem(LOOP, common);
    const ours = await here.append('c', {}, { sign: testKey().signAs({ namespace: 'pawl-checkpoint@v1' }) });
    await expect(reconcile(theirs)).rejects.toMatchObject({ code: 'loops-diverged' });
    expect(here.git('rev-parse', LOOP)).toBe(ours);
  });

  it('an entry that claims to repeat another one and says something else does not stand for it', async () => {
    const first = await here.append('a', { outcome: 'stopped' });
    here.git('update-ref', '-d', LOOP);
    await here.append('b');
    const files = { 'statement.json': `${here.git('show', `${LOOP}:statement.json`)}\n` };
    const tree = here.git('rev-parse', `${here.forge({ of: LOOP, files })}^{tree}`);
    const message = ['-m', 'Checkpoint', '-m', `Was: ${first}`];
    here.git(
      '-c',
      'user.name=Pawl',
      '-c',
      'user.email=pawl@localhost',
      'update-ref',
      LOOP,
      here.git('commit-tree', tree, ...message),
    );
    expect((await here.audit()).problems.map(({ code }) => code)).toContain('loop-rolled-back');
  });
});

describe('reconcileLocks', () => {
  const reconcileMain = (theirs: string) => reconcileLocks(here.repository, 'main', theirs);

  it('moves forward, and never back', async () => {
    const first = here.git('rev-parse', LOCK);
    const { commit: second } = await here.lock();
    here.git('update-ref', LOCK, first);
    expect(await reconcileMain(second)).toMatchObject({ how: 'forward', tip: second });
    expect(await reconcileMain(first)).toMatchObject({ how: 'ahead', tip: second });
  });

  it('refuses two locks in one place, and says how people can agree', async () => {
    const first = here.git('rev-parse', LOCK);
    const theirs = here.forge({ of: LOCK, parents: [first], author: 'Pawl <pawl@localhost> 1770000001 +0000' });
    const { commit: ours } = await here.lock();
    await expect(reconcileMain(theirs)).rejects.toMatchObject({
      code: 'locks-diverged',
      next: expect.stringContaining(theirs),
    });
    expect(here.git('rev-parse', LOCK)).toBe(ours);
  });
});
