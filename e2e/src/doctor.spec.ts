import { chmod, cp, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shellBlocks } from './support/code-blocks.ts';
import { LOCK, sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed, run } from './support/run.ts';
import { signedLock } from './support/signed-lock.ts';
import { UNGUARDED_JS } from './support/sources.ts';
import { emptyFolder, repositoryAt, type TestRepository, type Where } from './support/temporary-repository.ts';

const shared = sharedLockedRepository();

interface Check {
  readonly group: string;
  readonly check: string;
  readonly level: string;
  readonly said: string;
  readonly next?: string;
}

interface Answer {
  readonly status: number | null;
  readonly checks: readonly Check[];
}

async function doctor(repository: TestRepository, args: readonly string[] = [], where?: Where): Promise<Answer> {
  const { status, stdout, stderr } = await repository.pawl(['doctor', '--format', 'json', ...args], where);
  expect(stderr).toBe('');
  const answer = JSON.parse(stdout) as { readonly status: number; readonly checks: readonly Check[] };
  expect(answer.status).toBe(status);
  return { status, checks: answer.checks };
}

/** What is not well, as `check level`. */
function wrong({ checks }: Answer): readonly string[] {
  return checks.filter(({ level }) => !['ok', 'note'].includes(level)).map(({ check, level }) => `${check} ${level}`);
}

/** Does what the mend of a check says, as a person would paste it. */
async function mend(repository: TestRepository, answer: Answer, name: string): Promise<void> {
  const found = answer.checks.find(({ check, level }) => check === name && level !== 'ok');
  const commands = (found?.next ?? '').replace(/^when no git is running: /u, '').split(/; then |, or /u);
  for (const command of commands.filter((each) => /^(?:npx|git|rm|chmod)\b/u.test(each))) {
    const words = command.split(' ');
    if (words[0] === 'npx') mustSucceed(await repository.pawl(words.slice(2)));
    else mustSucceed(await run('sh', ['-c', command], { cwd: repository.dir, env: repository.env }));
  }
}

const HOOKS = ['--only', 'hooks'];

describe('when a set-up is as it should be', () => {
  it('the doctor finds nothing wrong, and says so in colourless text within 100 columns', async () => {
    const { status, stdout, stderr } = await shared().pawl(['doctor'], { env: { COLUMNS: '' } });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^✔ .*\d+ well\n/u);
    expect(stdout).toMatch(/^ok +hooks +hooks-installed, /mu);
    expect(stdout).not.toContain('\u001b');
    const long = stdout.split('\n').filter((line) => line.length > 100 && !/^ +mend:/u.test(line));
    expect(long).toEqual([]);
  });

  it('is quiet where it is to be', async () => {
    expect(await shared().pawl(['doctor', '--quiet'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('leaves the repository as it is', async () => {
    const { pawl, snapshot, state } = shared();
    const before = [await snapshot(), await state()];
    await pawl(['doctor']);
    expect([await snapshot(), await state()]).toEqual(before);
  });

  it('the commands of its page work', async () => {
    const commands = (await shellBlocks('docs/doctor.md')).get('The doctor') ?? [];
    expect(commands.length).toBeGreaterThan(2);
    for (const command of commands) {
      const [npx, pawl, ...args] = command.split(' ');
      expect([npx, pawl]).toEqual(['npx', 'pawl']);
      expect((await shared().pawl(args)).status).toBe(0);
    }
  });

  it('outside of a repository, and for a group that there is not, it could not tell', async () => {
    expect((await (await emptyFolder()).pawl(['doctor'])).status).toBe(2);
    expect((await shared().pawl(['doctor', '--only', 'hoks'])).status).toBe(2);
  });
});

describe('when something takes the hooks away', () => {
  const ways: readonly (readonly [string, (repository: TestRepository) => Promise<unknown>, string])[] = [
    [
      'a hook that is not executable',
      ({ dir }) => chmod(join(dir, '.git/pawl/hooks/pre-commit'), 0o644),
      'hooks-installed',
    ],
    ['a hook that was deleted', ({ dir }) => rm(join(dir, '.git/pawl/hooks/pre-push')), 'hooks-installed'],
    [
      'a dispatcher that was edited',
      ({ dir }) => writeFile(join(dir, '.git/pawl/dispatch'), 'exit 0\n'),
      'hooks-installed',
    ],
    ['husky, which took the path back', ({ git }) => git('config', 'core.hooksPath', '.husky/_'), 'hooks-setting'],
    [
      'a setting of this worktree',
      async ({ git }) => {
        await git('config', 'extensions.worktreeConfig', 'true');
        await git('config', '--worktree', 'core.hooksPath', '/dev/null');
      },
      'hooks-setting',
    ],
    [
      'an included file',
      async ({ git, root }) => {
        await writeFile(join(root, 'more'), '[core]\n\thooksPath = /dev/null\n');
        await git('config', 'include.path', join(root, 'more'));
      },
      'hooks-setting',
    ],
    [
      'a lock file of a killed process',
      async ({ dir }) => {
        const file = join(dir, '.git/refs/pawl/loop/x.lock');
        await mkdir(join(file, '..'), { recursive: true });
        await writeFile(file, '');
        await utimes(file, new Date(0), new Date(0));
      },
      'locks-left',
    ],
  ];

  it.each(ways)('%s is broken, and its mend mends it', async (_, break_, check) => {
    const repository = shared();
    await break_(repository);
    const answer = await doctor(repository, HOOKS);
    expect(answer.status).toBe(1);
    expect(wrong(answer)).toContain(`${check} broken`);
    await mend(repository, answer, check);
    expect(wrong(await doctor(repository, HOOKS))).toEqual([]);
  });

  it('a shell that gives git other settings is told which variable does', async () => {
    const env = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.hooksPath', GIT_CONFIG_VALUE_0: '/dev/null' };
    const answer = await doctor(shared(), HOOKS, { env });
    expect(answer.status).toBe(1);
    expect(wrong(answer)).toEqual(['hooks-environment broken']);
  });

  it('a linked worktree that has them switched off is found from the main one', async () => {
    const repository = shared();
    const { git, root, tryGit } = repository;
    const worktree = join(root, 'worktree');
    await git('worktree', 'add', '--quiet', '-b', 'agent/w', worktree);
    await git('config', 'extensions.worktreeConfig', 'true');
    mustSucceed(await tryGit(['config', '--worktree', 'core.hooksPath', '/dev/null'], { cwd: worktree }));
    const answer = await doctor(repository, HOOKS);
    expect(wrong(answer)).toEqual(['hooks-worktrees broken']);
    await mend(repository, answer, 'hooks-worktrees');
    expect(wrong(await doctor(repository, HOOKS))).toEqual([]);
    expect(wrong(await doctor(repositoryAt(root, worktree), HOOKS))).toEqual([]);
    await git('worktree', 'remove', '--force', worktree);
  });

  it('a repository that was moved leads to where it was', async () => {
    const { root, dir } = shared();
    const moved = join(root, 'moved');
    await cp(dir, moved, { recursive: true });
    const repository = repositoryAt(root, moved);
    const answer = await doctor(repository, HOOKS);
    expect(wrong(answer)).toContain('hooks-setting broken');
    expect(answer.checks.find(({ check }) => check === 'hooks-setting')?.said).toContain(
      'before the repository was moved',
    );
    await mend(repository, answer, 'hooks-setting');
    expect(wrong(await doctor(repository, HOOKS))).toEqual([]);
    await rm(moved, { recursive: true });
  });
});

describe('when the lock is not what it was', () => {
  it('one that is gone is broken, and put back as it says', async () => {
    const repository = shared();
    await repository.git('update-ref', '-d', LOCK);
    const answer = await doctor(repository, ['--only', 'lock']);
    expect(answer.status).toBe(1);
    expect(wrong(answer)).toEqual(['lock broken']);
    expect(answer.checks[0]?.next).toMatch(/^put it back: git update-ref/u);
  });

  it('a loop that was stopped is told of, to an agent without a way to look at it', async () => {
    const repository = shared();
    await repository.git('switch', '--quiet', '--create', 'agent/x');
    await repository.stage({ 'app.js': UNGUARDED_JS });
    expect((await repository.tryGit(['commit', '--quiet', '-m', 'x'])).status).toBe(1);
    const { status, stdout } = await repository.pawl(['doctor']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/loops +the loop agent\/x is stopped by case [0-9a-f]{8}\n +mend: a person decides/u);
    expect(stdout).not.toContain('app.js');
    expect(stdout).not.toContain('review');
  });

  it('a record that was cut behind a stop is broken', async () => {
    const repository = shared();
    await repository.stage({ 'app.js': UNGUARDED_JS });
    await repository.tryGit(['commit', '--quiet', '-m', 'x']);
    await repository.git('update-ref', '-d', 'refs/pawl/loop/main');
    const answer = await doctor(repository, ['--only', 'lock']);
    expect(wrong(answer)).toEqual(['chains broken']);
  });
});

describe('when what a token may do is asked for', () => {
  const TOKEN = ['--only', 'token'];

  it('nobody is asked where the remote is a folder', async () => {
    expect((await doctor(shared(), TOKEN)).status).toBe(0);
  });

  it('a forge without a token is “could not tell”, with how to find out', async () => {
    const { git } = shared();
    await git('remote', 'add', 'forge', 'git@github.com:octo-org/hello.git');
    const answer = await doctor(shared(), TOKEN);
    expect(answer.status).toBe(2);
    expect(answer.checks[0]?.next).toContain('gh api repos/octo-org/hello');
    const unset = await doctor(shared(), [...TOKEN, '--token-env', 'NO_SUCH_TOKEN']);
    expect(unset.status).toBe(2);
    await git('remote', 'remove', 'forge');
  });

  it('an administrator’s is broken by what gh says of it, and a file that is none is “could not tell”', async () => {
    const { root, git } = shared();
    await git('remote', 'add', 'forge', 'https://github.com/octo-org/hello');
    const file = join(root, 'answers');
    const repository = { full_name: 'octo-org/hello', permissions: { admin: true, push: true } };
    await writeFile(file, `  - Token scopes: 'repo', 'workflow'\n${JSON.stringify(repository)}\n`);
    const answer = await doctor(shared(), [...TOKEN, '--gh-output', file]);
    expect(answer.status).toBe(1);
    expect(wrong(answer)).toContain('token-rights broken');
    await writeFile(file, 'nothing of the kind\n');
    expect((await doctor(shared(), [...TOKEN, '--gh-output', file])).status).toBe(2);
    expect((await doctor(shared(), [...TOKEN, '--gh-output', join(root, 'nowhere')])).status).toBe(2);
    await git('remote', 'remove', 'forge');
  });

  it('a token goes to no server that nobody named', async () => {
    const { git } = shared();
    await git('remote', 'add', 'forge', 'https://evil.example/octo-org/hello');
    const answer = await doctor(shared(), [...TOKEN, '--token-env', 'AGENT_TOKEN'], { env: { AGENT_TOKEN: 'secret' } });
    expect(answer.status).toBe(2);
    expect(JSON.stringify(answer)).not.toContain('secret');
    await git('remote', 'remove', 'forge');
  });
});

describe('when a pipeline is to judge', () => {
  const CI = ['--only', 'ci'];
  const WORKFLOW = `on:\n  pull_request:\njobs:\n  pawl:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@${'a'.repeat(40)}\n        with:\n          fetch-depth: 0\n      - run: npm ci\n      - run: npx pawl check --base origin/main --head HEAD\n`;

  it('without one a remote is open to whoever passes over the hooks, with one it is not', async () => {
    const repository = shared();
    await repository.git('remote', 'add', 'origin', join(repository.root, 'nowhere.git'));
    expect(wrong(await doctor(repository, CI))).toEqual(['ci-runs weak']);
    await repository.commit('judge', { '.github/workflows/pawl.yml': WORKFLOW });
    expect(await doctor(repository, CI)).toMatchObject({ status: 0 });
    await repository.commit('soften', {
      '.github/workflows/pawl.yml': WORKFLOW.replace('--head HEAD', '--head HEAD || true'),
    });
    expect(wrong(await doctor(repository, CI))).toEqual(['ci-counts broken']);
    await repository.git('remote', 'remove', 'origin');
  });
});

describe('when the locks are signed', () => {
  it('a key that lies here in the clear is weak, and one that others can read is broken', async () => {
    const repository = shared();
    const { root: cwd, env } = repository;
    const { keyFile, anchor } = await signedLock(repository);
    const keys = async (): Promise<readonly string[]> =>
      wrong(await doctor(repository, ['--only', 'keys'], { env: { PAWL_ANCHOR: anchor } }));
    expect(await keys()).toEqual(['signer-keys weak', 'key-files weak']);
    await chmod(keyFile, 0o644);
    expect(await keys()).toEqual(['signer-keys weak', 'key-files broken']);
    await chmod(keyFile, 0o600);
    const args = ['-q', '-p', '-N', 'a passphrase', '-P', '', '-f', keyFile];
    mustSucceed(await run('ssh-keygen', args, { cwd, env }));
    expect(await keys()).toEqual(['signer-keys weak']);
    await rename(keyFile, `${keyFile}.elsewhere`);
    await rename(`${keyFile}.pub`, `${keyFile}.pub.elsewhere`);
    // What was signed with may come back from where it went.
    expect(await keys()).toEqual(['signer-keys unknown']);
  });

  it('a bare repository is looked at as a server', async () => {
    const { root, env, pawl } = shared();
    const bare = join(root, 'server.git');
    mustSucceed(await run('git', ['init', '--quiet', '--bare', bare], { cwd: root, env }));
    const server = repositoryAt(root, bare);
    expect(wrong(await doctor(server, ['--only', 'server']))).toEqual(['server-hook weak', 'server-objects broken']);

    const anchor = join(root, 'anchor.json');
    await writeFile(anchor, mustSucceed(await pawl(['trust', '--print-anchor'])));
    mustSucceed(await pawl(['pre-receive', 'install', '--repo', bare, '--anchor', anchor]));
    expect(wrong(await doctor(server, ['--only', 'server']))).toEqual([]);

    mustSucceed(await server.tryGit(['config', 'receive.fsckObjects', 'false']));
    await writeFile(anchor, 'nothing');
    await chmod(join(bare, 'hooks/pre-receive'), 0o644);
    const answer: Answer = await doctor(server, ['--only', 'server']);
    expect(answer.status).toBe(1);
    expect(wrong(answer)).toEqual(['server-hook broken', 'server-anchor broken', 'server-objects broken']);
    await rm(bare, { recursive: true });
  });
});
