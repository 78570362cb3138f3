import { expect, it } from 'vitest';
import { nodesIn } from '../testing/change-between.ts';
import { itemOf } from './list-item.ts';

it.each([
  ['const BLOCKED_KEYS = ["__proto__"];', 'denied item'],
  ['const unsafe = new Set(["eval"]);', 'denied item'],
  ['const allowedHosts = Object.freeze(["a.example"]);', 'allowed item'],
  ['const options = { trusted: ["a.example"] };', 'allowed item'],
  ['const HOSTS = ["a.example"];\nif (!HOSTS.includes(host)) throw new Error();', 'allowed item'],
  ['const HOSTS = ["a.example"];\nif (HOSTS.includes(host)) go();', 'item'],
  ['const ORIGINS = ["a.example"];\nuse(cors({ origin: ORIGINS }));', 'allowed item'],
  ['const NAMES = ["a"];\nuse({ allowedNames: NAMES });', 'allowed item'],
  ['const NAMES = ["a"];\nuse({ names: NAMES });', 'item'],
  ['const colours = ["red"];', 'item'],
  ['paint(["red"]);', 'item'],
])('when code says %s › what is listed is a(n) %s', async (code, item) => {
  const lists = await nodesIn('src/a.js', code, 'array');
  expect(lists.map(itemOf)).toEqual([item]);
});

it('when a list is taken away from what was given › it says what may be there', async () => {
  const [list] = await nodesIn('a.py', 'if set(given) - {"title"}:\n    raise E()\n', 'set');
  expect(list && itemOf(list)).toBe('allowed item');
});
