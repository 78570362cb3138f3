import { describe, expect, it } from 'vitest';
import { changeBetween } from '../testing/change-between.ts';
import type { Change } from '../change.ts';
import { lostAndGained, type Trace } from './lost-and-gained.ts';

const NOTHING = { lost: [], gained: [] };

const told = (traces: readonly Trace[], kind: string): readonly string[] =>
  traces.filter((trace) => trace.kind === kind).map(({ text }) => text);

async function between(base: string, head: string, file = 'src/a.js'): Promise<ReturnType<typeof lostAndGained>> {
  return lostAndGained(await changeBetween(file, base, head));
}

const guarded = 'function read(name) {\n  if (isBad(name)) throw new Error(name);\n  return load(name);\n}\n';
const other = 'function write(x) {\n  save(x);\n}\n';

describe('when code is only rewritten', () => {
  it.each([
    ['a local gets another name', guarded, guarded.replaceAll('name', 'path')],
    ['a function gets another name', guarded, guarded.replace('read', 'fetchIt')],
    ['a function moves', guarded + other, other + guarded],
    ['a comment is added', guarded, `// isBad is enough here\n${guarded}`],
  ])('loses and gains nothing where %s', async (_, base, head) => {
    expect(await between(base, head)).toEqual(NOTHING);
  });

  it('loses nothing where a function moves to another file', async () => {
    const [from, to] = await Promise.all([
      changeBetween('src/a.js', guarded + other, other),
      changeBetween('src/b.js', '', guarded),
    ]);
    const change: Change = { pairs: [...from.pairs, ...to.pairs] };
    expect(lostAndGained(change)).toEqual(NOTHING);
  });
});

describe('when another function is called', () => {
  it('is no rename, because neither name is declared here', async () => {
    const { lost, gained } = await between('send(escape(x));\n', 'send(same(x));\n');
    expect(told(lost, 'call')).toEqual(['send(escape(x))', 'escape(x)']);
    expect(told(gained, 'call')).toEqual(['send(same(x))', 'same(x)']);
  });
});

describe('when elements are lost', () => {
  it('says which, from which function, and with which words', async () => {
    const { lost, gained } = await between(guarded, guarded.replace(/ {2}if .*\n/u, ''));
    expect(told(lost, 'guard')).toEqual(['isBad(name)']);
    expect(lost.find(({ kind }) => kind === 'guard')).toMatchObject({
      detail: 'throw',
      symbol: 'read',
      stays: true,
      words: new Set(['is', 'bad', 'isbad', 'name']),
    });
    expect(gained).toEqual([]);
  });

  it('knows that they went with their function', async () => {
    const { lost } = await between(guarded + other, other);
    expect(told(lost, 'guard')).toEqual(['isBad(name)']);
    expect(lost.every(({ stays }) => !stays)).toBe(true);
  });

  it('knows a function by its new name', async () => {
    const head = guarded.replace('read', 'fetchIt').replace('isBad(name)', 'false');
    const { lost } = await between(`${guarded}read(1);\n`, `${head}fetchIt(1);\n`);
    expect(lost.find(({ kind }) => kind === 'guard')).toMatchObject({ symbol: 'read', stays: true });
  });

  it('takes nothing in test code for a defence', async () => {
    expect(await between(guarded, other, 'test/a.js')).toEqual(NOTHING);
  });
});
