import { describe, expect, it } from 'vitest';
import { filesOf, folderOf } from './project-files.ts';
import { shareOut } from './share-out.ts';

const PATHS = ['a.js', 'lib/a.js', 'lib/inner/a.js', 'lib/inner/deep/a.js', 'library/a.js', 'lib-2/a.js'];

describe('when it is asked whose a file is', () => {
  it.each([
    ['', [], PATHS],
    ['lib', [], ['lib/a.js', 'lib/inner/a.js', 'lib/inner/deep/a.js']],
    ['lib', ['lib/inner'], ['lib/a.js']],
    ['lib/inner', ['lib/inner/deep'], ['lib/inner/a.js']],
    ['', ['lib', 'library'], ['a.js', 'lib-2/a.js']],
    ['none', [], []],
  ] as const)('below %j and outside %j', (root, nested, files) => {
    expect(PATHS.filter(filesOf({ root, nested }))).toEqual(files);
  });

  it.each([
    ['.', ''],
    ['./lib', 'lib'],
    ['lib/', 'lib'],
    ['lib', 'lib'],
    ['./', ''],
    ['.github', '.github'],
    ['..lib', '..lib'],
  ])('%j is the folder %j', (written, folder) => {
    expect(folderOf(written)).toBe(folder);
  });

  it('a project that names itself among the nested ones keeps its files', () => {
    expect(PATHS.filter(filesOf({ root: 'lib', nested: ['lib', 'lib/inner/'] }))).toEqual(['lib/a.js']);
  });
});

describe('when files are shared out', () => {
  it('each project gets its own, each once and sorted, and what is below none is nobody’s', () => {
    const files = [...PATHS, ...PATHS].toReversed().map((path) => ({ path, blob: 'b' }));
    const projects = [
      { project: 'inner', root: 'lib/inner', nested: [] },
      { project: 'lib', root: './lib/', nested: ['lib/inner'] },
      { project: 'all of it', root: 'lib', nested: [] },
      { project: 'none', root: 'none', nested: [] },
    ];
    expect(shareOut(projects, files).map((share) => share.map(({ path }) => path))).toEqual([
      ['lib/inner/a.js', 'lib/inner/deep/a.js'],
      ['lib/a.js'],
      ['lib/a.js', 'lib/inner/a.js', 'lib/inner/deep/a.js'],
      [],
    ]);
  });

  it('two contents of a path are two', () => {
    const files = ['2', '1', '2'].map((blob) => ({ path: 'lib/a.js', blob }));
    expect(shareOut([{ project: 'lib', root: 'lib', nested: [] }], files)).toEqual([
      [
        { path: 'lib/a.js', blob: '1' },
        { path: 'lib/a.js', blob: '2' },
      ],
    ]);
  });
});
