import { describe, expect, it } from 'vitest';
import { isAcceptedUnexamined, isExcluded } from './excluded-files.ts';
import { globRule } from './glob.ts';
import { resolveConfig } from './resolve-config.ts';

describe('when a glob is checked', () => {
  it.each(['**/fixtures/**', 'docs/*.md', '**/*.{rb,go}', 'src/[a-c]?.ts', '.github/**', 'a file.txt', '**/*.min.js'])(
    'takes %s',
    (glob) => {
      expect(globRule(glob, [])).toEqual([]);
    },
  );

  it.each([
    '',
    '!src/**',
    '/src/**',
    './src/**',
    '../other/**',
    'src/../../x',
    'src/',
    'src\\x',
    '!(src)/**',
    '+(a|b)/**',
    '@(a)',
    'a|b',
    'src/[a',
    'src/{a,b',
    '**',
    '**/*',
    '**/*.*',
    '{*,**}',
    'a\nb',
    'a'.repeat(257),
    7,
    null,
  ])('refuses %j', (glob) => {
    expect(globRule(glob, [])).toHaveLength(1);
  });
});

describe('when a file is looked up', () => {
  const config = resolveConfig({ exclude: ['**/fixtures/**', 'docs/*.md'], acceptUnexamined: ['**/*.rb'] });

  it.each([
    ['fixtures/a.ts', true],
    ['a/fixtures/b/c.ts', true],
    ['a/.hidden/fixtures/.x/c.ts', true],
    ['docs/a.md', true],
    ['docs/deep/a.md', false],
    ['docs/a.MD', false],
    ['fixtures.ts', false],
    ['src\\fixtures\\a.ts', false],
    ['a.rb', false],
  ])('%s is excluded: %s', (file, expected) => {
    expect(isExcluded(config, file)).toBe(expected);
  });

  it('tells the two lists apart', () => {
    expect(isAcceptedUnexamined(config, 'lib/a.rb')).toBe(true);
    expect(isAcceptedUnexamined(config, 'docs/a.md')).toBe(false);
  });

  it('matches nothing where there are no globs', () => {
    expect(isExcluded(resolveConfig(), 'a.ts')).toBe(false);
  });
});
