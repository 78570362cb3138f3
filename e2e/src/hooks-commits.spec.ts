import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed, type Ran, run } from './support/run.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn } from './support/stopped.ts';
import { NO_HOOKS, repositoryAt, type TestRepository } from './support/temporary-repository.ts';
import { atTerminal, needsTerminal } from './support/terminal.ts';

/** The guard came with a commit of its own, so that it can be reverted. */
const shared = sharedLockedRepository({ 'app.js': UNGUARDED_JS }, async (repository) => {
  await repository.commit('Refuse paths that lead out', { 'app.js': GUARDED_JS });
  await repository.git('tag', 'mended');
});

/** Tags of commits on the lock that no hook has seen: one loses the guard, one harms nobody. */
beforeAll(async () => {
  for (const [tag, app] of [
    ['worse', UNGUARDED_JS],
    ['harmless', EDITED_JS],
  ] as const) {
    await shared().commit(tag, { 'app.js': app });
    await shared().git('tag', tag);
    await shared().git(...NO_HOOKS, 'reset', '--quiet', '--hard', 'HEAD~1');
  }
});

/** The agent's branch, with one commit of its own, in the main checkout or in a worktree that was made after `pawl init`. */
async function agentAt(place: string): Promise<TestRepository> {
  const { root, git } = shared();
  const linked = repositoryAt(root, join(root, 'linked'));
  if (place === 'a linked worktree') {
    await git(...NO_HOOKS, 'worktree', 'add', '--quiet', '--force', '-B', 'agent/x', linked.dir);
    onTestFinished(() => git('worktree', 'remove', '--force', '--force', linked.dir).then(() => undefined));
  } else await git(...NO_HOOKS, 'switch', '--quiet', '--create', 'agent/x');
  const agent = place === 'a linked worktree' ? linked : shared();
  await agent.commit('own work', { 'own.js': 'export const own = 1;\n' });
  return agent;
}

/** Each way to make the branch what a tag names, and how an attempt that was refused is given up. */
const WAYS: Readonly<Record<string, { readonly run: (tag: string) => string; readonly giveUp?: string }>> = {
  commit: { run: (tag) => `git checkout -q ${tag} -- app.js && git commit -qm x` },
  'commit of everything': { run: (tag) => `git show ${tag}:app.js >app.js && git commit -qam x` },
  'commit --no-verify (H01)': { run: (tag) => `git checkout -q ${tag} -- app.js && git commit -qnm x` },
  'commit --amend --no-verify (H01)': {
    run: (tag) => `git checkout -q ${tag} -- app.js && git commit -qn --amend -m x`,
  },
  merge: { run: (tag) => `git merge -q --no-edit ${tag}`, giveUp: 'git merge --abort' },
  'merge --no-verify': { run: (tag) => `git merge -q --no-edit --no-verify ${tag}`, giveUp: 'git merge --abort' },
  'cherry-pick (H08)': { run: (tag) => `git cherry-pick ${tag}`, giveUp: 'git cherry-pick --abort' },
  'rebase (H08)': { run: (tag) => `git rebase -q ${tag}`, giveUp: 'git rebase --abort' },
  'stash and commit (H08)': {
    run: (tag) =>
      `git checkout -q ${tag} -- app.js && git stash -q && git stash pop -q --index && git commit -qnm x; s=$?; git stash clear; exit $s`,
  },
  am: { run: (tag) => `git format-patch -q -1 --stdout ${tag} | git am -q`, giveUp: 'git am --abort' },
  'pull --rebase': { run: (tag) => `git pull -q --rebase . refs/tags/${tag}`, giveUp: 'git rebase --abort' },
  'fast-forward (H08)': { run: (tag) => `git reset -q --hard HEAD~1 && git merge -q --ff-only ${tag}` },
  'commit-tree and update-ref (H06)': {
    run: (tag) => `git update-ref refs/heads/agent/x $(git commit-tree -p HEAD -m x ${tag}^{tree})`,
  },
  'fast-import (H06)': {
    run: (tag) =>
      `printf 'reset refs/heads/agent/x\\nfrom %s\\n\\n' $(git rev-parse ${tag}) | git fast-import --quiet --force`,
  },
  reset: { run: (tag) => `git reset -q --hard ${tag}` },
  'a new branch': { run: (tag) => `git branch agent/y ${tag}` },
};

const sh = ({ dir, env }: TestRepository, command: string): Promise<Ran> =>
  run('sh', ['-c', command], { cwd: dir, env });

const tips = (repository: TestRepository) =>
  repository.git('for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads');

describe.each(['the main checkout', 'a linked worktree'])('when an agent in %s loses a guard', (place) => {
  it.each(Object.entries(WAYS))('%s is refused, and nothing has moved', async (name, { run: way, giveUp }) => {
    const agent = await agentAt(place);
    // These throw the branch's own commit away before they are refused.
    const mayGoBack = name.startsWith('fast-forward');
    const before = await tips(agent);
    const { status, stdout, stderr } = await sh(agent, way('worse'));
    expect([status, caseNumberIn(stderr)], stdout + stderr).toEqual([
      expect.not.toBeOneOf([0, null]),
      expect.any(String),
    ]);
    if (!mayGoBack) expect(await tips(agent)).toBe(before);
    expect(await agent.git('show', 'agent/x:app.js')).toBe(GUARDED_JS.trimEnd());
    if (giveUp !== undefined) mustSucceed(await sh(agent, giveUp));
  });

  it('a revert of the commit that brought it is refused (R08)', async () => {
    const agent = await agentAt(place);
    const { status, stderr } = await sh(agent, 'git revert --no-edit mended');
    expect([status, caseNumberIn(stderr)]).toEqual([expect.not.toBeOneOf([0, null]), expect.any(String)]);
    expect(await agent.git('show', 'agent/x:app.js')).toBe(GUARDED_JS.trimEnd());
  });
});

describe('when an agent harms nobody', () => {
  it.each(Object.entries(WAYS))('%s passes without a word of Pawl', async (_, { run: way }) => {
    const agent = await agentAt('the main checkout');
    const { status, stdout, stderr } = await sh(agent, way('harmless'));
    expect({ status, pawl: `${stdout}${stderr}`.includes('pawl') }).toEqual({ status: 0, pawl: false });
  });
});

describe('when an agent was stopped', () => {
  it('it cannot go on past pre-commit, and may go back to what people have', async () => {
    const agent = await agentAt('the main checkout');
    const stopped = await sh(agent, WAYS['commit']?.run('worse') ?? 'true');
    await agent.git('reset', '--quiet', '--hard');
    await agent.stage({ 'app.js': EDITED_JS });
    const further = await agent.tryGit(['commit', '--quiet', '--no-verify', '-m', 'x']);
    expect([further.status, caseNumberIn(further.stderr)]).toEqual([128, caseNumberIn(stopped.stderr)]);
    mustSucceed(await agent.tryGit(['reset', '--quiet', '--hard', 'HEAD~2']));
  });
});

describe('when a branch starts in what people have', () => {
  it('it may be older than the lock', async () => {
    mustSucceed(await shared().tryGit(['branch', 'agent/old', 'mended~1']));
    expect(await shared().git('show', 'agent/old:app.js')).toBe(UNGUARDED_JS.trimEnd());
  });
});

describe('when a person at a terminal loses a guard', () => {
  needsTerminal();

  it.each(['commit', 'commit --no-verify (H01)', 'merge', 'cherry-pick (H08)', 'rebase (H08)', 'reset'])(
    '%s is reported once, and not refused',
    async (name) => {
      await shared().git(...NO_HOOKS, 'switch', '--quiet', '--create', 'feature');
      await shared().commit('own work', { 'own.js': 'export const own = 1;\n' });
      const { status, stdout } = await atTerminal(shared(), WAYS[name]?.run('worse') ?? 'false');
      expect(status).toBe(0);
      expect(stdout.split('reported, not refused')).toHaveLength(2);
      expect(await shared().git('show', 'HEAD:app.js')).toBe(UNGUARDED_JS.trimEnd());
      await shared().git(...NO_HOOKS, 'switch', '--quiet', 'main');
      await shared().git(...NO_HOOKS, 'branch', '--quiet', '-D', 'feature');
    },
  );

  it('commit --no-verify is refused for an agent at that terminal', async () => {
    const { status } = await atTerminal(shared(), WAYS['commit --no-verify (H01)']?.run('worse') ?? 'true', {
      env: { CLAUDECODE: '1' },
    });
    expect(status).not.toBe(0);
  });
});
