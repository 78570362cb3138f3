import { digest, type Release, type Waiver, writeLock } from '@pawl/baseline';
import { beforeEach, describe, expect, it } from 'vitest';
import { lockRef } from './lock-ref.ts';
import { lockOf, type Machine, machine, NOW } from './lock-store.fixture.ts';
import { testKey } from './signer.fixture.ts';
import { nextPlace, storeSuccessor, type SuccessorDraft } from './store-lock.ts';
import type { TrustedLock } from './trusted-lock.ts';
import type { Sign } from './append-lock.ts';

const RELEASE: Release = { case: '0123abcd', reason: 'read it', at: '2026-03-04T05:06:07.000Z' };
const WAIVER: Waiver = {
  fingerprint: 'f',
  snippet: 'a'.repeat(64),
  tool: 'bandit',
  rule: 'B605',
  file: 'a.py',
  reason: 'a fixture',
  since: '2026-03-04T05:06:07.000Z',
  expires: '2026-04-04T05:06:07.000Z',
};

let here: Machine;
beforeEach(async () => {
  here = await machine();
});

function decide(after: TrustedLock, over: Partial<SuccessorDraft> = {}, sign?: Sign): Promise<TrustedLock> {
  const { waivers } = after.lock;
  const decision = { kind: 'release', case: RELEASE.case } as const;
  const draft = { after, decision, waivers, releases: [RELEASE], at: NOW, ...over };
  return storeSuccessor(here.git.store, draft, { sign, trust: here.trust });
}

describe('when a person decides', () => {
  it('stores a lock that repeats the one before and says what was decided', async () => {
    const first = await here.lock('main', { expires: '2027-01-01T00:00:00Z' });
    const second = await decide(first);
    expect(second.lock).toEqual({
      ...first.lock,
      sequence: 2,
      previous: digest(writeLock(first.lock)),
      decision: { kind: 'release', case: RELEASE.case },
      releases: [RELEASE],
    });
    const { 'lock.json': before, ...beside } = here.git.commits.get(first.commit)?.files ?? {};
    expect(here.git.commits.get(second.commit)).toEqual({
      files: { ...beside, 'lock.json': writeLock(second.lock) },
      parents: [first.commit],
    });
    expect(before).toBe(writeLock(first.lock));
  });

  it('is what counts from then on, here and elsewhere', async () => {
    const first = await here.lock();
    const waive = { kind: 'waive', fingerprint: WAIVER.fingerprint, snippet: WAIVER.snippet } as const;
    const second = await decide(first, { decision: waive, waivers: [WAIVER], releases: [] });
    const third = await decide(second);
    expect(third.lock).toMatchObject({ sequence: 3, waivers: [WAIVER], releases: [RELEASE] });
    expect(await here.ask()).toEqual(third);
    expect(await (await here.elsewhere()).ask()).toEqual(third);
  });

  it('L17 is signed where the lock is, by who may', async () => {
    const [alice, mallory] = [testKey(), testKey()];
    const first = await here.lock('main', { sign: alice.sign });
    await expect(decide(first)).rejects.toMatchObject({ code: 'assurance-fell' });
    await expect(decide(first, {}, mallory.sign)).rejects.toMatchObject({ code: 'signer-unknown' });
    expect(here.git.refs.get(lockRef('main'))).toBe(first.commit);
    const second = await decide(first, {}, alice.sign);
    expect(second).toMatchObject({ assurance: 'advisory', lock: { sequence: 2 } });
    expect(await here.ask()).toEqual(second);
  });

  it('is refused where somebody else decided meanwhile', async () => {
    const first = await here.lock();
    await decide(first);
    await expect(decide(first)).rejects.toMatchObject({ code: 'lock-moved' });
    expect((await here.ask())?.lock.sequence).toBe(2);
  });

  it('of many who decide at once one is heard', async () => {
    const first = await here.lock();
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => decide(first)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'lock-moved' });
  });

  it('is refused where what lies beside the lock is not what was locked', async () => {
    const first = await here.lock();
    here.git.tamper(first.commit, { 'inventory.json': '{}\n' });
    await expect(decide(first)).rejects.toMatchObject({ code: 'corrupt-lock' });
  });

  it('tells of an update that git lost', async () => {
    const first = await here.lock();
    const store = { ...here.git.store, updateRef: async () => undefined };
    const draft = { after: first, decision: { kind: 'release', case: RELEASE.case }, at: NOW } as const;
    const lost = storeSuccessor(
      store,
      { ...draft, waivers: [], releases: [RELEASE] },
      { sign: undefined, trust: here.trust },
    );
    await expect(lost).rejects.toMatchObject({ code: 'lock-moved' });
    expect((await here.ask())?.lock.sequence).toBe(1);
  });
});

describe('when a person locks over a lock that does not count', () => {
  it.each<[string, () => void]>([
    ['is damaged', () => here.git.tamper('commit2', { 'lock.json': '{' })],
    ['is gone', () => here.git.refs.clear()],
    ['was put back', () => here.git.refs.set(lockRef('main'), 'commit1')],
    ['is of an earlier version', () => here.git.tamper('commit2', { 'lock.json': '{"schema":"pawl/lock@1"}\n' })],
  ])('begins the chain anew, newer than any that was seen, where it %s', async (_, harm) => {
    const first = await here.lock();
    await here.lock();
    harm();
    const next = await here.lock();
    expect(next.lock).toMatchObject({ sequence: 3, previous: null, repository: first.lock.repository });
    expect(here.git.commits.get(next.commit)?.parents).toEqual([]);
    expect(await here.ask()).toEqual(next);
  });

  it('L04 goes on as the repository that it is, over the lock of another one', async () => {
    const other = await machine();
    await other.lock();
    const { lock } = await here.lock();
    here.git.tamper('other', other.git.commits.get('commit1')?.files ?? {});
    here.git.refs.set(lockRef('main'), 'other');
    expect((await here.lock()).lock).toMatchObject({ repository: lock.repository, sequence: 2, previous: null });
  });

  it('mends nothing over a memory that cannot be read', async () => {
    await here.lock();
    here.env['XDG_STATE_HOME'] = here.home;
    const blocked = await machine(here.git);
    blocked.env['HOME'] = '/dev/null';
    const broken = {
      ...blocked.trust,
      memory: { ...blocked.trust.memory, recall: () => Promise.reject(new Error('x')) },
    };
    await expect(nextPlace(here.git.store, broken, 'main')).rejects.toThrow('x');
  });
});

describe('when two lock at once', () => {
  it('one is told', async () => {
    const there = await here.elsewhere();
    const outcomes = await Promise.allSettled([here.lock(), there.lock()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'lock-moved' } });
    expect(lockOf(here.git, here.git.refs.get(lockRef('main')) ?? '')).toMatchObject({ sequence: 1 });
  });
});
