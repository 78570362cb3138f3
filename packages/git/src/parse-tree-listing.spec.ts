import { describe, expect, it } from 'vitest';
import { parseTreeListing } from './parse-tree-listing.ts';
import { errorCode } from './testing/error-code.ts';

const A = 'a'.repeat(40);

function listing(...fields: string[]): Buffer {
  return Buffer.from(fields.map((field) => `${field}\0`).join(''));
}

describe('parseTreeListing', () => {
  it('gives files, links and submodules, without the folders', () => {
    const output = listing(
      `040000 tree ${A}\tsrc`,
      `100644 blob ${A}\tsrc/a\u00e4`,
      `120000 blob ${A}\tl`,
      `160000 commit ${A}\tm`,
    );
    expect(parseTreeListing(output)).toEqual([
      { path: 'l', mode: '120000', blob: A },
      { path: 'm', mode: '160000', blob: A },
      { path: 'src/aä', mode: '100644', blob: A },
    ]);
  });

  it.each([
    ['two files', listing(`100644 blob ${A}\tx`, `100644 blob ${A}\tx`)],
    ['two folders', listing(`040000 tree ${A}\tx`, `040000 tree ${A}\tx`)],
    ['a file and a folder', listing(`100644 blob ${A}\tx`, `040000 tree ${A}\tx`)],
  ])('G08 refuses %s of one name', async (_, output) => {
    expect(await errorCode(() => parseTreeListing(output))).toBe('duplicate-entry');
  });

  it.each([
    ['a field without a tab', listing(`100644 blob ${A} x`)],
    ['an unknown type', listing(`100644 tag ${A}\tx`)],
    ['cut output', Buffer.from(`100644 blob ${A}\tx`)],
  ])('refuses %s', async (_, output) => {
    expect(await errorCode(() => parseTreeListing(output))).toBe('unreadable-output');
  });
});
