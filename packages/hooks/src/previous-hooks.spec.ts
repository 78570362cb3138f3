import { describe, expect, it } from 'vitest';
import { previousHooks } from './previous-hooks.ts';

const places = { topLevel: '/w/tree', commonDir: '/w/tree/.git', home: '/home/a' };
const previous = (hooksPath: string | undefined, recorded?: string) =>
  previousHooks({ ...places, hooksPath, recorded });

describe('when Pawl was not installed before', () => {
  it.each([
    ['nobody set it', undefined, { record: '', scripts: '.husky', folder: '/w/tree/.git/hooks' }],
    ['husky set it', '.husky/_', { record: '.husky/_', scripts: '.husky', folder: undefined }],
    [
      'husky set it absolutely',
      '/w/tree/.husky/_',
      { record: '/w/tree/.husky/_', scripts: '.husky', folder: undefined },
    ],
    [
      'husky is in a sub-folder',
      'app/.husky/_/',
      { record: 'app/.husky/_/', scripts: 'app/.husky', folder: undefined },
    ],
    ['an old husky set it', '.husky', { record: '.husky', scripts: '.husky', folder: undefined }],
    ['it is a folder of the project', '.githooks', { record: '.githooks', scripts: '.husky', folder: '.githooks' }],
    ['it is under the home', '~/hooks', { record: '~/hooks', scripts: '.husky', folder: '/home/a/hooks' }],
    [
      'it is a husky of elsewhere',
      '/else/.husky/_',
      { record: '/else/.husky/_', scripts: '.husky', folder: '/else/.husky/_' },
    ],
  ])('keeps what fired when %s', (_, hooksPath, expected) => {
    expect(previous(hooksPath)).toEqual(expected);
  });
});

describe('when Pawl was installed before', () => {
  it.each([
    ['git still uses ours', '/w/tree/.git/pawl/hooks', '.githooks', '.githooks'],
    ['the repository was moved', '/old/tree/.git/pawl/hooks', '.githooks', '.githooks'],
    ['the record is lost', '/w/tree/.git/pawl/hooks', undefined, ''],
    ['husky was run again', '.husky/_', '.githooks', '.githooks'],
    ['hooks are switched off in a worktree', '/dev/null', '.githooks', '.githooks'],
    ['somebody chose another folder', '.other', '.githooks', '.other'],
    ['somebody unset it', undefined, '.githooks', ''],
  ])('records rightly when %s', (_, hooksPath, recorded, expected) => {
    expect(previous(hooksPath, recorded).record).toBe(expected);
  });
});

describe('when only git could expand the path', () => {
  it.each(['~other/hooks', '%(prefix)/hooks'])('refuses %s instead of losing its hooks', (hooksPath) => {
    expect(() => previous(hooksPath)).toThrow(expect.objectContaining({ code: 'unreadable-hooks-path' }));
  });
});
