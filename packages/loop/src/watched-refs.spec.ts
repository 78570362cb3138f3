import { describe, expect, it } from 'vitest';
import { readWatched, type Refs, tamperingWith } from './watched-refs.ts';

/** A line of commits `a`, `b`, `c`, and `x`, `y` that go off from `a`. */
const HISTORY: Readonly<Record<string, readonly string[]>> = {
  a: ['a'],
  b: ['b', 'a'],
  c: ['c', 'b', 'a'],
  x: ['x', 'a'],
  y: ['y', 'x', 'a'],
};

function place(refs: Readonly<Record<string, string>>, head: string) {
  return {
    head: () => Promise.resolve(head),
    readRefs: (names: readonly string[]) =>
      Promise.resolve(
        new Map(names.flatMap((name) => (refs[name] === undefined ? [] : [[name, refs[name]] as const]))),
      ),
    mergeBase: (one: string, other: string) =>
      Promise.resolve(HISTORY[one]?.find((commit) => HISTORY[other]?.includes(commit))),
  };
}

const [LOCK, MAIN, REMOTE] = ['refs/pawl/lock/main', 'refs/heads/main', 'refs/remotes/origin/main'] as const;
const BEFORE: Refs = { [LOCK]: 'l1', [MAIN]: 'a', [REMOTE]: null, 'refs/heads/agent/x': 'a' };

describe('when a command has run', () => {
  it('what was there before is known, and what was not, too', async () => {
    const watched = await readWatched(place({ [LOCK]: 'l1', [MAIN]: 'a' }, 'a'), { target: 'main', loop: 'agent/x' });
    expect(watched).toEqual({ ...BEFORE, 'refs/heads/agent/x': null });
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['nothing happened', { [LOCK]: 'l1', [MAIN]: 'a' }, 'a'],
    ['the agent committed', { [LOCK]: 'l1', [MAIN]: 'a' }, 'y'],
    ['people went on meanwhile', { [LOCK]: 'l1', [MAIN]: 'c', [REMOTE]: 'c' }, 'a'],
    ['people went on while the agent committed', { [LOCK]: 'l1', [MAIN]: 'c' }, 'y'],
    ['the protected branch is gone: the lock is compared with', { [LOCK]: 'l1' }, 'y'],
  ])('it is well if %s', async (_, refs, head) => {
    // A remote branch that comes to be where the base is already changes nothing.
    const before = { ...BEFORE, [REMOTE]: 'a' };
    expect(await tamperingWith(place(refs, head), before, 'main')).toBeUndefined();
  });

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['the lock is another one', { [LOCK]: 'l2', [MAIN]: 'a' }, 'a', 'lock-changed'],
    ['the lock is gone', { [MAIN]: 'a' }, 'a', 'lock-changed'],
    ['the protected branch has the commits of the loop', { [LOCK]: 'l1', [MAIN]: 'y' }, 'y', 'base-moved'],
    ['it has some of them', { [LOCK]: 'l1', [MAIN]: 'x' }, 'y', 'base-moved'],
    [
      'there is a remote one of a sudden that has them',
      { [LOCK]: 'l1', [MAIN]: 'a', [REMOTE]: 'y' },
      'y',
      'base-moved',
    ],
    ['the loop took what is new on the protected branch', { [LOCK]: 'l1', [MAIN]: 'c' }, 'c', 'base-moved'],
  ])('it is not if %s', async (_, refs, head, expected) => {
    expect(await tamperingWith(place(refs, head), BEFORE, 'main')).toBe(expected);
  });
});
