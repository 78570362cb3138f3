import { describe, expect, it } from 'vitest';
import { compareRegexes } from './compare-regexes.ts';

function nested(open: string, inner: string, close: string, times: number): string {
  return open.repeat(times) + inner + close.repeat(times);
}

/** Each is made to keep some step of the analysis busy: parsers, automata, or the libraries, which know no limits of their own. */
const hostile: readonly (readonly [what: string, source: string, flags: string])[] = [
  ['repetitions in repetitions', nested('(a*|', 'b', ')*', 60), ''],
  ['repetitions of repetitions', nested('(', 'a', '+)', 100), ''],
  ['repetitions of nothing', nested('(?:', '', ')*', 100), ''],
  ['brackets only', nested('(', '', ')', 900), ''],
  ['counts of counts', '(?:(?:(?:a{1,999}){1,999}){1,999}){1,999}', ''],
  ['a count beyond all numbers', 'a{0,99999999999}', ''],
  ['a memory of all that was read', 'a.{500}b', ''],
  ['look-aheads beside each other', '(?=.*[a-z]x)'.repeat(60), ''],
  ['look-aheads in look-aheads', nested('(?=.*[a-m]', '', ')', 60), ''],
  ['negated look-aheads', nested('(?!.*a(?!.*b', '', '))', 60), ''],
  ['look-behinds', '(?<=a.*b)'.repeat(100), ''],
  ['borders of words', String.raw`\b\w*`.repeat(200), ''],
  ['optional characters', '.?'.repeat(300) + 'a'.repeat(300), ''],
  ['back references that multiply', '(a|b)'.repeat(30) + String.raw`\1\2\3\4\5\6\7\8\9`.repeat(3), ''],
  ['properties of Unicode', nested(String.raw`(?:\p{L}*|`, '', String.raw`\w*\b)*`, 20), 'iu'],
  ['strings in a class', String.raw`[\q{${Array.from({ length: 200 }, (_, i) => `k${i}`).join('|')}}]*`, 'v'],
  ['many classes', Array.from({ length: 150 }, (_, i) => `[^${String.fromCharCode(200 + i)}]`).join('*'), ''],
  ['sheer length', 'a'.repeat(100_000), ''],
];

describe('when a regular expression is made to be slow to analyse', () => {
  it.each(hostile)('it gives up on %s, or has an answer, after a number of steps', (_, source, flags) => {
    const before = { source, flags, flavour: 'javascript' } as const;
    const { accepts } = compareRegexes(before, { ...before, source: `${source}y` });
    expect(['less', 'unknown']).toContain(accepts);
  });

  it.each([
    ['a memory of all that was read', 'a.{500}b', 'a.{501}b'],
    ['look-aheads in look-aheads', nested('(?=.*[a-m]', '', ')', 60), nested('(?=.*[a-n]', '', ')', 60)],
    ['sheer length', 'a'.repeat(100_000), 'b'],
    ['brackets only', nested('(', '', ')', 900), nested('(', 'a', ')', 900)],
  ])('it never calls what it gave up on equal: %s', (_, before, after) => {
    const [a, b] = [before, after].map((source) => ({ source, flags: '', flavour: 'javascript' }) as const);
    expect(a && b && compareRegexes(a, b).accepts).toBe('unknown');
  });
});
