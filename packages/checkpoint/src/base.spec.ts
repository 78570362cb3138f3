import { INDEX, openRepository } from '@pawl/git';
import { beforeEach, describe, expect, it } from 'vitest';
import { baseOf, parentsOf } from './base.ts';
import { type Scratch, scratch } from './scratch.fixture.ts';

let here: Scratch;
let locked: string;
beforeEach(() => {
  here = scratch();
  locked = here.commit({ 'a.txt': 'one\n' });
  here.git('switch', '--quiet', '--create', 'agent/x');
});

/** The base of what is about to be committed. */
async function base(): Promise<string> {
  const repository = await openRepository(here.dir, { env: here.context.env });
  const lock = { commit: locked, tree: await repository.resolveTree(locked), target: 'main' };
  const name = here.git('branch', '--show-current');
  return (await baseOf(repository, { lock, name, parents: () => parentsOf(INDEX, repository) })).commit;
}

/** A commit of other people on the protected branch. */
function onMain(name: string): string {
  const branch = here.git('rev-parse', '--abbrev-ref', 'HEAD');
  here.git('switch', '--quiet', 'main');
  const commit = here.commit({ [name]: 'people\n' });
  here.git('switch', '--quiet', branch);
  return commit;
}

describe('when the protected branch is where it was locked', () => {
  it('the base is the locked commit, however far the loop went', async () => {
    here.commit({ 'b.txt': 'agent\n' });
    expect(await base()).toBe(locked);
  });
});

describe('when the protected branch went on', () => {
  it('what the loop does not have is no base', async () => {
    here.commit({ 'b.txt': 'agent\n' });
    onMain('c.txt');
    expect(await base()).toBe(locked);
  });

  it('what was merged into the loop is', async () => {
    here.commit({ 'b.txt': 'agent\n' });
    const people = onMain('c.txt');
    here.git('merge', '--quiet', '--no-edit', 'main');
    onMain('d.txt');
    expect(await base()).toBe(people);
  });

  it('what is being merged is, before it is committed', async () => {
    here.commit({ 'b.txt': 'agent\n' });
    const people = onMain('c.txt');
    here.git('merge', '--quiet', '--no-commit', 'main');
    expect(await base()).toBe(people);
  });

  it('what the loop was rebased onto is', async () => {
    here.commit({ 'b.txt': 'agent\n' });
    const people = onMain('c.txt');
    here.git('rebase', '--quiet', 'main');
    expect(await base()).toBe(people);
  });

  it('as the remote has it, too', async () => {
    const people = here.commit({ 'c.txt': 'people\n' });
    here.git('update-ref', 'refs/remotes/origin/main', people);
    here.commit({ 'b.txt': 'agent\n' });
    expect(await base()).toBe(people);
  });
});

describe('when the loop is on the protected branch itself', () => {
  beforeEach(() => void here.git('switch', '--quiet', 'main'));

  it('its own commits are no base, or a slip would be forgiven one commit later (D01)', async () => {
    here.commit({ 'b.txt': 'agent\n' });
    expect(await base()).toBe(locked);
  });

  it('what the remote has of it is', async () => {
    const people = here.commit({ 'c.txt': 'people\n' });
    here.git('update-ref', 'refs/remotes/origin/main', people);
    here.commit({ 'b.txt': 'agent\n' });
    expect(await base()).toBe(people);
  });
});

describe('when the protected branch was put back', () => {
  it('the locked commit stays the base', async () => {
    const older = locked;
    locked = here.commit({ 'b.txt': 'locked\n' });
    here.git('update-ref', 'refs/heads/main', older);
    here.commit({ 'c.txt': 'agent\n' });
    expect(await base()).toBe(locked);
  });
});
