import { expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { evidenceOf } from './evidence-of.ts';
import { countRawValues } from './raw-values.ts';
import { Tally } from './tally.ts';

const inside = (made: string, use: string): string => `function f(name, req) {\n  ${made}\n  ${use}\n}\n`;

it.each([
  [
    'another part of what it was made of',
    'const file = resolve(name);',
    'load(file);',
    'load(join(root, name));',
    true,
  ],
  ['all that was asked for', 'const input = Form.parse(req.body);', 'save(input);', 'save(req.body);', true],
  [
    'what is not decoded yet',
    'const at = decode(name);',
    'if (at.bad) throw new E();',
    'if (name.bad) throw new E();',
    true,
  ],
  ['the same made in its place', 'const file = resolve(name);', 'load(file);', 'load(resolve(name));', false],
  ['what has nothing to do with it', 'const file = resolve(name);', 'load(file);', 'load(other);', false],
  ['what it was counted from', 'const count = sum(name);', 'load(count);', 'load(name);', false],
  ['another call', 'const file = resolve(name);', 'load(file);', 'tell(name);', false],
])('when what is used is %s › it tells whether it is raw', async (_, made, use, now, raw) => {
  const { lost, gained } = await evidenceOf(await changeBetween('a.js', inside(made, use), inside(made, now)), {
    forth: [],
    back: [],
  });
  const tally = new Tally();
  countRawValues(tally, lost.signs, gained.signs, 'worse');
  expect([...tally.damped().keys()]).toEqual(raw ? ['worse value', 'plainly worse'] : []);
});
