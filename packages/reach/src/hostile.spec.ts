import { describe, expect, it } from 'vitest';
import { linkPaths } from './index.ts';
import { summariesOf } from './testing/paths-of.ts';

/** What would take a second attempt at every step takes longer than the time that a test may take. */
describe('when a file is made to be slow', () => {
  it.each([
    ['a very long name', `exports.h = (req) => eval(${'a'.repeat(100_000)}(req.query.a));`],
    ['a very long chain', `exports.h = (req) => eval(req.query.a${'.trim()'.repeat(250)});`],
    ['a very long sum', `exports.h = (req) => eval(${'req.query.a + '.repeat(1_500)}1);`],
    ['very many conditions', `exports.h = (req) => eval(${'ok(req.query.a) && '.repeat(900)}req.query.a);`],
    ['loops in loops', `exports.h = (req) => {${'for (const a of req.body.b) {'.repeat(30)}eval(a);${'}'.repeat(31)};`],
    ['functions in functions', `exports.h = (req) => ${'go(() => '.repeat(60)}eval(req.body.a)${')'.repeat(60)};`],
    [
      'very many assignments',
      `exports.h = (req) => { let a = req.body.a; ${'a = a + b(a); '.repeat(3_000)} eval(a); };`,
    ],
    [
      'very many branches',
      `exports.h = (req) => { let a = req.body.a; ${'if (b(a)) a = c(a); '.repeat(1_000)} eval(a); };`,
    ],
  ])('%s comes to an end', async (_what, text) => {
    const { paths, notExamined } = linkPaths(await summariesOf({ 'src/h.js': text }));
    expect(paths.length + notExamined.length).toBeGreaterThan(0);
  });

  it('names of the language are names like any other', async () => {
    const text =
      'exports.constructor = (req) => eval(req.query.__proto__);\nexports.toString = (a) => a.hasOwnProperty(a.valueOf);\n';
    expect(linkPaths(await summariesOf({ 'src/h.js': text })).paths).toHaveLength(1);
  });
});
