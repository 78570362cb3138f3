import { expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { evidenceOf } from './evidence-of.ts';
import { regexFeatures } from './regex-features.ts';
import { Tally } from './tally.ts';

const allow = (regex: string): string => `const VALID = ${regex};\n`;
const deny = (regex: string): string => `const UNSAFE = ${regex};\n`;
const strip = (regex: string): string => `x = y.replace(${regex}, "");\n`;

it.each([
  ['an allow-list lets more through', allow('/^[a-z]+$/'), allow('/^[a-z.]+$/'), 1, 0],
  ['an allow-list lets less through', allow('/^[a-z.]+$/'), allow('/^[a-z]+$/'), 0, 1],
  ['an allow-list loses its end too', allow('/^[a-z]+$/'), allow('/^[a-z]+/'), 2, 0],
  ['a deny-list finds less', deny('/[<>]/'), deny('/[<]/'), 1, 0],
  ['a deny-list finds more', deny('/[<]/'), deny('/[<>]/'), 0, 1],
  ['a deny-list finds its words in one case only', deny('/evil/i'), deny('/evil/'), 2, 0],
  ['a filter takes out the first only', strip('/[<>]/g'), strip('/[<>]/'), 1, 0],
  ['it takes exponential time', allow('/^a+$/'), allow('/^(?:a+)+$/'), 1, 0],
  ['nobody knows what it is for', 'const R = /^[a-z]+$/;\n', 'const R = /^[a-z.]+$/;\n', 0, 0],
])('when %s › it is told for better and worse', async (_, base, head, worse, better) => {
  const change = await changeBetween('src/a.js', base, head);
  const tally = new Tally();
  regexFeatures(tally, (await evidenceOf(change, { forth: [], back: [] })).lost.regexes);
  expect([tally.of('regex worse'), tally.of('regex better')]).toEqual([worse, better]);
  expect([tally.of('plainly worse'), tally.of('plainly better')]).toEqual([worse, better]);
});
