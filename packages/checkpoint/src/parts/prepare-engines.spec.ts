import { afterEach, expect, it, vi } from 'vitest';
import { EMBEDDED } from '../scanners.ts';
import { prepareEngines } from './prepare-engines.ts';

afterEach(() => void vi.restoreAllMocks());

it.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ['code of one language', ['lib/a.ts'], ['lib/a.ts'], []],
  ['code of several', ['a.js', 'b.py', 'c.tsx'], ['a.js', 'c.tsx'], ['b.py']],
  ['what no engine reads', ['README.md'], [], []],
])('each engine is told of the files that it reads: %s', async (_what, files, javascript, python) => {
  expect(await toldOf(files)).toEqual({ javascript, python });
});

it('nothing is loaded for nothing', async () => {
  const load = vi.spyOn(EMBEDDED.javascript, 'load');
  await prepareEngines([]);
  expect(load).not.toHaveBeenCalled();
});

async function toldOf(files: readonly string[]) {
  const told = { javascript: [] as readonly string[], python: [] as readonly string[] };
  for (const name of ['javascript', 'python'] as const) {
    const scanner = await EMBEDDED[name].load();
    vi.spyOn(scanner, 'prepare').mockImplementation((names) => void (told[name] = names));
  }
  await prepareEngines(files);
  return told;
}
