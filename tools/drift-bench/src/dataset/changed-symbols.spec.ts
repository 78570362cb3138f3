import type { FilePair } from '@pawl/invariants';
import { describe, expect, it } from 'vitest';
import { installedSyntax } from '../testing/installed-syntax.ts';
import { changedSymbols } from './changed-symbols.ts';

const pair = (base: string, head: string, file = 'a.js'): FilePair => ({
  base: { file, blob: 'b', text: base },
  head: { file, blob: 'h', text: head },
});

const GUARDED = `class Store {
  read(path) {
    if (outside(path)) throw new Error('no');
    return load(path);
  }
}
const write = (path) => save(path);
`;

describe('when the symbols of a change are asked for', () => {
  const syntax = installedSyntax();

  it('a line that is gone belongs to what it stood in', async () => {
    const head = GUARDED.replace(/ +if .*\n/u, '');
    expect([...(await changedSymbols([pair(GUARDED, head)], syntax))]).toEqual(['Store.read']);
  });

  it('both sides count', async () => {
    const head = GUARDED.replace('const write', 'const put');
    expect([...(await changedSymbols([pair(GUARDED, head)], syntax))]).toEqual(['write', 'put']);
    const inside = GUARDED.replace('save', 'keep');
    expect([...(await changedSymbols([pair(GUARDED, inside)], syntax))]).toEqual(['write']);
  });

  it('module code has none, and neither has a file that is no code', async () => {
    const pairs = [pair('limit = 1;\n', 'limit = 2;\n'), pair('a\n', 'b\n', 'notes.txt')];
    expect([...(await changedSymbols(pairs, syntax))]).toEqual([]);
  });
});
