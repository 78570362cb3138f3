import { describe, expect, it } from 'vitest';
import { BenchError } from '../bench-error.ts';
import { benignRow, fixRow } from '../testing/rows.ts';
import { parseManifest } from './parse-manifest.ts';
import { readManifest } from './read-manifest.ts';

const text = (...rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

function mistakesOf(manifest: string): readonly string[] {
  try {
    parseManifest(manifest, 'm');
  } catch (error) {
    expect(error).toBeInstanceOf(BenchError);
    expect(error).toMatchObject({ code: 'bad-manifest' });
    return (error as BenchError).message.split('\n').slice(1);
  }
  throw new Error('it was read without a complaint');
}

describe('when a manifest is good', () => {
  it('its rows are read as they are', () => {
    const rows = [fixRow(), benignRow({ commit: 'd'.repeat(40) })];
    expect(parseManifest(text(...rows))).toEqual(rows);
  });

  it('the one of this package is one', async () => {
    const rows = await readManifest();
    expect(rows.filter(({ set }) => set === 'dev')).toHaveLength(655);
  });
});

describe('when rows are bad', () => {
  it('every one is told at once, with its line', () => {
    const bad = text({ ...fixRow(), commit: 'abc', lang: 'cobol' }, fixRow()) + 'no json\n[]\n';
    const mistakes = mistakesOf(bad);
    expect(mistakes.map((mistake) => mistake.split(':').slice(0, 2).join(':'))).toEqual(['m:1', 'm:1', 'm:3', 'm:4']);
    expect(mistakes[0]).toContain('lang');
    expect(mistakes[1]).toContain('commit');
  });

  it.each([
    ['a field that is missing', { note: undefined }, 'note'],
    ['a field that nobody knows', { code: 'if (x)' }, 'code'],
    ['a set that nobody knows', { set: 'test' }, 'set'],
    ['a project that would lead out of a folder', { repo: '../etc' }, 'repo'],
    ['a path that would lead out of a repository', { files: ['a/../../b.js'] }, 'files'],
    ['the same file twice', { files: ['a.js', 'a.js'] }, 'files'],
    ['no file', { files: [] }, 'files'],
    ['a note of several lines', { note: 'if (x)\n  throw y;' }, 'note'],
    ['a fix without a defence', { defence: null }, 'defence'],
    ['a commit that is its own parent', { parent: 'c'.repeat(40) }, 'parent'],
  ])('%s is refused', (_, over, field) => {
    const mistakes = mistakesOf(text({ ...fixRow(), ...over }));
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(field);
  });

  it('ordinary work has no defence, and nobody else’s words', () => {
    const mistakes = mistakesOf(text({ ...benignRow(), defence: 'authz', note: 'Fix the thing' }));
    expect(mistakes.map((mistake) => mistake.split(' ')[1])).toEqual(['defence', 'note']);
  });

  it('one id twice is refused, and so is a commit that is a fix and ordinary work', () => {
    const rows = text(fixRow(), fixRow({ commit: 'd'.repeat(40) }), benignRow());
    const mistakes = mistakesOf(rows);
    expect(mistakes).toHaveLength(2);
    expect(mistakes[0]).toMatch(/^m:2: id js-001 is already in line 1$/u);
    expect(mistakes[1]).toMatch(/^m:3: commit c{40} of owner\/name is already in line 1$/u);
  });
});
