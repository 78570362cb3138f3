import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCK, sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { GUARDED_JS } from './support/sources.ts';
import { emptyFolder, temporaryRepository, type TestRepository, type Where } from './support/temporary-repository.ts';

const shared = sharedLockedRepository();

/** Status 2, no answer, one message with the next step, and nothing written anywhere. */
async function expectFault(repository: TestRepository, args: readonly string[], where?: Where): Promise<Ran> {
  const everything = async () => [await repository.snapshot(), await repository.state()];
  const before = await everything();
  const ran = await repository.pawl(args, where);
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toMatch(/^pawl: .+\n(?: .*\n)* {2}next: .+\n$/u);
  expect(ran.stderr).not.toContain('fault of Pawl itself');
  expect(await everything()).toEqual(before);
  return ran;
}

describe('when the configuration is broken', () => {
  it.each([
    ['no JSON', '{ "exclude": [ }\n', '1:16'],
    ['an unknown key', '{\n  "exlude": []\n}\n', 'did you mean "exclude"?'],
    ['a wrong type', '{ "limits": { "timeoutMs": "1s" } }\n', 'must be a whole number'],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'is not UTF-8'],
  ])('does not lock: %s', async (_, config, said) => {
    await shared().write({ 'pawl.config.jsonc': config });
    const { stderr } = await expectFault(shared(), ['lock']);
    expect(stderr).toContain('pawl.config.jsonc');
    expect(stderr).toContain(said);
  });

  it('does not compare revisions whose base is to decide by it', async () => {
    await shared().commit('broken', { 'pawl.config.jsonc': '{' });
    const { stderr } = await expectFault(shared(), ['check', '--base', 'HEAD', '--head', 'HEAD']);
    expect(stderr).toContain('pawl.config.jsonc');
  });

  it('cannot tell of a head in which it breaks', async () => {
    await shared().commit('broken', { 'pawl.config.jsonc': '{' });
    const { status, stdout } = await shared().pawl(['check', '--head', 'HEAD', '--audience', 'human']);
    expect(status).not.toBe(0);
    expect(stdout).toContain('pawl.config.jsonc cannot be used');
  });
});

describe('when the lock is damaged', () => {
  it('refuses a blob in its place', async () => {
    await shared().git('update-ref', LOCK, await shared().git('rev-parse', 'HEAD:app.js'));
    await expectFault(shared(), ['check']);
  });

  it.each([
    ['garbage', 'garbage\n'],
    ['an unknown schema', '{"schema":"pawl/lock@99"}\n'],
    ['nothing', ''],
  ])('refuses %s for a lock.json', async (_, text) => {
    const blob = mustSucceed(await shared().tryGit(['hash-object', '-w', '--stdin'], { input: text }));
    const tree = mustSucceed(await shared().tryGit(['mktree'], { input: `100644 blob ${blob}\tlock.json\n` }));
    await shared().git('update-ref', LOCK, await shared().git('commit-tree', '-m', 'x', tree));
    const { stderr } = await expectFault(shared(), ['check']);
    expect(stderr).toContain(LOCK);
    await expectFault(shared(), ['status']);
  });

  it('refuses commits, and says to whom to turn', async () => {
    await shared().git('update-ref', LOCK, await shared().git('rev-parse', 'HEAD'));
    await shared().stage({ 'notes.md': '# Notes\n' });
    const { status, stderr } = await shared().tryGit(['commit', '--quiet', '-m', 'x']);
    expect(status).toBe(1);
    expect(stderr).toContain('a person looks at');
  });

  it('can be mended by a person who locks again', async () => {
    await shared().git('update-ref', LOCK, await shared().git('rev-parse', 'HEAD'));
    mustSucceed(await shared().pawl(['lock']));
    expect(await shared().pawl(['check'])).toMatchObject({ status: 0, stdout: 'pawl: clean\n' });
  });
});

describe('when the question has no answer', () => {
  it.each([
    ['an unknown revision', ['check', '--head', 'nowhere']],
    ['an unknown base', ['check', '--base', 'nowhere', '--head', 'HEAD']],
    ['a revision that is a file', ['check', '--head', 'HEAD:app.js']],
    ['a revision that looks like a flag', ['check', '--head=--output=x']],
    ['a branch without a lock', ['check', '--target', 'develop']],
    ['a folder that is no repository', ['check', '--repo', '/']],
    ['a folder that is not there', ['check', '--repo', '/nowhere']],
    ['an unknown flag', ['check', '--hed', 'HEAD']],
    ['an unknown command', ['chekc']],
    ['no command', []],
    ['a word too much', ['check', 'HEAD']],
    ['an unknown format', ['check', '--format', 'xml']],
    ['an unknown tier', ['check', '--tier', 'slow']],
    ['an unknown audience', ['check', '--audience', 'nobody']],
    ['a flag without its value', ['check', '--head']],
  ])('says so: %s', async (_, args) => {
    await expectFault(shared(), args);
  });

  it('says so: no lock, and no revisions either', async () => {
    const { stderr } = await expectFault(await temporaryRepository({ 'app.js': GUARDED_JS }), ['check']);
    expect(stderr).toContain('--base main --head HEAD');
  });

  it.each([['lock'], ['check']])('says so: a repository without commits, and pawl %s', async (command) => {
    await expectFault(await temporaryRepository(), [command]);
  });

  it('says so: a bare repository, and no head', async () => {
    const bare = join(shared().root, 'bare.git');
    await shared().git('clone', '--quiet', '--mirror', shared().dir, bare);
    const { stderr } = await expectFault(shared(), ['check', '--repo', bare]);
    expect(stderr).toContain('--head');
  });

  it.each([['init'], ['lock'], ['check'], ['status']])('says so: not a repository, and pawl %s', async (command) => {
    const repository = await emptyFolder();
    const { status, stdout, stderr } = await repository.pawl([command]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('next: ');
  });
});
