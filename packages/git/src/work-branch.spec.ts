import { describe, expect, it } from 'vitest';
import { snapshotWorkTree } from './snapshot-work-tree.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository } from './testing/temporary-repository.ts';
import { openWorkBranch } from './work-branch.ts';

describe('when a loop works on its branch', () => {
  it('commits a tree in the name of the user, and the index follows', async () => {
    const repository = temporaryRepository();
    repository.write('a.ts', 'a');
    const start = repository.commit('one');
    repository.write('a.ts', 'changed');
    repository.write('new.ts', 'new');
    const opened = await repository.open();
    const branch = openWorkBranch(opened, repository.env);
    await opened.updateRef('refs/heads/agent/x', start, undefined);
    await branch.standOn('agent/x');
    const tree = await snapshotWorkTree(opened, repository.env);
    const commit = await branch.commit({ tree, parents: [start], message: 'Two\n\nlines\n' });
    await branch.resetIndex(tree);
    await opened.updateRef('refs/heads/agent/x', commit, start);
    expect(repository.git('status', '--porcelain', '--branch')).toBe('## agent/x');
    expect(repository.git('log', '-1', '--format=%an <%ae> %P %B')).toBe(
      `Test <test@localhost> ${start} Two\n\nlines\n`,
    );
    expect(repository.git('rev-parse', 'main')).toBe(start);
  });

  it('says before any work that git has no name to commit in', async () => {
    const repository = temporaryRepository();
    repository.git('config', '--unset', 'user.email');
    repository.git('config', 'user.useConfigOnly', 'true');
    const branch = openWorkBranch(await repository.open(), repository.env);
    expect(await errorCode(() => branch.requireIdentity())).toBe('git-failed');
  });

  it('is not led to options or other refs by a name', async () => {
    const repository = temporaryRepository();
    repository.commit('one');
    const branch = openWorkBranch(await repository.open(), repository.env);
    expect(await errorCode(() => branch.standOn('a\nb'))).toBe('invalid-argument');
    expect(await errorCode(() => branch.commit({ tree: '-x', parents: [], message: '' }))).toBe('invalid-argument');
  });
});
