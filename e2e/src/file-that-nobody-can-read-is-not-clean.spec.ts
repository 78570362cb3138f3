import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { withoutLoops } from './support/snapshot.ts';
import { GUARDED_JS, GUARDED_PY } from './support/sources.ts';
import { verdictOf } from './support/verdict-of.ts';

const shared = sharedLockedRepository({ 'app.js': GUARDED_JS, 'store.py': GUARDED_PY });

const NOT_UTF8 = Buffer.from([0x78, 0x20, 0x3d, 0x20, 0x22, 0xe4, 0xff, 0x22, 0x0a]);
const HUGE = 'x = 1;\n'.repeat(3_000_000);

describe('when a new file cannot be read', () => {
  it.each([
    ['invalid UTF-8 in JavaScript', 'new.js', NOT_UTF8],
    ['invalid UTF-8 in Python', 'new.py', NOT_UTF8],
    ['invalid UTF-8 in a text', 'new.txt', NOT_UTF8],
    ['20 MB of JavaScript', 'new.js', HUGE],
    ['JavaScript that does not parse', 'new.js', 'function ( {\n'],
    ['Python that does not parse', 'new.py', 'def f(:\n'],
  ])('could not tell, names the file, and writes nothing but two checkpoints: %s', async (_, file, content) => {
    await shared().stage({ [file]: content });
    await shared().git('write-tree');
    const before = await withoutLoops(shared());
    const human = await shared().pawl(['check', '--tier', 'fast', '--audience', 'human']);
    expect(human.status).toBe(2);
    expect(human.stdout).toContain(`    ${file}`);
    expect(human.stdout).toMatch(/^ {2}next: mend what kept it from being examined/mu);
    const agent = await shared().pawl(['check', '--tier', 'fast']);
    expect(agent).toMatchObject({ status: 2, stdout: expect.stringMatching(/^pawl: could not tell\n {2}new\./u) });
    expect(await withoutLoops(shared())).toEqual(before);
    expect(await shared().git('log', '--format=%s', 'refs/pawl/loop/main')).toBe(
      'Checkpoint 2 of main: inconclusive\nCheckpoint 1 of main: inconclusive',
    );
  });

  it('refuses the commit', async () => {
    await shared().stage({ 'new.js': 'function ( {\n' });
    const { status, stderr } = await shared().tryGit(['commit', '--quiet', '-m', 'x']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^pawl: could not tell\n {2}new\.js: /u);
  });
});

describe('when a file that was examined no longer can be', () => {
  const breakIt: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['JavaScript stops to parse (S03)', () => shared().stage({ 'app.js': `${GUARDED_JS}function ( {\n` })],
    ['Python stops to parse (S03)', () => shared().stage({ 'store.py': `${GUARDED_PY}def f(:\n` })],
    ['it grows to 20 MB (S01)', () => shared().stage({ 'app.js': GUARDED_JS + HUGE })],
    ['it is no longer UTF-8', () => shared().stage({ 'app.js': Buffer.concat([Buffer.from(GUARDED_JS), NOT_UTF8]) })],
    ['it holds NUL bytes (E02)', () => shared().stage({ 'app.js': `${GUARDED_JS}// \0\n` })],
    ['it gets a name without a reader (S05)', () => shared().git('mv', 'app.js', 'app.txt')],
    [
      'it becomes a link within the repository (G11)',
      async () => {
        await shared().git('mv', 'app.js', 'real.txt');
        await symlink('real.txt', join(shared().dir, 'app.js'));
        await shared().git('add', '--all');
      },
    ],
    [
      'it becomes a link out of the repository (G11)',
      async () => {
        await shared().git('rm', '--quiet', 'app.js');
        await symlink('/etc/passwd', join(shared().dir, 'app.js'));
        await shared().git('add', 'app.js');
      },
    ],
  ];

  it.each(breakIt)('stops, for lost coverage: %s', async (_, change) => {
    await change();
    const ran = await shared().pawl(['check', '--tier', 'fast', '--format', 'json', '--audience', 'human']);
    expect({ status: ran.status, ...verdictOf(ran) }).toMatchObject({
      status: 1,
      outcome: 'regression',
      reasons: expect.arrayContaining([expect.objectContaining({ kind: 'lost-coverage' })]),
    });
  });
});
