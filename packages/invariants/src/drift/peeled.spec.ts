import { expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { lostAndGained } from './lost-and-gained.ts';
import { peeled } from './peeled.ts';

async function peeledBetween(base: string, head: string): Promise<readonly string[]> {
  const change = await changeBetween('src/a.js', base, head);
  return peeled(lostAndGained(change).lost, change, 'head').map(({ text }) => text);
}

it.each([
  ['an argument stands bare', 'show(escape(name));\n', 'show(name);\n', ['escape(name)']],
  ['an operand stands bare', 'p = root + clean(name);\n', 'p = root + name;\n', ['clean(name)']],
  ['an object stands bare', 'x = root + b.trim();\n', 'x = root + b;\n', ['b.trim()']],
  ['one of two wrappers is gone', 'y = outer(inner(x));\n', 'y = outer(x);\n', ['inner(x)']],
])('when %s › it names the call that stood around it', async (_, base, head, calls) => {
  expect(await peeledBetween(base, head)).toEqual(calls);
});

it.each([
  ['another call stands in its place', 'show(escape(name));\n', 'show(quote(name));\n'],
  ['the whole line is gone', 'show(escape(name));\ngo();\n', 'go();\n'],
  ['a wrapper is added', 'show(name);\n', 'show(escape(name));\n'],
])('when %s › it names none', async (_, base, head) => {
  expect(await peeledBetween(base, head)).toEqual([]);
});
