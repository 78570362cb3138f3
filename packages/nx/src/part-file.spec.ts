import { describe, expect, it } from 'vitest';
import { partFile } from './part-file.ts';

describe('when the part of a project gets its place', () => {
  it.each([
    ['packages/js', '.nx/pawl/packages%2Fjs.json'],
    ['.', '.nx/pawl/%2E.json'],
    ['..', '.nx/pawl/%2E%2E.json'],
    ['a b/[c]*{d}', '.nx/pawl/a%20b%2F%5Bc%5D%2A%7Bd%7D.json'],
    ['libs/größe', '.nx/pawl/libs%2Fgr%C3%B6%C3%9Fe.json'],
    ['libs/v1.2', '.nx/pawl/libs%2Fv1.2.json'],
  ])('%j goes to %j', (root, path) => {
    expect(partFile(root)).toBe(path);
  });

  it('no two folders share one', () => {
    const roots = ['a/b', 'a%2Fb', 'a_b', 'a-b', 'A/b', 'a', '.', '%2E', 'a.', 'a%2E', '.a'];
    expect(new Set(roots.map(partFile)).size).toBe(roots.length);
  });
});
