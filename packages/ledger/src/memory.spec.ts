import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemory } from './memory.ts';

let state: string;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'pawl-memory-'));
});
afterEach(() => rm(state, { recursive: true }));

const memoryOf = (repository: string) => openMemory(repository, { XDG_STATE_HOME: state });

describe('openMemory', () => {
  it('knows nothing at first, and writes nothing by asking', async () => {
    expect(await memoryOf('/r/.git').recall()).toEqual({});
    expect(await readdir(state)).toEqual([]);
  });

  it('remembers the newest lock of each branch', async () => {
    const memory = memoryOf('/r/.git');
    await memory.remember('main', 1, 'c1');
    await memory.remember('next', 5, 'c5');
    await memory.remember('main', 2, 'c2');
    expect(await memory.recall()).toEqual({ main: { sequence: 2, commit: 'c2' }, next: { sequence: 5, commit: 'c5' } });
  });

  it('L03 never goes back to an older lock', async () => {
    const memory = memoryOf('/r/.git');
    await memory.remember('main', 2, 'c2');
    await memory.remember('main', 1, 'c1');
    expect((await memory.recall())['main']).toEqual({ sequence: 2, commit: 'c2' });
  });

  it('keeps repositories apart', async () => {
    await memoryOf('/a/.git').remember('main', 1, 'c1');
    expect(await memoryOf('/b/.git').recall()).toEqual({});
  });

  it.each(['{', '{}', '{"schema":"pawl/memory@1","locks":{"main":{"sequence":"1","commit":"c"}}}'])(
    'refuses a record that it cannot read instead of forgetting: %s',
    async (text) => {
      await memoryOf('/r/.git').remember('main', 1, 'c1');
      const [file] = await readdir(join(state, 'pawl'));
      await writeFile(join(state, 'pawl', file ?? ''), text);
      await expect(memoryOf('/r/.git').recall()).rejects.toMatchObject({ code: 'memory-unusable' });
    },
  );
});
