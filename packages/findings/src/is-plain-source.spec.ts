import { describe, expect, it } from 'vitest';
import { isPlainSource } from './is-plain-source.ts';
import { knowsPlainSource } from './testing/knows-plain-source.ts';

describe('when a path is looked at', () => {
  it.each(['app.ts', 'src/a-b/store_1.py', 'lib/x.cpp'])('%s is source and nothing else', (path) => {
    expect(isPlainSource(path)).toBe(true);
  });

  it.each([
    'eslint.config.js',
    '.husky/a.js',
    'hooks/pre-commit.py',
    'simple-git-hooks.js',
    'Dockerfile.go',
    'sites-enabled/a.py',
    'README.md',
    'a b.ts',
    '.ts',
  ])('%s may be more', (path) => {
    expect(isPlainSource(path)).toBe(false);
  });
});

describe('when it is proven that a pattern knows no plain source', () => {
  it.each([/(?:^|\/)main\.py$/u, /^src\/.+/u, /core/iu, /\.(?:ts|md)$/u])('%s knows some', (pattern) => {
    expect(knowsPlainSource(pattern)).toBe(true);
  });

  it.each([/(?:^|\/)Dockerfile(?:\.[^/]*)?$/iu, /\.ya?ml$/u, /^\.github\/.+/u, /(?:^|\/)hooks\/[^/]+$/u])(
    '%s knows none',
    (pattern) => {
      expect(knowsPlainSource(pattern)).toBe(false);
    },
  );
});
