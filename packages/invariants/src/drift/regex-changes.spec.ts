import { describe, expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { lostAndGained } from './lost-and-gained.ts';
import { type RegexChange, regexChanges } from './regex-changes.ts';

async function changesBetween(base: string, head: string, file = 'src/a.js'): Promise<readonly RegexChange[]> {
  return regexChanges(lostAndGained(await changeBetween(file, base, head)));
}

const guard = (condition: string): string => `function f(x) {\n  if (${condition}) throw new Error();\n  go(x);\n}\n`;

describe('when a regular expression is edited', () => {
  it.each([
    ['allow', 'more', guard('!/^[a-z]+$/.test(x)'), guard('!/^[a-z.]+$/.test(x)')],
    ['allow', 'more', guard('known && !/^[a-z]+$/.test(x)'), guard('known && !/^[a-z.]+$/.test(x)')],
    ['deny', 'less', guard('/[<>]/.test(x)'), guard('/[<]/.test(x)')],
    ['strip', 'less', 'x = y.replace(/[<>]/g, "");\n', 'x = y.replace(/[<]/g, "");\n'],
    ['strip', 'less', 'const R = /[<>]/g;\ny.replace(R, "");\n', 'const R = /[<]/g;\ny.replace(R, "");\n'],
    ['allow', 'more', 'const VALID_NAME = /^[a-z]+$/;\n', 'const VALID_NAME = /^[a-z]*$/;\n'],
    ['deny', 'less', 'const UNSAFE = /[<>]/;\n', 'const UNSAFE = /[<]/;\n'],
    ['unknown', 'other', 'const COLOUR = /red/;\n', 'const COLOUR = /blue/;\n'],
  ])('knows that it is there to %s, and that it accepts %s', async (use, accepts, base, head) => {
    expect(await changesBetween(base, head)).toMatchObject([{ use, comparison: { accepts } }]);
  });

  it('sees through the call that a language needs to write one', async () => {
    const changes = await changesBetween('x = re.sub("[<>]", "", y)\n', 'x = re.sub("[<]", "", y)\n', 'a.py');
    expect(changes).toMatchObject([{ use: 'strip', comparison: { accepts: 'less' } }]);
  });

  it('pairs each with the one that is most like it', async () => {
    const changes = await changesBetween('f(/^abc$/);\nf(/xyz+/);\n', 'f(/xyz*/);\nf(/^abcd$/);\n');
    expect(changes.map(({ before, after }) => [before.text, after.text])).toEqual([
      ['/^abc$/', '/^abcd$/'],
      ['/xyz+/', '/xyz*/'],
    ]);
  });

  it('does not compare another with what one became that says the same', async () => {
    const base = 'f(RegExp("^abc$"));\nf(RegExp("xyz+"));\n';
    expect(await changesBetween(base, 'f(/^abc$/);\n')).toHaveLength(0);
  });
});

describe('when a regular expression comes or goes', () => {
  it.each([
    ['f(/a/);\n', 'f();\n'],
    ['f();\n', 'f(/a/);\n'],
    ['function f() {\n  g(/a/);\n}\n', 'function h() {\n  k(/b/, 1);\n}\n'],
  ])('there is nothing to compare between %j and %j', async (base, head) => {
    expect(await changesBetween(base, head)).toHaveLength(0);
  });
});
