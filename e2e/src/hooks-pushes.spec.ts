import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed } from './support/run.ts';
import { EDITED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn } from './support/stopped.ts';
import { NO_HOOKS, repositoryAt, type TestRepository } from './support/temporary-repository.ts';

const shared = sharedLockedRepository();

interface Pusher {
  readonly agent: TestRepository;
  readonly remote: string;
  readonly push: (...args: readonly string[]) => ReturnType<TestRepository['tryGit']>;
  readonly arrived: () => Promise<string>;
}

/** An agent on a branch of its own, in the main checkout or in a linked worktree, and a remote that has the locked commit. */
async function pusherAt(place: string): Promise<Pusher> {
  const { root, git } = shared();
  const linked = repositoryAt(root, join(root, 'linked'));
  if (place === 'a linked worktree') {
    await git(...NO_HOOKS, 'worktree', 'add', '--quiet', '--force', '-B', 'agent/x', linked.dir);
    onTestFinished(() => git('worktree', 'remove', '--force', '--force', linked.dir).then(() => undefined));
  } else await git(...NO_HOOKS, 'switch', '--quiet', '--create', 'agent/x');
  const agent = place === 'a linked worktree' ? linked : shared();
  const remote = await mkdtemp(join(root, 'remote-'));
  await git('init', '--quiet', '--bare', remote);
  await git(...NO_HOOKS, 'push', '--quiet', remote, 'main');
  onTestFinished(async () => {
    for (const tag of (await git('tag')).split('\n').filter(Boolean)) await git('tag', '-d', tag);
  });
  const push = (...args: readonly string[]) => agent.tryGit(['push', '--quiet', remote, ...args]);
  return { agent, remote, push, arrived: () => git('ls-remote', '--heads', '--tags', remote) };
}

async function expectRefused({ push, arrived }: Pusher, ...args: readonly string[]): Promise<void> {
  const before = await arrived();
  const { status, stderr } = await push(...args);
  expect([status, caseNumberIn(stderr)]).toEqual([1, expect.any(String)]);
  expect(await arrived()).toBe(before);
}

describe.each(['the main checkout', 'a linked worktree'])(
  'when an agent in %s has committed a loss past the hooks',
  (place) => {
    it.each([['--all'], ['--mirror'], ['agent/x'], ['HEAD'], ['HEAD:refs/heads/other'], ['main', 'agent/x']])(
      'a push of %s is refused, and nothing arrives (R07)',
      async (...args) => {
        const pusher = await pusherAt(place);
        await pusher.agent.commit('slips by', { 'app.js': UNGUARDED_JS });
        await expectRefused(pusher, ...args);
      },
    );

    it('a push of all tags is refused for one of them, also where the branch has mended it since (R01, R14)', async () => {
      const pusher = await pusherAt(place);
      await pusher.agent.git('tag', 'good');
      await pusher.agent.commit('slips by', { 'app.js': UNGUARDED_JS });
      await pusher.agent.git('tag', '--annotate', '-m', 'x', 'middle');
      await pusher.agent.git('tag', '--annotate', '-m', 'a tag of a tag', 'outer', 'middle');
      await pusher.agent.git('tag', '-d', 'middle');
      await pusher.agent.commit('mended', { 'app.js': EDITED_JS });
      await expectRefused(pusher, '--tags');
    });

    it('a push of a tag of its tree alone is refused (R01)', async () => {
      const pusher = await pusherAt(place);
      await pusher.agent.commit('slips by', { 'app.js': UNGUARDED_JS });
      await pusher.agent.git('tag', 'tree', 'HEAD^{tree}');
      await expectRefused(pusher, 'tree');
    });

    it('a forced push over what is there is refused', async () => {
      const pusher = await pusherAt(place);
      await pusher.agent.commit('good', { 'app.js': EDITED_JS });
      mustSucceed(await pusher.push('agent/x'));
      await pusher.agent.git(...NO_HOOKS, 'reset', '--quiet', '--hard', 'HEAD~1');
      await pusher.agent.commit('slips by', { 'app.js': UNGUARDED_JS });
      await expectRefused(pusher, '--force', 'agent/x');
      await expectRefused(pusher, '+agent/x:refs/heads/agent/x');
    });

    it('it is refused beside a deletion, which does not happen either', async () => {
      const pusher = await pusherAt(place);
      mustSucceed(await pusher.push('main:refs/heads/old'));
      await pusher.agent.commit('slips by', { 'app.js': UNGUARDED_JS });
      await expectRefused(pusher, ':old', 'agent/x');
    });

    it('it is refused when a tag has brought it to the remote already (R01)', async () => {
      const pusher = await pusherAt(place);
      await pusher.agent.commit('slips by', { 'app.js': UNGUARDED_JS });
      await pusher.agent.git(...NO_HOOKS, 'push', '--quiet', pusher.remote, 'HEAD:refs/tags/laundered');
      await expectRefused(pusher, 'agent/x');
    });
  },
);

describe('when an agent pushes nothing that is worse', () => {
  it.each([['--all'], ['--mirror'], ['--tags'], ['--force', 'agent/x'], ['--delete', 'old']])(
    'a push with %s passes without a word',
    async (...args) => {
      const pusher = await pusherAt('the main checkout');
      await pusher.agent.git(...NO_HOOKS, 'push', '--quiet', pusher.remote, 'HEAD:refs/heads/old');
      await pusher.agent.commit('good', { 'app.js': EDITED_JS });
      await pusher.agent.git('tag', '--annotate', '-m', 'x', 'v1');
      expect(await pusher.push(...args)).toEqual({ status: 0, stdout: '', stderr: '' });
    },
  );

  it('a tag of a single file passes, also an annotated one', async () => {
    const pusher = await pusherAt('the main checkout');
    await pusher.agent.git('tag', 'file', 'HEAD:app.js');
    await pusher.agent.git('tag', '--annotate', '-m', 'x', 'signed-file', 'HEAD:app.js');
    expect(await pusher.push('--tags')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await pusher.arrived()).toContain('refs/tags/signed-file');
  });
});
