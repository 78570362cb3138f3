import type { Trusted } from '@pawl/checkpoint';
import { describe, expect, it } from 'vitest';
import { only, told } from '../told.fixture.ts';
import { checkLock } from './check-lock.ts';
import type { LockFacts } from './lock-facts.ts';

const NOW = new Date('2026-06-01T00:00:00Z');

interface Given {
  readonly lockedAt?: string;
  readonly expires?: string | null;
  readonly assurance?: string;
  readonly anchored?: boolean;
}

/** A lock that counts; only what these checks read of it. */
function trusted({
  lockedAt = '2026-05-01T00:00:00Z',
  expires = null,
  assurance = 'locked',
  anchored = true,
}: Given = {}): Trusted {
  const lock = { target: 'main', sequence: 3, commit: 'a'.repeat(40), lockedAt, expires };
  return {
    lock: { kind: 'counts', stored: { lock, assurance } },
    anchor: anchored ? {} : undefined,
  } as unknown as Trusted;
}

function facts(over: Partial<LockFacts> = {}): LockFacts {
  return {
    trusted: { is: trusted() },
    now: NOW,
    hasRemote: false,
    waivers: { ends: [], most: 20 },
    drift: { is: [] },
    loops: { is: [] },
    damaged: [],
    isAgent: false,
    ...over,
  };
}

describe('when the lock is looked at', () => {
  it('all is well with one that counts', () => {
    expect(told(checkLock(facts()))).toEqual(['lock ok', 'lock-assurance ok', 'lock-age ok', 'loops ok']);
  });

  it('none is weak: nothing is judged', () => {
    const none = { lock: { kind: 'none' } } as Trusted;
    expect(only(checkLock(facts({ trusted: { is: none } })), 'lock')).toMatchObject({
      level: 'weak',
      next: 'npx pawl lock',
    });
  });

  it('the one of the remote is fetched where there is a remote', () => {
    const none = { lock: { kind: 'none' } } as Trusted;
    const found = only(checkLock(facts({ trusted: { is: none }, hasRemote: true })), 'lock');
    expect(found.next).toBe('npx pawl sync, which fetches the one of the remote; where there is none: npx pawl lock');
  });

  it('one that does not count is broken, with what the ledger says of it', () => {
    const refused = { lock: { kind: 'refused', why: 'it was rolled back', next: 'put it back' } } as Trusted;
    expect(only(checkLock(facts({ trusted: { is: refused } })), 'lock')).toMatchObject({
      level: 'broken',
      said: 'the lock does not count: it was rolled back',
      next: 'put it back',
    });
  });

  it('one that cannot be read is not called missing', () => {
    expect(only(checkLock(facts({ trusted: { unread: 'no', next: undefined } })), 'lock').level).toBe('unknown');
  });

  it.each([
    [{ assurance: 'unsigned' }, 'note'],
    [{ assurance: 'advisory' }, 'note'],
    [{ assurance: 'advisory', anchored: false }, 'note'],
    [{ assurance: 'locked' }, 'ok'],
  ])('%j is %s', (given, level) => {
    expect(only(checkLock(facts({ trusted: { is: trusted(given) } })), 'lock-assurance').level).toBe(level);
  });

  it.each([
    [{ lockedAt: '2026-05-31T12:00:00Z' }, 'ok', 'locked today'],
    [
      { lockedAt: '2026-05-30T00:00:00Z', expires: '2026-07-01T00:00:00Z' },
      'ok',
      'locked 2 days ago, for 30 more days',
    ],
    [{ lockedAt: '2025-11-01T00:00:00Z' }, 'note', 'locked 212 days ago'],
    [{ expires: '2026-06-08T00:00:00Z' }, 'weak', 'the lock expires in 7 days, and then nothing passes'],
    [
      { lockedAt: '2026-06-03T00:00:00Z' },
      'weak',
      'the lock says that it was made at 2026-06-03T00:00:00Z, which is yet to come',
    ],
    [{ lockedAt: 'nonsense' }, 'weak', 'the lock says that it was made at nonsense, which is yet to come'],
  ])('%j is %s', (given, level, said) => {
    expect(only(checkLock(facts({ trusted: { is: trusted(given) } })), 'lock-age')).toMatchObject({ level, said });
  });
});

describe('when the protected branch moved', () => {
  it.each([
    [0, 'ok'],
    [5, 'note'],
    [11, 'weak'],
  ])('a weight of %d with the limit 10 is %s', (weight, level) => {
    const found = checkLock(facts({ drift: { is: [{ weight, limit: 10, isAtLeast: false }] } }));
    expect(only(found, 'drift').level).toBe(level);
  });

  it('what cannot be told is not called nothing', () => {
    expect(only(checkLock(facts({ drift: { unread: 'no', next: undefined } })), 'drift').level).toBe('unknown');
  });
});

describe('when findings are waived', () => {
  const ends = (...days: readonly string[]): LockFacts =>
    facts({ waivers: { ends: days.map((day) => new Date(day)), most: 2 } });

  it.each([
    [['2026-08-01'], 'ok'],
    [['2026-08-01', '2026-06-05'], 'note'],
    [['2026-08-01', '2026-08-02'], 'note'],
  ])('those that end %j are %s', (days, level) => {
    expect(only(checkLock(ends(...days)), 'waivers').level).toBe(level);
  });
});

describe('when loops were judged', () => {
  const STOPPED = { name: 'agent/x', latch: ['3f2a91c0'] };

  it('one that is stopped waits for a person, who is told how to look', () => {
    const found = only(checkLock(facts({ loops: { is: [{ name: 'main', latch: [] }, STOPPED] } })), 'loops');
    expect(found).toMatchObject({ level: 'note', next: 'npx pawl review 3f2a91c0' });
  });

  it('an agent is not told how to look', () => {
    const found = only(checkLock(facts({ loops: { is: [STOPPED] }, isAgent: true })), 'loops');
    expect(found).toMatchObject({ said: 'the loop agent/x is stopped by case 3f2a91c0', next: 'a person decides' });
  });

  it('a chain of which something is gone is broken, and others are looked at all the same', () => {
    const found = checkLock(facts({ loops: { is: [STOPPED] }, damaged: [{ why: 'it was cut', next: 'put it back' }] }));
    expect(told(found)).toContain('loops note');
    expect(only(found, 'chains')).toMatchObject({ level: 'broken', said: 'it was cut', next: 'put it back' });
  });

  it('loops that cannot be read are not called well', () => {
    expect(only(checkLock(facts({ loops: { unread: 'no', next: undefined } })), 'loops').level).toBe('unknown');
  });
});
