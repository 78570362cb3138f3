import { expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { linesEdited, linesLostAndGained } from './code-lines.ts';

async function linesOf(
  file: string,
  base: string,
  head: string,
): Promise<Record<'lost' | 'gained', readonly string[]>> {
  const { lost, gained } = linesLostAndGained(await changeBetween(file, base, head));
  return { lost: lost.map(({ text }) => text), gained: gained.map(({ text }) => text) };
}

it.each([
  ['a line that goes is lost', 'a.js', 'a();\nb();\n', 'a();\n', ['b();'], []],
  ['a line that comes is gained', 'a.js', 'a();\n', 'a();\nb();\n', [], ['b();']],
  ['a line that moves is neither', 'a.js', 'a();\nb();\nc();\n', 'b();\nc();\na();\n', [], []],
  ['a line that is indented anew is neither', 'a.js', 'a();\n', 'if (x) {\n  a();\n}\n', [], ['if (x) {', '}']],
  ['one of two copies is lost', 'a.js', 'a();\nb();\na();\n', 'b();\na();\n', ['a();'], []],
  ['a comment is no evidence', 'a.js', 'a(); // no `../` here\n/* blocks\n XSS */\nb();\n', 'a();\nb();\n', [], []],
  [
    'a string that is a statement is none either',
    'a.py',
    'def f():\n    "Stops XSS."\n    g()\n',
    'def f():\n    g()\n',
    [],
    [],
  ],
  ['a string that is used is code', 'a.py', 'x = "a"\n', 'x = "b"\n', ['x = "a"'], ['x = "b"']],
  ['a file that goes is lost whole', 'a.js', 'a();\n', '', ['a();'], []],
])('when code changes › %s', async (_, file, base, head, lost, gained) => {
  expect(await linesOf(file, base, head)).toEqual({ lost, gained });
});

it('when a line is very long › its start is what is kept', async () => {
  const { lost } = await linesOf('a.js', `${'a'.repeat(1000)};\n`, '\n');
  expect(lost).toEqual(['a'.repeat(400)]);
});

it.each([
  [
    'a line that moves is taken from one place and put in another',
    'a();\nb();\nc();\nd();\n',
    'b();\nc();\nd();\na();\n',
    1,
    1,
  ],
  ['a line that is indented anew stands where it stood', 'a();\n', 'if (x) {\n  a();\n}\n', 0, 2],
  ['comments count nowhere', 'a();\n', '// one\n// two\nb();\n', 1, 1],
  ['a file that comes is all gained', '', 'a();\nb();\n', 0, 2],
])('when lines are counted › %s', async (_, base, head, lost, gained) => {
  expect(linesEdited(await changeBetween('a.js', base, head))).toEqual({ lost, gained });
});
