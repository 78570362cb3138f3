import type { AuditedEntry, AuditedLock } from '@pawl/ledger';
import { describe, expect, it } from 'vitest';
import { isInDoubt, type LoopRecord, loopStanding } from './loop-standing.ts';

const entry = (...latch: readonly string[]): AuditedEntry =>
  ({ commit: 'c', statement: { predicate: { latch } } }) as unknown as AuditedEntry;
const LOCK = { lock: { releases: [] } } as unknown as AuditedLock;
const STOP = '7a494716'.padEnd(64, '0');
const RECORD: LoopRecord = {
  ...{ name: 'agent/x', read: { entries: [entry()], hasTip: true }, newest: LOCK, isDoubtful: false },
};
const stateOf = (over: Partial<LoopRecord>): string | undefined => loopStanding({ ...RECORD, ...over })?.state;

describe('when it is told how a loop stands', () => {
  it('it goes on, is stopped, or was never judged', () => {
    expect(stateOf({})).toBe('goes-on');
    expect(loopStanding({ ...RECORD, read: { entries: [entry(STOP)], hasTip: true } })).toEqual({
      name: 'agent/x',
      state: 'stopped',
      latch: ['7a494716'],
    });
    expect(stateOf({ read: { entries: [], hasTip: true } })).toBe('nothing-judged');
    expect(loopStanding({ ...RECORD, name: undefined })).toBeNull();
  });

  it('a stop is believed of a record that does not hold, and nothing else', () => {
    expect(stateOf({ isDoubtful: true })).toBe('could-not-tell');
    expect(stateOf({ isDoubtful: true, read: { entries: [entry(STOP)], hasTip: true } })).toBe('stopped');
    expect(stateOf({ isDoubtful: true, read: { entries: [], hasTip: true } })).toBe('could-not-tell');
  });

  it('what is not its newest entry says nothing', () => {
    expect(stateOf({ read: { entries: [entry(STOP)], hasTip: false } })).toBe('could-not-tell');
  });

  it('without a lock nobody can tell', () => {
    expect(stateOf({ newest: undefined })).toBe('could-not-tell');
  });
});

describe('when some chains do not hold', () => {
  const problem = (ref: string) => ({ ref }) as never;

  it('a loop is in doubt for its own chain, or where no ref of a loop can be read', () => {
    expect(isInDoubt([problem('refs/pawl/loop/agent%2Fx')], 'agent/x')).toBe(true);
    expect(isInDoubt([problem('refs/pawl/loop/')], 'agent/x')).toBe(true);
    expect(isInDoubt([problem('refs/pawl/loop/agent%2Fy'), problem('refs/pawl/lock/main')], 'agent/x')).toBe(false);
  });
});
