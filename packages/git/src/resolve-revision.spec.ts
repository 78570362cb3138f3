import { describe, expect, it } from 'vitest';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository } from './testing/temporary-repository.ts';

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

describe('when a revision is resolved', () => {
  it('gives the full id of a branch, a tag, a short id and an expression', async () => {
    const { commit, git, open } = temporaryRepository();
    const one = commit('one');
    const two = commit('two');
    git('tag', '-a', '-m', 'x', 'v1', one);
    const opened = await open();
    expect(await opened.resolveCommit('main')).toBe(two);
    expect(await opened.resolveCommit('v1')).toBe(one);
    expect(await opened.resolveCommit(two.slice(0, 12))).toBe(two);
    expect(await opened.resolveCommit('HEAD~1')).toBe(one);
    expect(await opened.resolveTree('v1')).toBe(EMPTY_TREE);
  });

  it('takes a plain tree id, and the empty tree though it is stored nowhere', async () => {
    const { write, commit, git, open } = temporaryRepository();
    const opened = await open();
    expect(await opened.resolveTree(EMPTY_TREE)).toBe(EMPTY_TREE);
    write('a', 'a');
    commit('one');
    const tree = git('write-tree');
    expect(await opened.resolveTree(tree)).toBe(tree);
    expect(await errorCode(() => opened.resolveCommit(tree))).toBe('unknown-revision');
    expect(await errorCode(() => opened.resolveTree('HEAD:a'))).toBe('unknown-revision');
  });

  it.each(['nope', '1'.repeat(40), 'abcd', 'HEAD~5', '^HEAD', 'HEAD..HEAD', 'HEAD:none'])(
    'says that %s is unknown',
    async (rev) => {
      const { commit, open } = temporaryRepository();
      commit('one');
      const opened = await open();
      expect(await errorCode(() => opened.resolveCommit(rev))).toBe('unknown-revision');
    },
  );

  it.each(['--help', '-O', '', 'HEAD\nHEAD'])('refuses %j, which git could take for something else', async (rev) => {
    const { commit, open } = temporaryRepository();
    commit('one');
    const opened = await open();
    expect(await errorCode(() => opened.resolveCommit(rev))).toBe('invalid-argument');
    expect(await errorCode(() => opened.mergeBase('HEAD', rev))).toBe('invalid-argument');
    expect(await errorCode(() => opened.readCommitFile(rev, 'a'))).toBe('invalid-argument');
  });
});

describe('when there is no commit yet', () => {
  it('knows the branch, and that HEAD has no commit', async () => {
    const { git, open } = temporaryRepository();
    git('symbolic-ref', 'HEAD', 'refs/heads/agent/x');
    const opened = await open();
    expect(await opened.branch()).toBe('agent/x');
    expect(await opened.head()).toBeUndefined();
    expect(await errorCode(() => opened.resolveCommit('HEAD'))).toBe('no-commits');
    expect(await errorCode(() => opened.resolveTree('@'))).toBe('no-commits');
    expect(await errorCode(() => opened.resolveCommit('main'))).toBe('unknown-revision');
  });

  it('does not take a damaged HEAD for "no commit yet"', async () => {
    const { commit, write, open } = temporaryRepository();
    commit('one');
    write('.git/refs/heads/main', 'noise\n');
    const opened = await open();
    expect(await errorCode(() => opened.head())).toBe('git-failed');
    write('.git/refs/heads/main', `${'1'.repeat(40)}\n`);
    expect(await errorCode(() => opened.head())).toBe('unknown-revision');
  });
});

describe('when HEAD is detached', () => {
  it('has a commit and no branch', async () => {
    const { commit, git, open } = temporaryRepository();
    const id = commit('one');
    git('checkout', '--quiet', '--detach');
    const opened = await open();
    expect(await opened.branch()).toBeUndefined();
    expect(await opened.head()).toBe(id);
  });
});

describe('mergeBase', () => {
  it('is the last common commit, or undefined for strangers', async () => {
    const { commit, git, open } = temporaryRepository();
    const one = commit('one');
    const two = commit('two');
    git('checkout', '--quiet', '-b', 'side', one);
    const side = commit('side');
    git('checkout', '--quiet', '--orphan', 'stranger');
    const stranger = commit('stranger');
    const opened = await open();
    expect(await opened.mergeBase(two, side)).toBe(one);
    expect(await opened.mergeBase('main', one)).toBe(one);
    expect(await opened.mergeBase(two, stranger)).toBeUndefined();
    expect(await errorCode(() => opened.mergeBase(two, 'nope'))).toBe('unknown-revision');
  });
});
