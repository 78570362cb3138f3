import { resolveConfig } from '@pawl/config';
import { openRepository } from '@pawl/git';
import type { Scanner } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { scratch } from '../scratch.fixture.ts';
import { belowRoot } from './below-root.ts';
import { headStart } from './head-start.ts';

const LIB = { root: 'lib', nested: [] };
const BEFORE = { 'lib/a.ts': '1\n', 'lib/b.js': '1\n', 'lib/c.py': '1\n', 'other/d.ts': '1\n' };

describe('when a project is about to be examined', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['one file differs', { 'lib/a.ts': '2\n' }, ['lib/a.ts']],
    [
      'several do',
      { 'lib/a.ts': '2\n', 'lib/new.ts': '1\n', 'lib/b.js': '2\n' },
      ['lib/a.ts', 'lib/b.js', 'lib/new.ts'],
    ],
    ['none does', {}, []],
    ['one of another project does', { 'other/d.ts': '2\n' }, []],
    ['one that it does not read does', { 'lib/c.py': '2\n' }, []],
  ])('the scanner may load what it will need for it: %s', async (_what, after, expected) => {
    expect(await askedAbout(after)).toEqual(expected);
  });
});

/** The files that a scanner is told of before a change of the project is examined. */
async function askedAbout(after: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const here = scratch();
  const base = here.commit(BEFORE);
  here.commit({ ...BEFORE, ...after });
  const repository = belowRoot(await openRepository(here.dir, { env: here.context.env }), LIB);
  const config = resolveConfig(undefined);
  const asked: string[] = [];
  const scanner: Scanner = {
    name: 'javascript',
    scope: 'file',
    version: '1',
    rulesDigest: '',
    owes: (file) => /\.(?:ts|js)$/u.test(file),
    prepare: (files) => asked.push(...files),
    plan: () => {
      throw new Error('nobody asks it yet');
    },
    read: () => {
      throw new Error('it said nothing');
    },
  };
  const committed = { config, baseTree: await repository.resolveTree(base), head: 'HEAD' };
  await headStart(repository, committed, () => Promise.resolve([scanner]));
  return asked.toSorted();
}
