import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { shellBlocks } from './support/code-blocks.ts';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { forgetRuns, loopArgs, loopOf, TESTS_JS } from './support/loops.ts';
import { run } from './support/run.ts';
import { scriptedAgent, type Played } from './support/scripted-agent.ts';
import { GUARDED_JS, GUARDED_PY, UNGUARDED_JS } from './support/sources.ts';
import { onlyCase } from './support/stopped.ts';
import { emptyFolder, temporaryRepository, type TestRepository } from './support/temporary-repository.ts';
import { PAWL } from './support/workspace.ts';

const FILES = {
  'package.json': '{ "type": "module" }\n',
  'test.mjs': TESTS_JS,
  'src/sum.js': 'export const sum = (a, b) => a - b;\n',
  'src/attachments.js': GUARDED_JS,
};
const GREEN = { 'src/sum.js': 'export const sum = (a, b) => a + b;\n' };

/** What nothing that reaches the agent may hold, beside the name of its own folder. */
const SECURITY = /secur|vulnerab|finding|severit|criteri|regress|invariant|lost[- ]defence|baseline|case [0-9a-f]{8}/iu;

describe('when an agent works for ten iterations', () => {
  it('needs no lock, key or network: it is given what the tests say, and its work is accepted', async () => {
    const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
    const repository = await temporaryRepository({
      'words.py': 'WORDS = []\n',
      'reports.py': GUARDED_PY,
      'test_words.py': `from words import WORDS\n\nassert len(WORDS) == 9, f"expected 9 words, got {len(WORDS)}"\n`,
      '.gitignore': '__pycache__/\n',
    });
    // The first iteration does nothing, each other one a little more.
    const played = words.map((_, at): Played => ({
      files: { 'words.py': `WORDS = ${JSON.stringify(words.slice(0, at + 1))}\n` },
    }));
    const agent = await scriptedAgent(repository, [{}, ...played]);
    const args = ['loop', '--agent', agent.command, '--test', 'python3 test_words.py', '--message', 'Count to nine'];
    const ran = await repository.pawl(args);
    expect(ran.status, ran.stdout + ran.stderr).toBe(0);

    expect(ran.stdout.replaceAll(/\d+ s$/gmu, 'N s').split('\n')).toEqual([
      expect.stringMatching(/^pawl: locked main at [0-9a-f]{12}$/u),
      'pawl: loop on agent/loop, at most 10 iterations',
      ...Array.from({ length: 9 }, (_, at) => [
        `${String(at + 1).padStart(4)}  agent      done, N s`,
        `${String(at + 1).padStart(4)}  tests      red, N s`,
      ]).flat(),
      '  10  agent      done, N s',
      '  10  tests      green, N s',
      '  10  judgement  clean, N s',
      expect.stringMatching(/^pawl: accepted at iteration 10: commit [0-9a-f]{12} on agent\/loop$/u),
      '',
    ]);
    expect(await agent.runs()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const [first, third] = [await agent.seen(1), await agent.seen(3)];
    expect([first.input, first.feedback]).toEqual(['', '']);
    expect(third.input).toMatch(/AssertionError: expected 9 words, got 1\n$/u);
    expect(third.feedback).toBe(third.input);
    expect(third.env).toMatch(/^PAWL_ITERATION=3$/mu);
    expect(third.env).toMatch(/^AI_AGENT=1$/mu);
    for (const { input, env } of [first, third]) expect(input + env).not.toMatch(SECURITY);

    expect(await repository.git('log', '--format=%an: %s', 'agent/loop')).toBe('Test: Count to nine\nTest: start');
    expect(await repository.git('log', '--format=%s', 'main')).toBe('start');
    expect(await repository.git('status', '--porcelain', '--branch')).toBe('## agent/loop');
    expect(await repository.git('rev-parse', 'agent/loop^{tree}')).toBe(await judgedTree(repository));
  });
});

/** What the newest checkpoint of the loop is about. */
async function judgedTree({ git }: TestRepository): Promise<string> {
  const files = await git('ls-tree', '-r', '--name-only', 'refs/pawl/loop/agent%2Floop');
  const statement = files.split('\n').find((name) => name.endsWith('.json')) ?? '';
  const text = await git('show', `refs/pawl/loop/agent%2Floop:${statement}`);
  return (JSON.parse(text) as { predicate: { question: { tree: string } } }).predicate.question.tree;
}

describe('when somebody follows docs/loop.md', () => {
  it('its example is accepted at the second iteration', async () => {
    const { dir, env } = await emptyFolder();
    const lines = (await shellBlocks('docs/loop.md')).get('Try it') ?? [];
    const script = lines.join('\n').replaceAll('npx pawl', `'${process.execPath}' '${PAWL}'`);
    const names = {
      GIT_AUTHOR_NAME: 'Ann',
      GIT_AUTHOR_EMAIL: 'a@x',
      GIT_COMMITTER_NAME: 'Ann',
      GIT_COMMITTER_EMAIL: 'a@x',
    };
    const ran = await run('sh', ['-ec', script], { cwd: dir, env: { ...env, ...names } });
    expect(ran.status, ran.stdout + ran.stderr).toBe(0);
    expect(ran.stdout).toMatch(/\npawl: accepted at iteration 2: commit [0-9a-f]{12} on agent\/loop\n$/u);
  });
});

describe('when there is a lock', () => {
  const shared = sharedLockedRepository(FILES);
  beforeEach(() => forgetRuns(shared()));

  it('the iterations come to an end, and the same command with more of them goes on', async () => {
    const agent = await scriptedAgent(shared(), [{}, {}, { files: GREEN }]);
    const { ran } = await loopOf(shared(), agent, '--max', '2');
    expect([ran.status, await agent.runs()]).toEqual([1, [1, 2]]);
    expect(ran.stdout).toContain('pawl: not accepted: the tests were not green within 2 iterations\n');
    const more = await loopOf(shared(), agent, '--max', '3');
    expect([more.ran.status, await agent.runs()], more.ran.stdout + more.ran.stderr).toEqual([0, [1, 2, 3]]);
    expect((await agent.seen(3)).input).toBe('expected 3, got -1\n');
  });

  it('an agent that takes too long is ended with all that it started, and nothing of it is green', async () => {
    const beat = join(shared().root, 'beat');
    const background = `setsid sh -c 'while :; do date +%N > "${beat}"; sleep 0.1; done' & sleep 1.5; sleep 60`;
    const agent = await scriptedAgent(shared(), [{ files: GREEN, run: background }, {}]);
    const { ran } = await loopOf(shared(), agent, '--agent-timeout', '0.05');
    expect(ran.status, ran.stdout + ran.stderr).toBe(0);
    expect(ran.stdout).toMatch(/^ {3}1 {2}agent {6}took too long, \d+ s\n {3}2 {2}agent/mu);
    expect((await agent.seen(2)).input).toBe('The last run was ended after 0.05 minutes.\n');
    const last = await readFile(beat, 'utf8');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await readFile(beat, 'utf8')).toBe(last);
  });

  it('tests that take too long, or are killed, are not green', async () => {
    for (const test of ['sleep 60', 'kill -9 $$']) {
      await forgetRuns(shared());
      const agent = await scriptedAgent(shared(), [{}]);
      const args = ['--agent', agent.command, '--test', test, '--test-timeout', '0.01', '--max', '1', '--new'];
      expect((await shared().pawl(['loop', ...args])).status).toBe(1);
    }
  });

  it('nobody could tell where a command does not exist, and no iteration is used up', async () => {
    const agent = await scriptedAgent(shared(), []);
    const ran = await shared().pawl(['loop', '--agent', agent.command, '--test', './no-such-test']);
    expect([ran.status, await agent.runs()]).toEqual([2, [1]]);
    expect(ran.stdout).toContain('pawl: could not tell: the test command could not be run: the shell ended with 127\n');
    const other = await shared().pawl(['loop', '--agent', 'no-such-agent', '--test', 'true']);
    expect(other.status).toBe(2);
    expect(other.stderr).toContain('pawl: a run with other commands is unfinished here, on agent/loop\n');
  });

  it('what the agent commits itself, past every hook, is judged all the same', async () => {
    const commit = 'git add -A; git -c core.hooksPath=/dev/null commit -qm mine';
    const agent = await scriptedAgent(shared(), [
      { files: { ...GREEN, 'src/attachments.js': UNGUARDED_JS }, run: commit },
    ]);
    const { ran, human, number } = await loopOf(shared(), agent);
    expect([ran.status, human.violated], ran.stdout + ran.stderr).toEqual([1, ['invariants-kept']]);
    expect(await shared().git('rev-parse', `pawl/stopped/${number}^{tree}`)).toBe(
      await shared().git('rev-parse', 'agent/loop^{tree}'),
    );
  });

  it('an agent whose own commit a hook has stopped is stopped before the tests, and the person is told why', async () => {
    const run = 'git add -A; git commit -qm mine --no-verify || git commit -qm mine';
    const agent = await scriptedAgent(shared(), [{ files: { 'src/attachments.js': UNGUARDED_JS }, run }]);
    const { ran, human, number } = await loopOf(shared(), agent);
    expect([ran.status, human.violated], ran.stdout + ran.stderr).toEqual([1, ['invariants-kept']]);
    expect(ran.stdout).not.toContain('tests');
    expect([await onlyCase(shared()), await agent.runs()]).toEqual([number, [1]]);
  });

  it('what the agent committed itself is accepted as it is', async () => {
    const agent = await scriptedAgent(shared(), [{ files: GREEN, run: 'git add -A; git commit -qm mine --no-verify' }]);
    const { ran } = await loopOf(shared(), agent);
    expect(ran.status, ran.stdout + ran.stderr).toBe(0);
    expect(await shared().git('log', '-1', '--format=%s')).toBe('mine');
  });

  it.each([
    ['another branch', 'git switch -qc elsewhere; git add -A; git -c core.hooksPath=/dev/null commit -qm mine'],
    ['no branch', 'git checkout -q --detach; git branch -D agent/loop'],
    ['the protected branch', 'git symbolic-ref HEAD refs/heads/main'],
  ])('an agent that is on %s in the end is judged by what lies there', async (_, going) => {
    const slip = await scriptedAgent(shared(), [
      { files: { ...GREEN, 'src/attachments.js': UNGUARDED_JS }, run: going },
    ]);
    const main = await shared().git('rev-parse', 'main');
    const { ran, human } = await loopOf(shared(), slip);
    expect([ran.status, human.violated], ran.stdout + ran.stderr).toEqual([1, ['invariants-kept']]);
    expect(ran.stdout).toContain('pawl: HEAD was elsewhere and is on agent/loop again\n');
    expect(await shared().git('rev-parse', 'main', 'agent/loop')).toBe(`${main}\n${main}`);
  });

  it('an agent that commits to the protected branch, and has that, is not compared with itself', async () => {
    const free = 'git -c core.hooksPath=/dev/null';
    const run = `git add -A; ${free} commit -qm mine; ${free} update-ref refs/heads/main HEAD`;
    const agent = await scriptedAgent(shared(), [{ files: { ...GREEN, 'src/attachments.js': UNGUARDED_JS }, run }]);
    const { ran, human } = await loopOf(shared(), agent);
    expect([ran.status, human.violated], ran.stdout + ran.stderr).toEqual([1, ['gate-untouched']]);
    expect(ran.stdout).toContain('pawl: stopped. Work is paused for human review. Do not continue.\n');
    const again = await loopOf(shared(), agent);
    expect([again.ran.status, await agent.runs()]).toEqual([1, [1]]);
  });

  it('an agent that locks anew under a false name is not judged by its own lock', async () => {
    const lock =
      'git add -A; git -c core.hooksPath=/dev/null commit -qm mine; git -c core.hooksPath=/dev/null update-ref refs/pawl/lock/main HEAD';
    const agent = await scriptedAgent(shared(), [
      { files: { ...GREEN, 'src/attachments.js': UNGUARDED_JS }, run: lock },
    ]);
    const { ran, human } = await loopOf(shared(), agent);
    expect([ran.status, human.violated], ran.stdout + ran.stderr).toEqual([1, ['gate-untouched']]);
  });

  it('what the agent writes about the run decides nothing', async () => {
    const run = `cd .git/pawl/runs && sed -i 's/"phase": "agent"/"phase": "accepted"/' *.json && rm -f *.feedback`;
    const agent = await scriptedAgent(shared(), [{ files: { ...GREEN, 'src/attachments.js': UNGUARDED_JS }, run }]);
    const { ran, human } = await loopOf(shared(), agent);
    expect([ran.status, human.violated], ran.stdout + ran.stderr).toEqual([1, ['invariants-kept']]);
  });

  it('without a person it says no more than the case, in lines that a program can read', async () => {
    const agent = await scriptedAgent(shared(), [{ files: { ...GREEN, 'src/attachments.js': UNGUARDED_JS } }]);
    const ran = await shared().pawl(loopArgs(agent, '--format', 'json'));
    expect([ran.status, ran.stderr]).toEqual([1, '']);
    const events = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events.at(-1)).toEqual({
      schema: 'pawl/loop@1',
      event: 'ended',
      outcome: 'stopped',
      loop: 'agent/loop',
      iteration: 1,
      case: expect.stringMatching(/^[0-9a-f]{8}$/u),
    });
    expect(ran.stdout).not.toMatch(/attachments|lost|invariant/u);
  });

  it('changes of the person are not taken for those of the agent', async () => {
    await shared().write({ 'src/draft.js': 'export const draft = 1;\n' });
    const agent = await scriptedAgent(shared(), [{ files: GREEN }]);
    const { ran } = await loopOf(shared(), agent);
    expect([ran.status, await agent.runs()]).toEqual([2, []]);
    expect(ran.stderr).toContain('git stash --include-untracked');
    expect(await shared().git('branch', '--show-current')).toBe('main');
  });
});
