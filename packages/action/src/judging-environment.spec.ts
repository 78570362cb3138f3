import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readInputs } from './inputs.ts';
import { judgingEnvironment, withToken } from './judging-environment.ts';
import { withPrivateFolder } from './private-folder.ts';

it('when a judgement is made › it sees what is allowed, and the inputs instead of what an earlier step set', async () => {
  await withPrivateFolder(tmpdir(), async (folder) => {
    const set = {
      PATH: '/bin',
      HOME: '/h',
      PAWL_ANCHOR: 'theirs',
      AI_AGENT: '1',
      GIT_DIR: '/x',
      NODE_OPTIONS: '-r x',
      INPUT_TOKEN: 't',
      GITHUB_TOKEN: 't',
    };
    const inputs = readInputs({ INPUT_ANCHOR: '{}', INPUT_SCANNERS: '/opt/scanners' });
    expect(judgingEnvironment(set, inputs, folder)).toEqual({
      PATH: '/opt/scanners:/bin',
      HOME: '/h',
      PAWL_ANCHOR: '{}',
      XDG_STATE_HOME: join(folder.path, 'state'),
      XDG_CACHE_HOME: join(folder.path, 'cache'),
    });
  });
});

it('when git wants a password › only this account can read it, and it is gone afterwards', async () => {
  const path = await withPrivateFolder(tmpdir(), async (folder) => {
    const { GIT_ASKPASS = '' } = await withToken({}, "it's; $(secret)", folder);
    expect(await readFile(GIT_ASKPASS, 'utf8')).not.toContain('secret');
    const modes = await Promise.all(
      [folder.path, GIT_ASKPASS, join(folder.path, 'token')].map(async (file) => (await stat(file)).mode & 0o777),
    );
    expect(modes).toEqual([0o700, 0o700, 0o600]);
    return folder.path;
  });
  await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
});
