import { expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { countEdits } from './edits.ts';
import { evidenceOf } from './evidence-of.ts';
import { Tally } from './tally.ts';

const [worse, better] = ['plainly worse', 'plainly better'];
const [raised, lowered] = ['raised a number', 'lowered a number'];

it.each([
  ['if bad(u): raise E()', 'if bad(u) and old(u): raise E()', ['weaker guard']],
  ['if bad(u) and old(u): raise E()', 'if bad(u): raise E()', ['stricter guard']],
  ['if bad(u) and new(u): raise E()', 'if bad(u) and old(u) and new(u): raise E()', ['weaker guard']],
  ['if bad(u): raise E()', 'if old(u): raise E()', []],
  ['if bad(u): raise E()', 'if not bad(u): raise E()', []],
  ['if u.age < 10: raise E()', 'if u.age < 100: raise E()', []],
  ['f(verify=True)', 'f(verify=False)', [worse, 'switched off']],
  ['f(verify=False)', 'f(verify=True)', [better, 'switched on']],
  ['f(colour=True)', 'f(colour=False)', ['switched off']],
  ['u = clean(u)', 'clean(u)', [worse]],
  ['clean(u)', 'u = clean(u)', [better]],
  ['x = clean(u)', 'return clean(u)', []],
  ['BLOCKED = ["a", "b"]', 'BLOCKED = ["a"]', [worse]],
  ['ALLOWED = ["a"]', 'ALLOWED = ["a", "b"]', [worse]],
  ['ALLOWED = ["a", "b"]', 'ALLOWED = ["a"]', [better]],
  ['COLOURS = ["a", "b"]', 'COLOURS = ["a"]', []],
  ['MAX_SIZE = 10 * 1024', 'MAX_SIZE = 100 * 1024', [worse, raised]],
  ['MAX_SIZE = 1 << 20', 'MAX_SIZE = 2 ** 10', [lowered, better]],
  ['timeout = 30', 'timeout = None', [worse, raised]],
  ['timeout = None', 'timeout = 30', [lowered, better]],
  ['limit = 0', 'limit = 100', [lowered, better]],
  ['iterations = 100_000', 'iterations = 1000', [lowered, worse]],
  ['iterations = 1000', 'iterations = 0', [lowered, worse]],
  ['colour = 5', 'colour = 0', [lowered]],
  ['timeout = 60', 'timeout = 6 * 10', []],
  ['timeout = 60', 'timeout = minutes(1)', []],
])('when %s became %s › it counts %j', async (base, head, names) => {
  const [before, after] = [base, head].map((line) => `def f(u):\n    ${line}\n    go(u)\n`) as [string, string];
  const { lost, gained } = await evidenceOf(await changeBetween('a.py', before, after), { forth: [], back: [] });
  const tally = new Tally();
  countEdits(tally, lost, gained);
  expect([...tally.damped().keys()].sort()).toEqual([...names].sort());
});
