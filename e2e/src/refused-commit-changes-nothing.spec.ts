import { expect, it } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { refusedByAnyHook } from './support/refused-by-any-hook.ts';
import { EDITED_JS, UNGUARDED_JS } from './support/sources.ts';

const shared = sharedLockedRepository({ 'app.js': EDITED_JS, 'notes.md': '# Notes\n' });

it.each([
  ['a plain commit', []],
  ['a commit of everything', ['-a']],
  ['a commit of single paths', ['--', 'app.js']],
  ['an amendment', ['--amend']],
])('when %s is refused › index, work tree, refs, HEAD and configuration are byte-identical', async (_, args) => {
  await shared().stage({ 'app.js': UNGUARDED_JS, 'new.md': 'new\n' });
  await shared().write({ 'notes.md': '# Other notes\n', 'untracked.md': 'untracked\n' });
  const commit = ['commit', '--quiet', '-m', 'x', ...args];
  await refusedByAnyHook(shared(), commit);
  const before = await shared().snapshot();
  expect(await shared().tryGit(commit)).toMatchObject({ status: 1 });
  expect(await shared().snapshot()).toEqual(before);
});
