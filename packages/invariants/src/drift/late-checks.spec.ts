import { expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { lateChecks } from './late-checks.ts';

async function lateBetween(file: string, base: string, head: string): Promise<readonly string[]> {
  const change = await changeBetween(file, base, head);
  return lateChecks(change, 'base').map(({ text }) => text);
}

const inJs = (...lines: readonly string[]): string =>
  `function f(a, b) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

it.each([
  ['a call that checks', ['check(a);', 'remove(a);'], ['check(a)']],
  ['one that is waited for', ['await can(a.user).assert(b);', 'give(b);'], ['can(a.user).assert(b)']],
  ['one of an object', ['this.link.verifyKey(b);', 'this.link.activate();'], ['this.link.verifyKey(b)']],
  ['a guard', ['if (!a.ok) throw new Error();', 'send(a);'], ['(!a.ok)']],
])('when %s comes after the use of what it asks about › it is late', async (_, [check = '', use = ''], late) => {
  expect(await lateBetween('a.js', inJs(check, use), inJs(use, check))).toEqual(late);
  expect(await lateBetween('a.js', inJs(use, check), inJs(check, use))).toEqual([]);
});

it.each([
  ['two checks change places', ['check(a);', 'if (!a.ok) throw new Error();']],
  ['what comes before it has nothing to do with it', ['check(a);', 'remove(b);']],
  ['what comes before it only logs', ['check(a);', 'console.log(a);']],
  ['the call checks nothing by its name', ['add(a);', 'remove(a);']],
  ['it settles a promise', ['reject(a);', 'remove(a);']],
])('when %s › nothing is late', async (_, [first = '', second = '']) => {
  expect(await lateBetween('a.js', inJs(first, second), inJs(second, first))).toEqual([]);
});

it('when a use is only added before a check › nothing that came after it comes before it', async () => {
  expect(await lateBetween('a.js', inJs('check(a);', 'go();'), inJs('remove(a);', 'check(a);', 'go();'))).toEqual([]);
});

it('when an assertion comes late › it is a check too', async () => {
  const [before, after] = ['    assert a.ok\n    send(a)\n', '    send(a)\n    assert a.ok\n'].map(
    (code) => `def f(a):\n${code}`,
  );
  expect(await lateBetween('a.py', before ?? '', after ?? '')).toEqual(['a.ok']);
});
