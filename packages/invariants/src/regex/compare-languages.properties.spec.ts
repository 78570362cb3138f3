import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRegexes } from './compare-regexes.ts';

/** Every text of up to four of these characters: enough to tell small expressions apart, few enough to try all. */
const texts = ['a', 'b', '\n'].reduce(
  (all: readonly string[]) => ['', ...all.flatMap((text) => ['a', 'b', '\n'].map((character) => text + character))],
  [''],
);
const all = [...new Set(texts.flatMap((text) => [text, ...['a', 'b', '\n'].map((character) => text + character)]))];

const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '.', '[^a]', '^', '$', String.raw`\b`, String.raw`\B`),
    tie('pattern').map((inner) => `(?:${inner})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+?', '?', '{2}', '{1,2}', '{2,}'))
      .map(([inner, times]) => `(?:${inner})${times}`),
    fc.tuple(fc.constantFrom('?=', '?!'), tie('pattern')).map(([kind, inner]) => `(${kind}${inner})`),
    fc
      .tuple(fc.constantFrom('?<=', '?<!'), fc.constantFrom('a', 'ab', 'a*b', '^a', '(?<!b)a', '.'))
      .map(([kind, inner]) => `(${kind}${inner})`),
  ),
  pattern: fc
    .array(
      fc.array(tie('part'), { maxLength: 3 }).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 2 },
    )
    .map((ways) => ways.join('|')),
}));

const regex = fc.record({ source: pattern, flags: fc.constantFrom('', 'm', 's', 'i', 'y') });

describe('when two small regular expressions are compared', () => {
  it('it says nothing that a text of JavaScript contradicts', () => {
    fc.assert(
      fc.property(regex, regex, (before, after) => {
        const { accepts, gained, lost } = compareRegexes(
          { ...before, flavour: 'javascript' },
          { ...after, flavour: 'javascript' },
        );
        const finds = (one: typeof before, text: string): boolean => new RegExp(one.source, one.flags).test(text);
        const onlyAfter = (text: string): boolean => finds(after, text) && !finds(before, text);
        const onlyBefore = (text: string): boolean => finds(before, text) && !finds(after, text);
        if (gained !== undefined) expect(onlyAfter(gained)).toBe(true);
        if (lost !== undefined) expect(onlyBefore(lost)).toBe(true);
        if (accepts === 'equal' || accepts === 'less') expect(all.filter(onlyAfter)).toEqual([]);
        if (accepts === 'equal' || accepts === 'more') expect(all.filter(onlyBefore)).toEqual([]);
      }),
      { numRuns: 600, seed: 20 },
    );
  });
});
