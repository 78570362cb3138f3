import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { converse } from './support/converse.ts';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn } from './support/stopped.ts';
import { repositoryAt, type TestRepository } from './support/temporary-repository.ts';
import { needsTerminal } from './support/terminal.ts';
import { PAWL } from './support/workspace.ts';

const shared = sharedLockedRepository();

async function commit(repository: TestRepository, files: Readonly<Record<string, string>>): Promise<Ran> {
  await repository.stage(files);
  return repository.tryGit(['commit', '--quiet', '-m', 'x']);
}

let number: string;
async function stopAgentX(): Promise<void> {
  await shared().git('switch', '--quiet', '--create', 'agent/x');
  mustSucceed(await commit(shared(), { 'work.js': 'export const work = 1;\n' }));
  const stopped = await commit(shared(), { 'app.js': UNGUARDED_JS });
  expect(stopped.status).toBe(1);
  number = caseNumberIn(stopped.stderr);
}

describe('when a loop was stopped', () => {
  beforeEach(stopAgentX);

  it('a change that undoes the slip is refused too, under the same number', async () => {
    const undone = await commit(shared(), { 'app.js': GUARDED_JS });
    expect(undone.status).toBe(1);
    expect(caseNumberIn(undone.stderr)).toBe(number);
  });

  it('asking again clears nothing', async () => {
    await shared().stage({ 'app.js': GUARDED_JS });
    for (const tier of ['fast', 'full']) {
      const again = await shared().pawl(['check', '--tier', tier]);
      expect([again.status, caseNumberIn(again.stdout)]).toEqual([1, number]);
    }
  });

  it('a new worktree of the branch is stopped', async () => {
    const [{ root, git }, dir] = [shared(), join(shared().root, 'other')];
    await git('stash', '--quiet');
    await git('switch', '--quiet', 'main');
    await git('worktree', 'add', '--quiet', '--force', dir, 'agent/x');
    const other = await commit(repositoryAt(root, dir), { 'app.js': EDITED_JS });
    await git('worktree', 'remove', '--force', dir);
    expect([other.status, caseNumberIn(other.stderr)]).toEqual([1, number]);
  });

  it('a clone that has the ledger is stopped', async () => {
    const [{ root, dir, git }, copy] = [shared(), join(shared().root, `clone of ${number}`)];
    await git('clone', '--quiet', dir, copy);
    const clone = repositoryAt(root, copy);
    await clone.git('fetch', '--quiet', 'origin', '+refs/pawl/*:refs/pawl/*');
    await clone.git('switch', '--quiet', 'agent/x');
    const { status, stdout } = await clone.pawl(['check', '--head', 'HEAD']);
    expect([status, caseNumberIn(stdout)]).toEqual([1, number]);
  });

  it('going on under a new name of the branch is stopped (A09)', async () => {
    await shared().git('switch', '--quiet', '--create', 'agent/y');
    const other = await commit(shared(), { 'app.js': EDITED_JS });
    expect([other.status, caseNumberIn(other.stderr)]).toEqual([1, number]);
  });

  it('another loop under the same lock goes on', async () => {
    await shared().git('stash', '--quiet');
    await shared().git('switch', '--quiet', '--create', 'agent/z', 'main');
    mustSucceed(await commit(shared(), { 'app.js': EDITED_JS }));
  });
});

describe('when a person lets the loop go on', () => {
  needsTerminal();
  beforeEach(stopAgentX);

  it('it does, and is judged by the same lock', async () => {
    await shared().stage({ 'app.js': GUARDED_JS });
    const desk = repositoryAt(shared().root, join(shared().root, 'desk'));
    await shared().git('worktree', 'add', '--quiet', '--force', '--detach', desk.dir, 'main');
    const command = `node ${PAWL} release ${number} --reason "undone by hand"`;
    const released = await converse(desk, command, [['to confirm', number]]);
    await shared().git('worktree', 'remove', '--force', desk.dir);
    expect(released.status, released.stdout).toBe(0);
    mustSucceed(await commit(shared(), { 'app.js': EDITED_JS }));
    const again = await commit(shared(), { 'app.js': UNGUARDED_JS });
    expect(again.status).toBe(1);
    expect(caseNumberIn(again.stderr)).not.toBe(number);
  });
});

describe('when a server knows who asks', () => {
  it('an identity that was stopped is stopped wherever it works (A09)', async () => {
    await shared().stage({ 'app.js': UNGUARDED_JS });
    const tree = await shared().git('write-tree');
    const asked = async (head: string, loop: string, identity: string): Promise<number | null> =>
      (await shared().pawl(['check', '--head', head, '--loop', loop, '--identity', identity])).status;
    expect(await asked(tree, 'agent/one', 'robot')).toBe(1);
    expect(await asked('main', 'agent/elsewhere', 'robot')).toBe(1);
    expect(await asked('main', 'agent/third', 'another')).toBe(0);
  });
});
