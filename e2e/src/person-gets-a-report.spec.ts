import { describe, expect, it } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { atTerminal, needsTerminal } from './support/terminal.ts';

const shared = sharedLockedRepository();

describe('when a person at a terminal loses a guard', () => {
  needsTerminal();

  it('says what, where and why, and lets the commit through', async () => {
    await shared().stage({ 'app.js': UNGUARDED_JS });
    const { status, stdout } = await atTerminal(shared(), 'git commit -qm x');
    expect(status).toBe(0);
    expect(stdout).toContain('regression');
    expect(stdout).toContain('app.js:6  in readAttachment');
    expect(stdout).toContain('startsWith(root + path.sep)');
    expect(await shared().git('show', 'HEAD:app.js')).toBe(UNGUARDED_JS.trimEnd());
  });

  it('is not told, and refused, where there is no terminal to read at', async () => {
    await shared().stage({ 'app.js': UNGUARDED_JS });
    expect(await shared().tryGit(['commit', '-qm', 'x'])).toMatchObject({ status: 1 });
    const { status, stdout } = await atTerminal(shared(), 'git commit -qm x');
    expect(status).toBe(0);
    expect(stdout).toContain('lost defence');
  });

  it('says nothing of a clean commit', async () => {
    await shared().stage({ 'app.js': EDITED_JS });
    expect(await atTerminal(shared(), 'git commit -qm x')).toMatchObject({ status: 0, stdout: '' });
  });
});

describe('when the locked policy refuses people too', () => {
  needsTerminal();

  const strict = sharedLockedRepository({
    'app.js': GUARDED_JS,
    'pawl.config.jsonc': '{ "policy": { "people": "refuse" } }\n',
  });

  it('refuses the commit, with the same report', async () => {
    await strict().stage({ 'app.js': UNGUARDED_JS });
    const before = await strict().git('rev-parse', 'HEAD');
    const { status, stdout } = await atTerminal(strict(), 'git commit -qm x');
    expect(status).toBe(1);
    expect(stdout).toContain('app.js:6  in readAttachment');
    expect(await strict().git('rev-parse', 'HEAD')).toBe(before);
  });

  it('does not let a change of that policy in the same commit decide', async () => {
    await strict().stage({ 'app.js': UNGUARDED_JS, 'pawl.config.jsonc': '{}\n' });
    expect(await atTerminal(strict(), 'git commit -qm x')).toMatchObject({ status: 1 });
  });
});
