import { describe, expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { driftFacts } from './drift-of.ts';

async function isCertain(base: string, head: string, file = 'src/a.js'): Promise<boolean> {
  return (await driftFacts(await changeBetween(file, base, head), { forth: [], back: [] })).certain;
}

const inside = (...lines: readonly string[]): string =>
  `function read(name, mode) {\n${lines.map((line) => `  ${line}\n`).join('')}  return go(name);\n}\n`;

describe('when a change does nothing but weaken', () => {
  it.each([
    [
      'a guard waits for a setting',
      ['if (bad(name)) throw new E();'],
      ['if (bad(name) && process.env.X) throw new E();'],
    ],
    ['a guard waits for anything', ['if (bad(name)) throw new E();'], ['if (bad(name) && old) throw new E();']],
    ['a guard refuses less', ['if (name.length < 12) throw new E();'], ['if (name.length < 1) throw new E();']],
    ['a check comes late', ['check(name);', 'drop(name);'], ['drop(name);', 'check(name);']],
    ['a limit is taken off', ['use({ maxBytes: 1024 });'], ['use({ maxBytes: Infinity });']],
    ['a text loses what protects', ['set("Path=/; Secure; Max=1");'], ['set("Path=/; Max=1");']],
    ['a list lets all through', ['allow(["a"]);'], ['allow(["a", "*"]);']],
    ['a handler swallows', ['try { go(); } catch (e) { throw e; }'], ['try { go(); } catch (e) {}']],
  ])('is certain where %s', async (_, before, after) => {
    expect(await isCertain(inside(...before), inside(...after))).toBe(true);
    expect(await isCertain(inside(...after), inside(...before))).toBe(false);
  });

  it('is certain where what was made of a value is used no more', async () => {
    const [before, after] = ['load(file);', 'load(join(root, name));'].map((use) =>
      inside('const file = resolve(name);', use),
    );
    expect(await isCertain(before ?? '', after ?? '')).toBe(true);
  });

  it('is certain where a decorator that protects is gone', async () => {
    const view = 'def show(request):\n    return page(request)\n';
    expect(await isCertain(`@login_required\n${view}`, view, 'a.py')).toBe(true);
  });
});

describe('when a change does more', () => {
  const weak = 'if (bad(name) && old) throw new E();';
  const strong = 'if (bad(name)) throw new E();';

  it('has to be weighed where it also adds code', async () => {
    expect(await isCertain(inside(strong), inside(weak, 'one(name);', 'two(name);'))).toBe(false);
  });

  it('has to be weighed where it is large', async () => {
    const other = Array.from({ length: 6 }, (_, at) => `step${at}(name);`);
    expect(await isCertain(inside(strong, ...other), inside(weak))).toBe(false);
  });

  it('has to be weighed where it touches another place', async () => {
    const steps = ['one(name);', 'two(name);', 'three(name);'];
    expect(await isCertain(inside(strong, ...steps, 'stop();'), inside(weak, ...steps))).toBe(false);
  });

  it('has to be weighed where something is plainly better', async () => {
    expect(await isCertain(inside(strong, 'use({ maxBytes: 9000 });'), inside(weak, 'use({ maxBytes: 10 });'))).toBe(
      false,
    );
  });

  it('is certain for all comments and blank lines that come with it', async () => {
    const comment = Array.from({ length: 9 }, () => '// Older clients send nothing.');
    expect(await isCertain(inside(strong), inside(...comment, weak))).toBe(true);
  });
});
