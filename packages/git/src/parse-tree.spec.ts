import { describe, expect, it } from 'vitest';
import { parseTree } from './parse-tree.ts';
import { errorCode } from './testing/error-code.ts';

const ID = 'ab'.repeat(20);

function tree(...entries: string[]): Buffer {
  return Buffer.concat(entries.flatMap((entry) => [Buffer.from(`${entry}\0`), Buffer.from(ID, 'hex')]));
}

describe('parseTree', () => {
  it('reads names, kinds and ids', () => {
    expect([...parseTree(tree('100644 a b', '100664 c', '120000 l', '160000 m', '40000 ü'), 20)]).toEqual([
      ['a b', { mode: '100644', id: ID }],
      ['c', { mode: '100644', id: ID }],
      ['l', { mode: '120000', id: ID }],
      ['m', { mode: '160000', id: ID }],
      ['ü', { mode: '040000', id: ID }],
    ]);
  });

  it('reads the ids of a sha256 repository', () => {
    const id = 'cd'.repeat(32);
    expect(parseTree(Buffer.concat([Buffer.from('100644 a\0'), Buffer.from(id, 'hex')]), 32).get('a')?.id).toBe(id);
  });

  it('knows that git sorts a folder as if its name ended with a slash', () => {
    expect([...parseTree(tree('100644 src-a', '40000 src', '100644 src0'), 20).keys()]).toEqual([
      'src-a',
      'src',
      'src0',
    ]);
  });

  it.each([
    ['two files', tree('100644 app.py', '100644 app.py')],
    ['a file and a folder', tree('100644 src', '100644 src-a', '40000 src')],
    ['two folders', tree('40000 src', '40000 src')],
  ])('G08 refuses %s of one name', async (_, bytes) => {
    expect(await errorCode(() => parseTree(bytes, 20))).toBe('duplicate-entry');
  });

  it.each([
    ['entries out of order', tree('100644 b', '100644 a')],
    ['a name with a slash', tree('100644 src/app.py')],
    ['an unknown mode', tree('070000 a')],
    ['a mode that is no number', tree('10x644 a')],
    ['a cut id', tree('100644 a').subarray(0, -1)],
    ['a cut name', Buffer.from('100644 a')],
    ['noise', Buffer.from('noise')],
  ])('refuses %s', async (_, bytes) => {
    expect(await errorCode(() => parseTree(bytes, 20))).toBe('malformed-tree');
  });

  it.each(['..', '.git', 'a\nb', ''])('G14 refuses the name %j', async (name) => {
    expect(await errorCode(() => parseTree(tree(`100644 ${name}`), 20))).toBe('hostile-path');
  });
});
