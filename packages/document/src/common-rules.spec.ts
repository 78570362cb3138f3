import { describe, expect, it } from 'vitest';
import { all, isRecord, matching, oneOf, unknownKey, wrong } from './index.ts';

describe('when a value is looked at', () => {
  it.each([
    ['what is allowed is no mistake', 'green', []],
    ['what was probably meant is said', 'gren', [/not "gren"; did you mean "green"\?/u]],
    ['what nobody could have meant gets no hint', 'blue', [/not "blue"$/u]],
    ['another kind of value is shown', [1], [/not \[1\]$/u]],
  ])('%s', (_what, value, expected) => {
    const mistakes = oneOf('red', 'green')(value, ['door']);
    expect(mistakes).toHaveLength(expected.length);
    expected.forEach((message, at) =>
      expect(mistakes[at]).toMatchObject({ path: ['door'], message: expect.stringMatching(message) }),
    );
  });

  it('all mistakes are told, not the first one', () => {
    const never = (message: string) => (_value: unknown, path: readonly (string | number)[]) => wrong(path, message);
    expect(all(never('a'), never('b'))(1, []).map(({ message }) => message)).toEqual(['a', 'b']);
  });

  it('a text has to match as a whole, and to be a text', () => {
    const rule = matching(/^a+$/u, 'a row of a');
    expect([rule('aa', []), rule('ab', []), rule(1, [])].map((mistakes) => mistakes.length)).toEqual([0, 1, 1]);
  });

  it('a list and null are no objects with keys', () => {
    expect([{}, [], null, 'x'].map(isRecord)).toEqual([true, false, false, false]);
  });

  it('a key that nobody knows is told at the key', () => {
    expect(unknownKey(['wy'], 'wy', ['id', 'why'])).toEqual({
      path: ['wy'],
      at: 'key',
      message: 'unknown key "wy"; did you mean "why"?',
    });
  });
});
