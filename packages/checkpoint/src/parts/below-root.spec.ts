import { openRepository } from '@pawl/git';
import { expect, it } from 'vitest';
import { scratch } from '../scratch.fixture.ts';
import { belowRoot } from './below-root.ts';
import { filesOf } from './project-files.ts';

const PATHS = [
  'a.js',
  'lib.js',
  'lib/a.js',
  'lib/a/b.js',
  'lib/a-b.js',
  'lib/a.b/ü x.js',
  'lib/inner/a.js',
  'lib-2/a.js',
];

it.each([
  ['', []],
  ['', ['lib', 'lib-2']],
  ['lib', []],
  ['./lib/', ['lib/inner', 'lib/a.b']],
  ['lib/inner', []],
  ['lib.js', []],
  ['none', []],
] as const)('what is listed below %j and outside %j is what git lists there', async (root, nested) => {
  const here = scratch();
  const commit = here.commit(Object.fromEntries(PATHS.map((path) => [path, path])));
  const repository = await openRepository(here.dir, { env: here.context.env });
  const tree = await repository.resolveTree(commit);
  const all = await repository.listTree(tree);
  const listed = await belowRoot(repository, { root, nested }).listTree(tree);
  const own = all.filter(({ path }) => filesOf({ root, nested })(path));
  expect(
    listed.toSorted(
      (a, b) => all.findIndex(({ path }) => path === a.path) - all.findIndex(({ path }) => path === b.path),
    ),
  ).toEqual(own);
  // A folder is kept under its files in the order in which git lists them.
  const inLib = (entries: typeof all): readonly string[] =>
    entries.map(({ path }) => path).filter((path) => /^lib\/[^/]*$/u.test(path));
  expect(inLib(listed)).toEqual(inLib(own));
});
