import { describe, expect, it } from 'vitest';
import { nextLines } from './next-lines.ts';

describe('when a text ends', () => {
  it.each([
    ['judge what is staged: pawl check', 80, ['  next: judge what is staged: pawl check']],
    [
      'judge what is staged: pawl check --tier fast',
      40,
      ['  next: judge what is staged:', '        pawl check --tier fast'],
    ],
    ['pawl check --base 4f2d9c1be07a --head HEAD', 20, ['  next: pawl check --base 4f2d9c1be07a --head HEAD']],
    ['a person decides whether this is wanted', 30, ['  next: a person decides', '        whether this is wanted']],
    ['mend that: it is\nbroken', 80, ['  next: mend that: it is\\nbroken']],
  ])('%j at %i columns breaks no command', (next, columns, expected) => {
    expect(nextLines(next, columns)).toEqual(expected);
  });
});
