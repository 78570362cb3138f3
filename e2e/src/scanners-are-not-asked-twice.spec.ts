import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { monorepo, PLANTED_JS, PLANTED_PY } from './support/monorepo.ts';
import { describeWithScanners, startsOf, uninstall } from './support/real-scanners.ts';
import { sharedScannedProject, starts } from './support/scanned-project.ts';
import { HUMAN_JSON, verdictOf, withoutTimings } from './support/verdict-of.ts';

const FILES = await monorepo();

describeWithScanners('when the same change is judged again', () => {
  const shared = sharedScannedProject(FILES);
  const cache = (): string => join(shared().root, 'home/.cache/pawl');
  const answer = async (...more: readonly string[]): Promise<string> =>
    withoutTimings(await shared().pawl(['check', ...HUMAN_JSON, ...more]));
  let first: string;

  beforeEach(async () => {
    await shared().stage({ 'planted.py': PLANTED_PY, 'planted.js': PLANTED_JS, 'quiet.py': 'x = 1\n' });
    first = await answer();
    await rm(startsOf(shared().root), { force: true });
  });

  /** The paths of everything that is kept. */
  async function kept(): Promise<readonly string[]> {
    const entries = await readdir(cache(), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  }

  it('no scanner is started, not even where it is no longer installed', async () => {
    for (const tool of ['semgrep', 'bandit'] as const) await uninstall(shared().root, tool);
    expect(await answer()).toBe(first);
    expect(await starts(shared())).toEqual([]);
    const kinds = verdictOf({ status: 1, stdout: first, stderr: '' }).reasons.map(
      ({ tool, kind }) => `${kind} ${tool}`,
    );
    expect(kinds).toEqual(expect.arrayContaining(['introduced-finding semgrep', 'introduced-finding bandit']));
  });

  it('only what is new to them is given to the scanners', async () => {
    await shared().stage({ 'quiet.py': 'x = 2\n' });
    expect(await answer()).toContain('python-shell');
    expect((await starts(shared())).filter((name) => name === 'semgrep')).toEqual(['semgrep']);
  });

  const spoilt: readonly (readonly [string, () => Promise<void>])[] = [
    ['was deleted', () => rm(cache(), { recursive: true })],
    ['is garbage', () => rewrite(() => Buffer.from('garbage'))],
    ['was cut in half', () => rewrite((content) => content.subarray(0, content.length / 2))],
    ['holds each result under the name of another', () => rewrite((_, other) => other)],
  ];

  /** Makes every entry of the cache another one. */
  async function rewrite(change: (content: Buffer, other: Buffer) => Buffer): Promise<void> {
    const files = await kept();
    const contents = await Promise.all(files.map((file) => readFile(file)));
    for (const [at, file] of files.entries())
      await writeFile(file, change(contents[at] as Buffer, contents.at(at - 1) as Buffer));
  }

  it.each(spoilt)('the verdict is the same to the byte where the cache %s', async (_, spoil) => {
    expect(await kept()).not.toEqual([]);
    await spoil();
    expect(await answer()).toBe(first);
    expect(new Set(await starts(shared()))).toEqual(new Set(['semgrep', 'bandit']));
  });

  it('the verdict is the same to the byte where no cache is wanted', async () => {
    expect(await answer('--no-cache')).toBe(first);
    expect(new Set(await starts(shared()))).toEqual(new Set(['semgrep', 'bandit']));
  });
});
