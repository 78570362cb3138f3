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
  ['const colours = ["red"];', 'item'],
  ['paint(["red"]);', 'item'],
])('when code says %s › what is listed is a(n) %s', async (code, item) => {
  const lists = await nodesIn('src/a.js', code, 'array');
  expect(lists.map(itemOf)).toEqual([item]);
});
