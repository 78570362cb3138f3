import { expect, it } from 'vitest';
import { loopOfRef, loopRef } from './loop-ref.ts';

it.each([
  ['agent/x', 'refs/pawl/loop/agent%2Fx'],
  ['main', 'refs/pawl/loop/main'],
  ['@', 'refs/pawl/loop/%40'],
  ['a.lock', 'refs/pawl/loop/a%2Elock'],
  ['ä~^:?*[\\', 'refs/pawl/loop/%C3%A4%7E%5E%3A%3F%2A%5B%5C'],
])('the chain of %j has a name of one component, and the loop can be told from it', (loop, ref) => {
  expect(loopRef(loop)).toBe(ref);
  expect(loopOfRef(ref)).toBe(loop);
});

it.each([
  'refs/pawl/loop/a/b',
  'refs/pawl/loop/%zz',
  'refs/pawl/loop/%61',
  'refs/pawl/loop/a%2fb',
  'refs/pawl/lock/main',
])('a ref that no loop has is refused: %j', (ref) => {
  expect(() => loopOfRef(ref)).toThrow(expect.objectContaining({ code: 'corrupt-loop' }));
});
