import { describe, expect, it } from 'vitest';
import { chooseLoop } from './choose-loop.ts';

const LOOPS = [
  { name: 'agent/b', at: '2026-01-02T00:00:00.000Z' },
  { name: 'agent/a', at: '2026-01-03T00:00:00.000Z' },
  { name: 'main', at: '2026-01-01T00:00:00.000Z' },
];

describe('when a report is made', () => {
  it('is about the loop that was named', () => {
    expect(chooseLoop(LOOPS, 'agent/b', 'main')).toEqual({ name: 'agent/b', others: ['agent/a', 'main'] });
  });

  it('is about that of the branch where none was named', () => {
    expect(chooseLoop(LOOPS, undefined, 'main').name).toBe('main');
  });

  it('is about the one that was judged last where the branch has none', () => {
    expect(chooseLoop(LOOPS, undefined, 'other')).toEqual({ name: 'agent/a', others: ['agent/b', 'main'] });
  });

  it('is about none where nothing was judged', () => {
    expect(chooseLoop([], undefined, 'main')).toEqual({ name: undefined, others: [] });
  });

  it('refuses a name under which nothing was judged', () => {
    expect(() => chooseLoop(LOOPS, 'agent/c', 'main')).toThrow(expect.objectContaining({ code: 'no-such-loop' }));
  });
});
