import { describe, expect, it } from 'vitest';
import { parseHistory } from './parse-history.ts';
import { errorCode } from './testing/error-code.ts';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];

describe('when git tells a history', () => {
  it('each commit has its parents, its date and all of its message', () => {
    const told = [A, `${B} ${C}`, '2026-01-02T03:04:05+01:00', 'one\n\ntwo\n', B, '', '2026-01-01T00:00:00Z', ''];
    expect(parseHistory(`${told.join('\0')}\0`)).toEqual([
      { id: A, parents: [B, C], date: '2026-01-02T03:04:05+01:00', message: 'one\n\ntwo' },
      { id: B, parents: [], date: '2026-01-01T00:00:00Z', message: '' },
    ]);
  });

  it('no history is no commit', () => {
    expect(parseHistory('')).toEqual([]);
  });

  it.each([
    ['an id that is none', `HEAD\0${B}\0date\0message\0`],
    ['a parent that is none', `${A}\0HEAD^\0date\0message\0`],
    ['an end in the middle', `${A}\0${B}\0date\0`],
  ])('%s could not be told', async (_, output) => {
    expect(await errorCode(() => parseHistory(output))).toBe('unreadable-output');
  });
});
