import { expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { countEdits } from './edits.ts';
import { evidenceOf } from './evidence-of.ts';
import { Tally } from './tally.ts';

const [worse, better] = ['plainly worse', 'plainly better'];
const [wide, narrow] = ['worse bound', 'better bound'];
const hidden = 'worse guard behind a switch';
const [longer, shorter] = ['worse list', 'better list'];
const [raised, lowered] = ['raised a number', 'lowered a number'];

it.each([
  ['if bad(u): raise E()', 'if bad(u) and old(u): raise E()', ['weaker guard']],
  ['if bad(u) and old(u): raise E()', 'if bad(u): raise E()', ['stricter guard']],
  ['if bad(u) and new(u): raise E()', 'if bad(u) and old(u) and new(u): raise E()', ['weaker guard']],
  ['if bad(u): raise E()', 'if old(u): raise E()', []],
  ['if bad(u): raise E()', 'if not bad(u): raise E()', []],
  ['if u.age < 10: raise E()', 'if u.age < 100: raise E()', [better, narrow]],
  ['if u.age > 10: raise E()', 'if u.age > 100: raise E()', [worse, wide]],
  ['if not u.age <= 10: raise E()', 'if not u.age <= 100: raise E()', [worse, wide]],
  ['if u.age < 10 and u: raise E()', 'if u.age < 2 and u: raise E()', [worse, wide]],
  ['if u.age < 10: raise E()', 'if u.size < 2: raise E()', []],
  ['if bad(u): raise E()', 'if bad(u) and os.environ.get("X"): raise E()', ['weaker guard', hidden, worse]],
  ['if bad(u): raise E()', 'if bad(u) and not u.skip: raise E()', ['weaker guard', hidden, worse]],
  [
    'if bad(u) and __debug__: raise E()',
    'if bad(u): raise E()',
    ['stricter guard', 'better guard behind a switch', better],
  ],
  ['f(verify=True)', 'f(verify=False)', [worse, 'switched off']],
  ['f(verify=False)', 'f(verify=True)', [better, 'switched on']],
  ['f(colour=True)', 'f(colour=False)', ['switched off']],
  ['u = clean(u)', 'clean(u)', [worse]],
  ['clean(u)', 'u = clean(u)', [better]],
  ['x = clean(u)', 'return clean(u)', []],
  ['BLOCKED = ["a", "b"]', 'BLOCKED = ["a"]', [worse, longer]],
  ['ALLOWED = ["a"]', 'ALLOWED = ["a", "b"]', [worse, longer]],
  ['ALLOWED = ["a", "b"]', 'ALLOWED = ["a"]', [better, shorter]],
  ['COLOURS = ["a", "b"]', 'COLOURS = ["a"]', []],
  ['MAX_SIZE = 10 * 1024', 'MAX_SIZE = 100 * 1024', [worse, wide, raised]],
  ['MAX_SIZE = 1 << 20', 'MAX_SIZE = 2 ** 10', [lowered, better, narrow]],
  ['timeout = 30', 'timeout = None', [worse, wide, raised]],
  ['timeout = None', 'timeout = 30', [lowered, better, narrow]],
  ['limit = 0', 'limit = 100', [lowered, better, narrow]],
  ['iterations = 100_000', 'iterations = 1000', [lowered, worse, wide]],
  ['iterations = 1000', 'iterations = 0', [lowered, worse, wide]],
  ['colour = 5', 'colour = 0', [lowered]],
  ['timeout = 60', 'timeout = 6 * 10', []],
  ['lifetime = "15m"', 'lifetime = "365d"', [worse, wide, raised]],
  ['config["MAX_LENGTH"] = 1024', 'config["MAX_LENGTH"] = None', [worse, wide, raised]],
  ['KEY_BYTES = 32', 'KEY_BYTES = 4', [lowered, worse, wide]],
  ['MAX_KEY_BYTES = 32', 'MAX_KEY_BYTES = 4', [lowered, better, narrow]],
  ['f(le=10)', 'f(le=1000)', [worse, wide, raised]],
  ['number().max(10)', 'number().max(99)', [worse, wide, raised]],
  ['number().min(10)', 'number().min(1)', [lowered, worse, wide]],
  ['f(number().max(10))', 'f(text().max(99))', []],
  ['HOSTS = ["a"]', 'HOSTS = ["a", "*"]', [worse, longer]],
  ['HOSTS = ["a"]', 'HOSTS = ["a", "b"]', []],
  ['c = "Path=/; Secure; Max=1"', 'c = "Path=/; Max=1"', [worse, 'worse text']],
  ['c = "Path=/; Blue; Max=1"', 'c = "Path=/; Max=1"', []],
  ['c = "Path=/; Secure"', 'c = "/; Path"', []],
  ['timeout = 60', 'timeout = minutes(1)', []],
])('when %s became %s › it counts %j', async (base, head, names) => {
  const [before, after] = [base, head].map((line) => `def f(u):\n    ${line}\n    go(u)\n`) as [string, string];
  const { lost, gained } = await evidenceOf(await changeBetween('a.py', before, after), { forth: [], back: [] });
  const tally = new Tally();
  countEdits(tally, lost, gained);
  expect([...tally.damped().keys()].sort()).toEqual([...names].sort());
});
