import { describe, expect, it } from 'vitest';
import { kindOfRef, refMatcher } from './ref-kinds.ts';

describe('when a ref is pushed', () => {
  it.each([
    ['refs/heads/main', 'other'],
    ['refs/heads/refs/pawl/lock/main', 'other'],
    ['refs/notes/commits', 'other'],
    ['refs/pawl/lock/main', 'lock'],
    ['refs/pawl/loop/agent%2Fx', 'loop'],
    ['refs/pawl/other', 'forbidden'],
    ['refs/pawl', 'forbidden'],
    ['refs/pawl/LOCK/main', 'forbidden'],
    ['refs/Pawl/lock/main', 'forbidden'],
    ['refs/replace/0123', 'forbidden'],
    ['refs/Replace/0123', 'forbidden'],
    ['refs/grafts', 'forbidden'],
  ])('%s is %s', (ref, kind) => {
    expect(kindOfRef(ref)).toBe(kind);
  });
});

describe('when refs are gated by globs', () => {
  it.each([
    [['refs/heads/*'], 'refs/heads/agent/x/y', true],
    [['refs/heads/*'], 'refs/headsx', false],
    [['refs/heads/main'], 'refs/heads/main', true],
    [['refs/heads/main'], 'refs/heads/main2', false],
    [['refs/heads/a.b'], 'refs/heads/axb', false],
    [['refs/heads/release-*', 'refs/tags/*'], 'refs/tags/v1', true],
    [['refs/heads/release-*'], 'refs/heads/xrelease-1', false],
    [['*'], 'refs/heads/main', true],
    [['refs/heads/(x|y)+'], 'refs/heads/x', false],
  ])('%j with %s: %s', (globs, ref, expected) => {
    expect(refMatcher(globs)(ref)).toBe(expected);
  });
});
