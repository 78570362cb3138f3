import { type Cache, NO_CACHE } from '@pawl/cache';
import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../engine-version.ts';
import { partCache } from './part-cache.ts';
import type { Part } from './part-document.ts';

const BY = ['lengths', 'digest', ENGINE_VERSION];

function part(project: string, said: Readonly<Record<string, string>>): Part {
  const files = Object.keys(said).map((path) => ({ path, blob: '1' }));
  const of = Object.values(said).map((text, index) => [index, text] as const);
  return { project, root: '', nested: [], inputs: '', files, entries: [{ by: BY, of }] };
}

const lib = part('lib', { 'lib/a.js': '[1]', 'lib/b.js': '[]' });
const below = (value: unknown): Cache => ({ ...NO_CACHE, get: () => Promise.resolve(value) });
const keyOf = (...paths: readonly string[]): readonly string[] => [...BY, ...paths.flatMap((path) => [path, '1'])];

describe('when something is asked of parts', () => {
  it('a folder is answered from all that is said of its files, in the order of the question', async () => {
    const cache = partCache([lib, part('other', { 'lib/c.js': '[3]' })]).over(undefined);
    expect(await cache.get(keyOf('lib/c.js', 'lib/b.js', 'lib/a.js'))).toEqual([3, 1]);
  });

  it.each([
    ['a file that no part is about', keyOf('lib/a.js', 'lib/z.js')],
    ['another content', [...BY, 'lib/a.js', '2']],
    ['another engine', ['widths', 'digest', ENGINE_VERSION, 'lib/a.js', '1']],
    ['another version', ['lengths', 'digest', '0.0.0', 'lib/a.js', '1']],
    ['no file', BY],
    ['something else', ['judgement', 'x']],
  ])('the cache below answers: %s', async (_, key) => {
    const opened = partCache([lib]);
    expect(await opened.over(below('kept')).get(key)).toBe('kept');
    expect(opened.refuted().size).toBe(0);
  });

  it('a part speaks of its own files alone', async () => {
    const sly: Part = {
      ...lib,
      entries: [
        { by: BY, of: [[0, '[1]']] },
        { by: [...BY, 'lib/a.js', '1'], of: [[1, '[]']] },
      ],
    };
    expect(await partCache([sly]).over(below('kept')).get(keyOf('lib/a.js', 'lib/b.js'))).toBe('kept');
  });
});

describe('when a part is wrong', () => {
  it('C06: what is no JSON is found out again, and the part is named', async () => {
    const broken = part('lib', { 'lib/a.js': '[1', 'lib/b.js': '[]' });
    const opened = partCache([broken]);
    expect(await opened.over(below('kept')).get(keyOf('lib/a.js'))).toBe('kept');
    expect(opened.refuted().get(broken)).toContain('lib/a.js');
  });

  it('C06: of two parts that say different things of a file neither is believed', async () => {
    const other = part('other', { 'lib/a.js': '[]' });
    const opened = partCache([lib, other]);
    expect(await opened.over(below('kept')).get(keyOf('lib/a.js'))).toBe('kept');
    expect([...opened.refuted().keys()]).toEqual([lib, other]);
  });

  it('two parts that say the same are both believed', async () => {
    const opened = partCache([lib, part('other', { 'lib/a.js': '[1]' })]);
    expect(await opened.over(undefined).get(keyOf('lib/a.js'))).toEqual([1]);
    expect(opened.refuted().size).toBe(0);
  });

  it('C06: what was found out after all is compared with what the part says', async () => {
    const opened = partCache([lib]);
    await opened.over(undefined).put(keyOf('lib/a.js', 'lib/b.js'), [{ file: 'lib/b.js' }]);
    expect(opened.refuted().get(lib)).toContain('is not what was found');
  });
});

it.each([
  ['what is found out is kept below', keyOf('lib/z.js'), [4]],
  [
    'C06: what a part says is not, and neither is what was found out beside it',
    keyOf('lib/a.js', 'lib/z.js'),
    undefined,
  ],
])('%s', async (_, key, expected) => {
  const kept: unknown[] = [];
  const cache = partCache([lib]).over({ ...NO_CACHE, put: (__, value) => Promise.resolve(void kept.push(value)) });
  await cache.get(keyOf('lib/a.js'));
  await cache.put(key, [4]);
  expect(kept).toEqual(expected === undefined ? [] : [expected]);
});
