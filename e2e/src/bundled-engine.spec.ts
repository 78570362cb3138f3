import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORKSPACE } from './support/workspace.ts';

const BUILT = join(WORKSPACE, 'packages/scanner-javascript/dist');
const SOURCES = ['packages/scanner-javascript/src'];

interface Source {
  readonly file: string;
  readonly blob: string;
  readonly text: string;
}

const files: readonly Source[] = SOURCES.flatMap((folder) =>
  readdirSync(join(WORKSPACE, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:[cm]?[jt]s|[jt]sx)$/u.test(path))
    .sort()
    .map((path) => ({ file: path, blob: '', text: readFileSync(join(WORKSPACE, folder, path), 'utf8') })),
);
const broken: readonly Source[] = ['js', 'tsx'].map((end) => ({ file: `broken.${end}`, blob: '', text: 'a(\u2028é' }));

/** What a thread says of files, as git would have them. */
async function said(program: string, sources: readonly Source[]): Promise<unknown> {
  const thread = new Worker(pathToFileURL(program));
  try {
    return await answered(thread, sources);
  } finally {
    await thread.terminate();
  }
}

function answered(thread: Worker, sources: readonly Source[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.postMessage({ id: 1, files: sources });
  });
}

// A copy: other specs use the bundle meanwhile.
let bundle: string;
beforeAll(() => {
  bundle = mkdtempSync(join(tmpdir(), 'pawl-bundle-'));
  cpSync(join(BUILT, 'bundle'), bundle, { recursive: true, filter: (path) => !path.endsWith('.compiled') });
});
afterAll(() => rmSync(bundle, { recursive: true }));

const kept = (): readonly string[] => readdirSync(bundle).filter((name) => name.endsWith('.compiled'));

describe('when ESLint and TypeScript’s parser are bundled', () => {
  it('they say of every case what they say as they are published, compiled anew and from what was kept', async () => {
    expect(files.length).toBeGreaterThan(20);
    const asPublished = await said(join(BUILT, 'thread.js'), [...files, ...broken]);
    expect(JSON.stringify(asPublished)).toContain('"rule"');
    expect(await said(join(bundle, 'thread-start.cjs'), [...files, ...broken])).toEqual(asPublished);
    expect(kept()).toHaveLength(2);
    expect(await said(join(bundle, 'thread-start.cjs'), [...files, ...broken])).toEqual(asPublished);
  });

  it('what is not asked about TypeScript does not load its parser', async () => {
    for (const name of kept()) rmSync(join(bundle, name));
    await said(join(bundle, 'thread-start.cjs'), [{ file: 'a.js', blob: '', text: 'eval(x)' }]);
    expect(kept()).toEqual([expect.stringMatching(/^thread\.cjs\./u)]);
  });

  it('who asks again about TypeScript does not load its parser again', async () => {
    const other = mkdtempSync(join(bundle, 'other-'));
    for (const name of ['thread-start.cjs', 'thread.cjs', 'parser.cjs', 'package.json'])
      copyFileSync(join(bundle, name), join(other, name));
    const thread = new Worker(pathToFileURL(join(other, 'thread-start.cjs')));
    const typed = [{ file: 'a.ts', blob: '', text: 'eval(x as string)' }];
    const first = await answered(thread, typed);
    rmSync(join(other, 'parser.cjs'));
    expect(await answered(thread, typed)).toEqual(first);
    expect(JSON.stringify(first)).toContain('"rule"');
    await thread.terminate();
    rmSync(other, { recursive: true });
  });

  it('the licences of all that is in the bundle go with it', () => {
    const text = readFileSync(join(bundle, 'LICENSES.txt'), 'utf8');
    for (const name of ['eslint 10', 'typescript 6', '@typescript-eslint/parser 8', 'espree 11', 'scslre 0'])
      expect(text).toContain(`\n${name}`);
    expect(text).toContain('Apache License');
  });
});
