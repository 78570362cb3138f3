import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from './support/temporary-repository.ts';
import { WORKSPACE } from './support/workspace.ts';

describe('when the command line is asked about itself', () => {
  it.each([['--help'], ['check --help'], ['lock --help'], ['init --help'], ['status --help'], ['trust --help']])(
    'helps anywhere, outside of a repository too: pawl %s',
    async (line) => {
      const { status, stdout, stderr } = await (await emptyFolder()).pawl(line.split(' '));
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain('pawl');
    },
  );

  it('knows its version', async () => {
    const manifest = await readFile(join(WORKSPACE, 'packages/cli/package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    const { status, stdout } = await (await emptyFolder()).pawl(['--version']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${version}\n` });
  });
});
