import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { testKey } from '../signer.fixture.ts';
import { type LedgerScratch, ledgerScratch, newestCase, newestStop, smallLedger } from './ledger.fixture.ts';

const LOCK = 'refs/pawl/lock/main';
const LOOP = 'refs/pawl/loop/agent%2Fx';

let here: LedgerScratch;
beforeEach(async () => {
  here = await ledgerScratch();
});

async function codes(options?: { readonly elsewhere?: boolean }): Promise<readonly string[]> {
  return (await here.audit(options)).problems.map(({ kind, entry, code }) => [kind, entry, code].join(' '));
}

describe('a ledger that nobody touched', () => {
  it('holds, on the machine that knows it and on one that does not', async () => {
    await smallLedger(here);
    const audit = await here.audit();
    expect(audit.problems).toEqual([]);
    expect(audit.locks.map(({ target, locks }) => [target, locks.length])).toEqual([['main', 3]]);
    expect(audit.loops.map(({ loop, entries }) => [loop, entries.length])).toEqual([['agent/x', 4]]);
    expect((await here.audit({ elsewhere: true })).problems).toEqual([]);
  });

  it('is nothing where there is none', async () => {
    const audit = await here.audit();
    expect([audit.locks, audit.loops, audit.problems]).toEqual([[], [], []]);
  });

  it('holds with signatures that the anchor names, and says who signed', async () => {
    const [alice, ci] = [testKey(), testKey()];
    const sign = { sign: alice.sign };
    await here.lock(sign);
    const verifier = ci.line({ principal: 'ci', options: 'namespaces="pawl-checkpoint@v1"' });
    here.anchor({
      assurance: 'advisory',
      signers: [alice.line()],
      verifiers: [verifier],
      locks: { main: { sequence: 1 } },
    });
    await here.append('a', { assurance: 'advisory' }, { sign: ci.signAs({ namespace: 'pawl-checkpoint@v1' }) });
    const audit = await here.audit({ elsewhere: true });
    expect(audit.problems).toEqual([]);
    expect(audit.locks[0]?.locks[0]).toMatchObject({
      assurance: 'locked',
      signedBy: { principal: 'alice@example.com' },
    });
    expect(audit.loops[0]?.entries[0]).toMatchObject({ voucher: { principal: 'ci', isAnchored: true } });
  });

  it('holds after a person let go of signatures, where the anchor knows of it', async () => {
    await here.lock({ sign: testKey().sign });
    await here.trust.memory.settleFor('unsigned');
    await here.lock();
    expect(await codes()).toEqual(['broken lock 2 assurance-fell']);
    here.anchor({ locks: { main: { sequence: 2 } } });
    expect(await codes()).toEqual([]);
  });

  it('holds for a key that counted when it signed, and for no other', async () => {
    const [old, young] = [testKey(), testKey()];
    await here.lock({ sign: old.sign, lockedAt: '2026-01-02T03:04:05.000Z' });
    const until = (day: string) => `namespaces="pawl-lock@v1",valid-before="${day}Z"`;
    const signers = (day: string) => ({
      signers: [old.line({ options: until(day) }), young.line({ principal: 'bob' })],
    });
    here.anchor(signers('20260201'));
    // The newest lock is judged at the present, as a check judges it.
    expect(await codes({ elsewhere: true })).toEqual(['broken lock 1 signer-expired']);
    here.anchor(signers('20270201'));
    await here.lock({ sign: young.sign });
    here.anchor(signers('20260201'));
    expect(await codes({ elsewhere: true })).toEqual([]);
    here.anchor(signers('20260101'));
    expect(await codes({ elsewhere: true })).toEqual(['broken lock 1 signer-expired']);
  });
});

describe('L03 L14 when something older, or nothing, stands where the ledger was', () => {
  it.each([
    ['an old lock', LOCK, 1, 'broken lock 2 lock-rolled-back'],
    ['an old tip of a loop', LOOP, 2, 'broken checkpoint 4 loop-rolled-back'],
  ])('%s is told', async (_, ref, at, told) => {
    await smallLedger(here);
    here.git('update-ref', ref, here.commits(ref)[at] ?? '');
    expect(await codes()).toContain(told);
  });

  it('an old lock is told by the anchor alone', async () => {
    await smallLedger(here);
    here.anchor({ locks: { main: { sequence: 3 } } });
    here.git('update-ref', LOCK, `${LOCK}^`);
    expect(await codes({ elsewhere: true })).toContain('broken lock 2 lock-rolled-back');
  });

  it.each([
    ['no lock', LOCK, 'broken  lock-missing'],
    ['no loop', LOOP, 'broken checkpoint 4 loop-rolled-back'],
  ])('%s is told', async (_, ref, told) => {
    await smallLedger(here);
    here.git('update-ref', '-d', ref);
    expect(await codes()).toContain(told);
  });

  it('a lock that only the anchor knows of is told', async () => {
    await here.lock();
    here.anchor({ locks: { main: { sequence: 1 }, next: { sequence: 1 } } });
    expect((await here.audit()).problems).toMatchObject([{ ref: 'refs/pawl/lock/next', code: 'lock-missing' }]);
  });

  it('a chain that begins anew is no one that is known', async () => {
    await here.lock();
    rmSync(join(here.root, 'home', '.local'), { recursive: true });
    await here.forgeLocks((lock) => ({ ...lock, sequence: 5 }));
    expect(await codes()).toEqual(['unknown lock 5 broken-link']);
    here.anchor({ locks: { main: { sequence: 5 } } });
    expect(await codes()).toEqual([]);
  });
});

describe('when entries are dropped, swapped, repeated or put in another order', () => {
  const ORDERS: readonly (readonly [string, readonly number[]])[] = [
    ['the first dropped', [1, 2]],
    ['one dropped', [0, 2]],
    ['two swapped', [0, 2, 1]],
    ['one repeated', [0, 1, 1, 2]],
    ['the last repeated', [0, 1, 2, 2]],
    ['the order reversed', [2, 1, 0]],
  ];
  it.each(ORDERS)('%s: the chain of locks is broken', async (_, order) => {
    await smallLedger(here);
    const chain = here.commits(LOCK);
    here.reorder(
      LOCK,
      order.map((at) => chain[at] ?? ''),
    );
    expect((await here.audit({ elsewhere: true })).problems).toContainEqual(
      expect.objectContaining({ kind: 'broken', code: 'broken-link', message: expect.stringContaining(LOCK) }),
    );
  });

  it.each(ORDERS)('%s: the chain of the loop is broken', async (_, order) => {
    await smallLedger(here);
    const chain = here.commits(LOOP);
    here.reorder(
      LOOP,
      order.map((at) => chain[at] ?? ''),
    );
    expect((await here.audit({ elsewhere: true })).problems).toContainEqual(
      expect.objectContaining({
        kind: 'broken',
        code: 'corrupt-loop',
        ref: LOOP,
        message: expect.stringContaining('agent/x'),
      }),
    );
  });

  it('written anew so that every link fits, it is not what was seen here', async () => {
    await smallLedger(here);
    await here.forgeLocks((lock) => lock);
    expect(await codes()).toContain('broken lock 3 lock-rolled-back');
  });
});

describe('when a checkpoint says what is not so', () => {
  it.each([
    ['the number of its lock', { question: { lockSequence: 7 } }, 'corrupt-loop'],
    ['an assurance that its lock has not', { assurance: 'locked' as const }, 'corrupt-loop'],
    ['that it is stopped, with no case', { outcome: 'stopped' as const, case: null }, 'corrupt-loop'],
    ['the number of another case', { outcome: 'stopped' as const, case: '12345678' }, 'corrupt-loop'],
    ['another repository', { repository: 'e'.repeat(32) }, 'wrong-repository'],
    ['a lock that is in no chain', { question: { lock: 'd'.repeat(40) } }, 'lock-missing'],
  ])('%s: it is told', async (_, over, code) => {
    await here.lock();
    await here.append('a', over);
    expect(await codes()).toEqual([`broken checkpoint 1 ${code}`]);
  });

  it('a judgement by a lock that had expired is told', async () => {
    await here.lock({ expires: '2026-02-01T00:00:00.000Z' });
    await here.append('a', { at: '2026-01-31T23:59:59.999Z' });
    expect(await codes()).toEqual([]);
    await here.append('b', { at: '2026-02-01T00:00:00.000Z' });
    expect(await codes()).toEqual(['broken checkpoint 2 lock-expired']);
  });

  it('A09 a case that leaves the latch without a release is told', async () => {
    await here.lock();
    await here.append('a', { outcome: 'stopped' });
    const number = await newestCase(here);
    await here.append('b', { outcome: 'inconclusive' }, { released: new Set([await newestStop(here)]) });
    const [problem, ...more] = (await here.audit()).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'latch-dropped',
      entry: 'checkpoint 2',
      message: expect.stringContaining(number),
    });
  });

  it('a case that comes from a loop that was stopped holds, and one from nowhere cannot be told', async () => {
    await here.lock();
    await here.append('a', { loop: 'agent/y', outcome: 'stopped' });
    await here.append('b', {}, { inherited: [await newestStop(here)] });
    expect(await codes()).toEqual([]);
    await here.append('c', {}, { inherited: ['01234567'] });
    expect(await codes()).toEqual(['unknown checkpoint 2 latch-unknown']);
  });

  it('a release by a lock after the one that judged does not count yet', async () => {
    const early = await here.lock();
    await here.append('a', { outcome: 'stopped' });
    await here.release(await newestCase(here));
    await here.append('b', { question: { lock: early.commit, lockSequence: 1 } });
    expect(await codes()).toEqual(['broken checkpoint 2 latch-dropped']);
  });

  it('an agent that is stopped and not latched is told, a person is not', async () => {
    await here.lock();
    await here.append('a', { outcome: 'stopped', audience: 'human' }, { latches: false });
    expect(await codes()).toEqual([]);
    await here.append('b', { outcome: 'stopped', question: { tier: 'fast' } }, { latches: false });
    expect(await codes()).toEqual(['broken checkpoint 2 latch-dropped']);
  });

  it('a commit with a header that Pawl does not write is told', async () => {
    await here.lock();
    await here.append('a');
    here.git('update-ref', LOOP, here.forge({ of: LOOP, header: 'encoding latin1\n' }));
    expect(await codes({ elsewhere: true })).toEqual(['broken checkpoint 1 corrupt-loop']);
  });
});

describe('when a checkpoint is signed', () => {
  const ci = testKey();
  const sign = ci.signAs({ namespace: 'pawl-checkpoint@v1' });
  const line = (options = 'namespaces="pawl-checkpoint@v1"') => ci.line({ principal: 'ci', options });

  it('without an anchor it is whole, and nobody vouches for it', async () => {
    await here.lock();
    await here.append('a', {}, { sign });
    const audit = await here.audit();
    expect(audit.problems).toEqual([]);
    expect(audit.loops[0]?.entries[0]?.voucher).toMatchObject({ isAnchored: false, fingerprint: ci.fingerprint });
  });

  it.each([
    [
      'by a verifier whom the anchor does not name',
      testKey().signAs({ namespace: 'pawl-checkpoint@v1' }),
      line(),
      'signer-unknown',
    ],
    ['L08 for a lock', ci.sign, line(), 'namespace-wrong'],
    ['by one who may not', sign, line('namespaces="pawl-lock@v1"'), 'signer-not-allowed-namespace'],
    ['after it could', sign, line('namespaces="pawl-checkpoint@v1",valid-before="20260202Z"'), 'signer-expired'],
    ['before it could', sign, line('namespaces="pawl-checkpoint@v1",valid-after="20260301Z"'), 'signer-not-yet-valid'],
    ['over another text', () => sign('other'), line(), 'signature-wrong'],
  ])('O01 %s: it is told', async (_, signing, verifier, code) => {
    await here.lock();
    await here.append('a', {}, { sign: signing });
    here.anchor({ verifiers: [verifier] });
    expect(await codes()).toEqual([`broken checkpoint 1 ${code}`]);
  });
});
