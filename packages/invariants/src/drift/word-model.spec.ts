import { describe, expect, it } from 'vitest';
import { readWords, wordScore } from './word-model.ts';

const model = {
  start: -1,
  worth: readWords('\nescape ( 400 -300\n~log 0 10\n'),
};
const words = (
  ...lost: readonly string[]
): { readonly lost: ReadonlySet<string>; readonly gained: ReadonlySet<string> } => ({
  lost: new Set(lost),
  gained: new Set(),
});

describe('when words are weighed', () => {
  it('a word that goes is worth what the model says', () => {
    expect(wordScore(words('escape ('), model)).toBeCloseTo(-1 + 4 / Math.sqrt(41), 12);
  });

  it('the same word is worth another thing when it comes', () => {
    expect(wordScore({ lost: new Set(), gained: new Set(['escape (']) }, model)).toBeCloseTo(
      -1 - 3 / Math.sqrt(41),
      12,
    );
  });

  it('words that nobody knows say nothing', () => {
    expect(wordScore(words('frobnicate', 'escape ('), model)).toBe(wordScore(words('escape ('), model));
    expect(wordScore(words('frobnicate'), model)).toBe(-1);
  });

  it('known words share one vote', () => {
    expect(wordScore({ lost: new Set(['escape (']), gained: new Set(['~log']) }, model)).toBeCloseTo(
      -1 + 4.1 / Math.sqrt(42),
      12,
    );
  });
});
