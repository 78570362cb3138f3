import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linkPaths, newUnguardedPaths } from './index.ts';
import { summariesOf } from './testing/paths-of.ts';

/** A finding as a person writes it down: what, and where they would look first. */
interface Expected {
  readonly kind: string;
  readonly rule: string;
  readonly file: string;
  readonly symbol: string;
}

type Files = Readonly<Record<string, string>>;

const folder = new URL('cases/', import.meta.url);
const names = readdirSync(folder).sort();

describe.each(names)('%s', (name) => {
  const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as Expected[];
  const before = readSide(name, 'before');
  const after = readSide(name, 'after');

  it('stops or passes as its name says', () => {
    expect(name).toMatch(/^(?:ok|stop)\./u);
    expect(expected.length > 0).toBe(name.startsWith('stop.'));
  });

  it('says what is expected and nothing else', async () => {
    expect(await said(before, after)).toEqual(expected);
  });

  it('says nothing about the way back of a stop, which adds what was lost', async () => {
    if (name.startsWith('stop.')) expect(await said(after, before)).toEqual([]);
  });

  it('says the same where only what a change can reach is linked', async () => {
    expect(await said(before, after, { only: changedOf(before, after) })).toEqual(expected);
  });
});

describe('when the cases are counted', () => {
  it.each(['ok.', 'stop.'])('there are at least forty %s', (prefix) => {
    expect(names.filter((name) => name.startsWith(prefix)).length).toBeGreaterThanOrEqual(40);
  });

  it('at least thirty are of more than one file', () => {
    const files = (name: string): number =>
      new Set([...Object.keys(readSide(name, 'before')), ...Object.keys(readSide(name, 'after'))]).size;
    expect(names.filter((name) => files(name) > 1).length).toBeGreaterThanOrEqual(30);
  });

  it.each(['express', 'fastify', 'koa', 'next', 'nest', 'flask', 'django', 'fastapi'])('%s has both', (framework) => {
    for (const prefix of ['ok', 'stop'])
      expect(names.filter((name) => name.startsWith(`${prefix}.${framework}-`)).length).toBeGreaterThanOrEqual(3);
  });
});

async function said(
  base: Files,
  head: Files,
  options: { readonly only?: readonly string[] } = {},
): Promise<readonly Expected[]> {
  const [from, to] = [linkPaths(await summariesOf(base), options), linkPaths(await summariesOf(head), options)];
  expect([...from.notExamined, ...to.notExamined]).toEqual([]);
  const findings = newUnguardedPaths(from.paths, to.paths, { changed: changedOf(base, head) });
  return findings.map(({ kind, rule, location: { file, symbol } }) => ({ kind, rule, file, symbol }));
}

function changedOf(base: Files, head: Files): readonly string[] {
  return [...new Set([...Object.keys(base), ...Object.keys(head)])].filter((file) => base[file] !== head[file]);
}

function readSide(name: string, side: 'before' | 'after'): Files {
  const root = new URL(`${name}/${side}/`, folder);
  return existsSync(root) ? Object.fromEntries(filesIn(root, '')) : {};
}

function filesIn(root: URL, path: string): readonly (readonly [string, string])[] {
  return readdirSync(new URL(path, root)).flatMap((entry) => {
    const url = new URL(path + entry, root);
    return statSync(url).isDirectory()
      ? filesIn(root, `${path}${entry}/`)
      : [[path + entry, readFileSync(url, 'utf8')] as const];
  });
}
