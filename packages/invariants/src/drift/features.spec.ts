import { describe, expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import { type DriftFacts, driftFacts } from './drift-of.ts';
import type { Features } from './tally.ts';

async function featuresBetween(base: string, head: string): Promise<DriftFacts> {
  return driftFacts(await changeBetween('src/a.js', base, head), { forth: [], back: [] });
}

function values(features: Features): Readonly<Record<string, number>> {
  return Object.fromEntries([...features].flatMap(([name, { value }]) => (value === 0 ? [] : [[name, value]])));
}

const unguarded = 'function read(path) {\n  return load(path);\n}\n';
const guarded = unguarded.replace('{\n', '{\n  if (path.includes("..")) throw new Error("denied");\n');
const one = Math.log1p(1);

it('when a defence is lost › it is counted by kind, by how it left, and the less the more there are', async () => {
  const { forth } = await featuresBetween(guarded, unguarded);
  expect(values(forth)).toMatchObject({ 'lost guard': one, 'lost guard throw': one, 'lost call': Math.log1p(2) });
  expect(values(forth)).toMatchObject({ 'lines lost': one, 'more lines lost': one, lines: one, files: one });
  expect(Object.keys(values(forth)).filter((name) => /gained|new|gone/u.test(name))).toEqual([]);
  expect(forth.get('lost guard')?.from.map(({ text }) => text)).toEqual(['path.includes("..")']);
});

it('when a defence is added › it has only gained', async () => {
  const { forth } = await featuresBetween(unguarded, guarded);
  expect(values(forth)).toHaveProperty('gained guard', one);
  expect(Object.keys(values(forth)).filter((name) => /lost|gone|worse|weaker|lowered/u.test(name))).toEqual([]);
});

describe('when a change is undone', () => {
  const twins = new Map(
    ['lost gained', 'gone new', 'worse better', 'weaker stricter', 'raised lowered']
      .map((pair) => pair.split(' ') as [string, string])
      .flatMap(([a, b]) => [[a, b] as const, [b, a] as const]),
  );

  /** The features that have a twin on the way back. The share of words is asked on the way forth only. */
  function twinned(features: Features, nameOf = (word: string): string => word): Readonly<Record<string, number>> {
    const named = Object.entries(values(features)).filter(
      ([name]) => !/^share of \w+ words/u.test(name) && name.split(' ').some((word) => twins.has(word)),
    );
    return Object.fromEntries(named.map(([name, value]) => [name.split(' ').map(nameOf).join(' '), value]));
  }

  it.each([
    ['lost guard', guarded, unguarded],
    ['gone guard', `${guarded}go();\n`, 'go();\n'],
    ['gained call', guarded, guarded.replace('load(path)', 'load(decode(path))')],
    ['weaker guard', guarded, guarded.replace('if (', 'if (strict && ')],
    ['plainly worse', 'MAX_SIZE = 10;\n', 'MAX_SIZE = Infinity;\n'],
    ['plainly worse', 'const BLOCKED = ["a", "b"];\n', 'const BLOCKED = ["a"];\n'],
    ['lost wrapper of security', 'show(escape(x));\n', 'show(x);\n'],
    ['regex worse', 'y.replace(/[<>]/g, "");\n', 'y.replace(/[<]/g, "");\n'],
  ])('has the twin of %s, and of all else', async (name, base, head) => {
    const { forth, back } = await featuresBetween(base, head);
    expect(twinned(forth)).toHaveProperty(name);
    expect(twinned(forth, (word) => twins.get(word) ?? word)).toEqual(twinned(back));
    expect(values(back)).toEqual(values((await featuresBetween(head, base)).forth));
  });
});
