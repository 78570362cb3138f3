import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { readSelectors, writeSelectors } from './parsed-selectors.ts';
import { RULES } from './rules.ts';

// The very one that ESLint uses.
const own = createRequire(import.meta.url);
const { parse } = createRequire(own.resolve('eslint/universal'))('esquery') as {
  readonly parse: (selector: string) => unknown;
};
const selectors = RULES.flatMap(({ how }) => ('selector' in how ? [how.selector] : []));

it.each(selectors)('what is written of a selector is what esquery makes of it: %#', (selector) => {
  const read = readSelectors(writeSelectors([selector], parse));
  expect([...read]).toEqual([[selector, parse(selector)]]);
});

it('no rule is without its selector', () => {
  expect([...readSelectors(writeSelectors(selectors, parse)).keys()]).toEqual(selectors);
  expect(selectors.length).toBeGreaterThan(30);
});

it.each(['Literal[value=/^a\\/b$/iu]', 'Literal[value=/[\\n"]/]', ':not([a=null]):nth-child(2)', 'A:exit'])(
  'a regular expression stays one, with its flags: %s',
  (selector) => {
    expect(readSelectors(writeSelectors([selector], parse)).get(selector)).toEqual(parse(selector));
  },
);
