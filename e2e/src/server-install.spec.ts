import { chmod, cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hookSaid } from './support/hook-said.ts';
import { lockedRepository } from './support/locked-repository.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, run } from './support/run.ts';
import { servedRepository, type ServedRepository } from './support/served-repository.ts';
import { EDITED_JS, UNGUARDED_JS } from './support/sources.ts';
import { WORKSPACE } from './support/workspace.ts';

const atTheEnd = removedAfterAll();
let served: ServedRepository;
let hook: string;
let count = 0;

beforeAll(async () => {
  served = await servedRepository(await lockedRepository(undefined, atTheEnd), { atTheEnd });
  await served.work.git('config', 'core.hooksPath', '/dev/null');
  hook = join(served.bare.dir, 'hooks/pre-receive');
});

beforeEach(async () => {
  count += 1;
  await served.work.git('checkout', '--quiet', '--force', '-B', `agent/${count}`, 'main');
});

function install(...more: readonly string[]) {
  const { bare, anchorFile, settingsFile, work } = served;
  const options = ['--repo', bare.dir, '--anchor', anchorFile, '--settings', settingsFile];
  return work.pawl(['pre-receive', 'install', ...options, ...more]);
}

async function expectStopped(): Promise<void> {
  await served.work.commit(`slips ${count}`, { 'app.js': UNGUARDED_JS });
  const pushed = await served.push(['HEAD']);
  expect(pushed.status).toBe(1);
  expect(hookSaid(pushed).join('\n')).toMatch(/^pawl: stopped, case [0-9a-f]{8}\. /u);
}

describe('when the hook is installed', () => {
  it('once more changes nothing', async () => {
    const before = await readFile(hook, 'utf8');
    expect(mustSucceed(await install())).toContain('nothing to change');
    expect(await readFile(hook, 'utf8')).toBe(before);
    expect(await served.bare.git('config', 'receive.fsckObjects')).toBe('true');
  });

  it('a hook that was there runs first, may refuse, and comes back', async () => {
    const { bare, work, push } = served;
    const note = join(work.root, 'other-hook');
    mustSucceed(await work.pawl(['pre-receive', 'uninstall', '--repo', bare.dir]));
    const other = `#!/bin/sh\ncat >>"${note}"\ntest ! -f "${note}.refuse"\n`;
    await writeFile(hook, other);
    await chmod(hook, 0o755);
    expect(mustSucceed(await install('--dry-run'))).toContain('pre-receive.before-pawl');
    expect(await readFile(hook, 'utf8')).toBe(other);
    mustSucceed(await install());
    await work.commit(`edit ${count}`, { 'app.js': EDITED_JS });
    mustSucceed(await push(['HEAD']));
    expect(await readFile(note, 'utf8')).toMatch(new RegExp(`^0{40} [0-9a-f]{40} refs/heads/agent/${count}\n$`, 'u'));
    await writeFile(`${note}.refuse`, '');
    expect((await push(['HEAD:refs/heads/another'])).status).toBe(1);
    mustSucceed(await work.pawl(['pre-receive', 'uninstall', '--repo', bare.dir]));
    expect(await readFile(hook, 'utf8')).toBe(other);
    mustSucceed(await work.tryGit(['-C', bare.dir, 'config', 'core.hooksPath', '/elsewhere']));
    expect(mustSucceed(await install())).toContain('note: git looks for hooks in /elsewhere, so this one never runs');
    await bare.git('config', '--unset', 'core.hooksPath');
    await chmod(`${hook}.before-pawl`, 0o644);
  });

  it('an anchor in the repository, a wrong one and a work tree are refused', async () => {
    const { bare, work, anchorFile } = served;
    const inside = join(bare.dir, 'anchor.json');
    await cp(anchorFile, inside);
    const wrong = join(work.root, 'wrong.json');
    await writeFile(wrong, '{}');
    for (const [repo, anchor, why] of [
      [bare.dir, inside, 'lies in the repository'],
      [bare.dir, wrong, 'cannot be used'],
      [work.dir, anchorFile, 'has a work tree'],
    ] as const) {
      const ran = await work.pawl(['pre-receive', 'install', '--repo', repo, '--anchor', anchor]);
      expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(why) });
    }
  });
});

describe('when the program is copied to where no package lies', () => {
  it('it judges all the same', async () => {
    const { work, anchorFile, settingsFile } = served;
    const copy = join(await mkdtemp(join(work.root, 'copied-')), 'pawl');
    await cp(join(WORKSPACE, 'packages/cli/dist/bundle'), copy, { recursive: true });
    expect(await readdir(copy)).toContain('pre-receive.js');
    const before = await readFile(hook, 'utf8');
    const file = join(copy, 'pre-receive.js');
    const args = `--anchor '${anchorFile}' --settings '${settingsFile}'`;
    await writeFile(hook, `#!/bin/sh\nexec '${process.execPath}' '${file}' ${args}\n`);
    await expectStopped();
    await writeFile(hook, before);
  });
});

describe('when something is wrong with the server', () => {
  it.each([
    ['settings that nobody understands', 'settings', '{"schema":"pawl/receive@1","ref":[]}', 'unknown key "ref"'],
    ['settings that are gone', 'settings', undefined, 'ENOENT'],
    ['an anchor of another repository', 'anchor', 'other', 'is of the repository'],
  ])('%s: every push is refused', async (_, which, text, why) => {
    const file = which === 'settings' ? served.settingsFile : served.anchorFile;
    const before = await readFile(file, 'utf8');
    const other = before.replace(/"repository": "\w+"/u, `"repository": "${'0'.repeat(32)}"`);
    if (text === undefined) await run('mv', [file, `${file}.gone`], { cwd: served.work.root, env: served.work.env });
    else await writeFile(file, text === 'other' ? other : text);
    const pushed = await served.push(['HEAD']);
    await writeFile(file, before);
    expect(pushed.status).toBe(1);
    expect(hookSaid(pushed).join('\n')).toContain(why);
    expect(await served.refs()).not.toContain(`refs/heads/agent/${count} `);
  });

  it('H14 what the pusher sets for node or a shell runs nothing', async () => {
    const { work } = served;
    const trap = join(work.root, 'trap');
    await mkdir(trap, { recursive: true });
    await writeFile(
      join(trap, 'x.cjs'),
      `require('fs').writeFileSync(${JSON.stringify(join(trap, 'sprung'))}, '');process.exit(0)`,
    );
    await work.commit(`slips ${count}`, { 'app.js': UNGUARDED_JS });
    const env = {
      NODE_OPTIONS: `--require ${join(trap, 'x.cjs')}`,
      BASH_ENV: '/nowhere',
      GIT_SHALLOW_FILE: '/dev/null',
    };
    const pushed = await served.push(['HEAD'], { env });
    expect(hookSaid(pushed).join('\n')).toMatch(/^pawl: stopped, case /u);
    expect(await readdir(trap)).toEqual(['x.cjs']);
  });

  it('A06 a program that is gone refuses', async () => {
    const before = await readFile(hook, 'utf8');
    await writeFile(hook, before.replace(/^file=.*$/mu, "file='/nowhere'"));
    const pushed = await served.push(['HEAD']);
    await writeFile(hook, before);
    expect(pushed.status).toBe(1);
    expect(hookSaid(pushed)[0]).toContain('cannot judge');
  });
});
