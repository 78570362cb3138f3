import { type Cache, NO_CACHE } from '@pawl/cache';
import type { Scanner } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { factsBy } from '../file-facts.ts';
import { resultsIn } from '../results.ts';
import type { Tree } from '../tree.ts';
import { partCache } from './part-cache.ts';
import { recorder } from './recorder.ts';

const FILES = ['lib/a.js', 'lib/b.js', 'other/c.js'].map((path) => ({ path, mode: '100644', blob: `blob of ${path}` }));

const tree: Tree = {
  id: 'tree',
  entries: FILES,
  read: (entries) =>
    Promise.resolve(entries.map(({ path, blob }) => ({ kind: 'text', file: path, blob, text: `text of ${path}` }))),
  texts: () => Promise.resolve([]),
};

const scanner: Scanner = {
  name: 'probe',
  scope: 'file',
  version: '1',
  rulesDigest: 'd',
  owes: () => true,
  plan: () => ({ kind: 'in-process', run: () => Promise.resolve() }),
  read: () => ({ findings: [], coverage: { examined: [], notExamined: [] } }),
};

interface Fact {
  readonly file: string;
  readonly length: number;
}

/** Says nothing of files whose name is `b.js`. */
function facts(cache: Cache, found: string[] = []) {
  const find = ({ file, text }: { readonly file: string; readonly text: string }): Promise<Fact | null> => {
    found.push(file);
    return Promise.resolve(file.endsWith('b.js') ? null : { file, length: text.length });
  };
  const finder = { name: ['lengths', 'digest'], find, isFact: (value: unknown) => typeof value === 'object' };
  return factsBy<Fact>(finder, () => Promise.resolve(cache));
}

function partOf(written: ReturnType<typeof recorder>) {
  return { project: 'p', root: '', nested: [], inputs: '', files: FILES, entries: written.entries(FILES) };
}

describe('when what is found out is written down', () => {
  it('facts of folders are answered from it file by file, also where others are asked about together', async () => {
    const written = recorder();
    await facts(written.over(undefined)).ofEntries(tree, FILES);
    const [, b, c] = FILES;
    const found: string[] = [];
    const again = facts(partCache([partOf(written)]).over(undefined), found);
    expect(await again.ofEntries(tree, FILES)).toEqual([
      { file: 'lib/a.js', length: 16 },
      { file: 'other/c.js', length: 18 },
    ]);
    const others = facts(partCache([partOf(written)]).over(undefined), found);
    expect(
      await others.ofEntries(
        tree,
        [b, c].flatMap((one) => one ?? []),
      ),
    ).toEqual([{ file: 'other/c.js', length: 18 }]);
    expect(found).toEqual([]);
  });

  it('results of scanners are answered from it, those of whole trees are not', async () => {
    const written = recorder();
    const result = { findings: [], coverage: { examined: [], notExamined: [] } };
    await resultsIn(written.over(undefined)).keep(scanner, ['lib/a.js', 'blob of lib/a.js'], result);
    await resultsIn(written.over(undefined)).keep({ ...scanner, scope: 'tree' }, ['tree'], result);
    const results = resultsIn(partCache([partOf(written)]).over(undefined));
    expect(await results.recall(scanner, ['lib/a.js', 'blob of lib/a.js'])).toEqual(result);
    expect(await results.recall({ ...scanner, version: '2' }, ['lib/a.js', 'blob of lib/a.js'])).toBeUndefined();
    expect(await results.recall(scanner, ['lib/a.js', 'another blob'])).toBeUndefined();
    expect(written.entries(FILES)).toHaveLength(1);
  });

  it('what was known before is written down as well', async () => {
    const first = recorder();
    await facts(first.over(undefined)).ofEntries(tree, FILES);
    const second = recorder();
    const found: string[] = [];
    await facts(second.over(partCache([partOf(first)]).over(undefined)), found).ofEntries(tree, FILES);
    expect(found).toEqual([]);
    expect(second.entries(FILES)).toEqual(first.entries(FILES));
  });

  it('what is about other files is left out', async () => {
    const written = recorder();
    await facts(written.over(undefined)).ofEntries(tree, FILES);
    const [entries] = written.entries(FILES.slice(1, 2));
    expect(entries?.of).toEqual([[0, '[]']]);
  });

  it('the cache below gets what it would get without', async () => {
    const kept: unknown[] = [];
    const below = (): Cache => ({ ...NO_CACHE, put: (key, value) => Promise.resolve(void kept.push([key, value])) });
    await facts(recorder().over(below())).ofEntries(tree, FILES);
    await facts(below()).ofEntries(tree, FILES);
    expect(kept.slice(0, kept.length / 2)).toEqual(kept.slice(kept.length / 2));
    expect(kept).toHaveLength(4);
  });
});
