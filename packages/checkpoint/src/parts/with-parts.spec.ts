import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../engine-version.ts';
import type { OpenedPart } from './open-parts.ts';
import { withParts } from './with-parts.ts';

const BY = ['lengths', 'digest', ENGINE_VERSION];
const KEY = [...BY, 'a.js', '1'];

function opened(project: string, path: string, said: string): OpenedPart {
  const of = { project, root: '', nested: [] };
  const part = { ...of, inputs: '', files: [{ path, blob: '1' }], entries: [{ by: BY, of: [[0, said] as const] }] };
  return { ...of, part, report: { project, state: 'used', why: undefined } };
}

describe('when work is done with parts', () => {
  it('a part that says what is not so is left out of the result and reported', async () => {
    const parts = [opened('liar', 'a.js', '[1]'), opened('honest', 'b.js', '[2]')];
    const { result, reports } = await withParts(parts, async (front) => {
      const cache = front(undefined);
      const said = await cache.get(KEY);
      if (said !== undefined) await cache.put(KEY, [{ file: 'a.js' }]);
      return [said, await cache.get([...BY, 'b.js', '1'])];
    });
    expect(result).toEqual([undefined, [2]]);
    expect(reports.map(({ project, state }) => `${project} ${state}`)).toEqual(['liar recomputed', 'honest used']);
  });

  it('what comes to an error over a part is done again without any', async () => {
    const { result, reports } = await withParts([opened('hostile', 'a.js', '[null]')], async (front) => {
      const said = (await front(undefined).get(KEY)) as readonly { readonly length: number }[] | undefined;
      return said?.map(({ length }) => length) ?? 'found out';
    });
    expect(result).toBe('found out');
    expect(reports).toEqual([
      { project: 'hostile', state: 'recomputed', why: expect.stringContaining('error') as string },
    ]);
  });

  it('C06: parts that are caught one after the other do not have it done for each', async () => {
    const parts = ['a.js', 'b.js', 'c.js', 'd.js'].map((path) => opened(path, path, '[1]'));
    let times = 0;
    const { result, reports } = await withParts(parts, async (front) => {
      times += 1;
      for (const path of ['a.js', 'b.js', 'c.js', 'd.js']) {
        const key = [...BY, path, '1'];
        if ((await front(undefined).get(key)) === undefined) continue;
        await front(undefined).put(key, []);
        return 'fooled';
      }
      return 'found out';
    });
    expect(result).toBe('found out');
    expect(times).toBe(3);
    expect(reports.map(({ state }) => state)).toEqual(parts.map(() => 'recomputed'));
  });

  it('an error that no part is to blame for is told', async () => {
    const failing = withParts([opened('honest', 'a.js', '[1]')], () => Promise.reject(new Error('no disk')));
    await expect(failing).rejects.toThrow('no disk');
  });

  it('what was not believed stays reported as it was', async () => {
    const report = { project: 'gone', state: 'missing', why: 'there is none' } as const;
    const { reports } = await withParts([{ project: 'gone', root: '', nested: [], part: undefined, report }], () =>
      Promise.resolve(1),
    );
    expect(reports).toEqual([report]);
  });
});
