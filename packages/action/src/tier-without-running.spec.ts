import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, resolveConfig } from '@pawl/config';
import { afterAll, describe, expect, it } from 'vitest';
import { readInputs } from './inputs.ts';
import { tierWithoutRunning } from './tier-without-running.ts';

const dir = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-action-')));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const judging = { PATH: process.env['PATH'], HOME: dir, GIT_CONFIG_NOSYSTEM: '1' };
execFileSync('git', ['init', '--quiet', dir], { env: judging });

const commands: Config = resolveConfig({ scanners: { sarif: { toy: { command: ['toy', '{files}'] } } } });
const ask = (inputs: Readonly<Record<string, string>>, isPrivileged: boolean): Promise<string> =>
  tierWithoutRunning({
    dir,
    inputs: readInputs(inputs),
    subject: { isPrivileged },
    config: commands,
    env: {},
    judging,
  });

describe('C12 when the lock has commands of the project', () => {
  const refused = expect.objectContaining({ code: 'unsafe-commands' });

  it('they are not given the judged code beside a secret', async () => {
    await expect(ask({}, true)).rejects.toEqual(refused);
    await expect(ask({ INPUT_TOKEN: 't' }, false)).rejects.toEqual(refused);
    await expect(ask({ 'INPUT_SIGNING-KEY': 'k' }, false)).rejects.toEqual(refused);
  });

  it('they are where there is none, in the fast tier, and where somebody vouches for them', async () => {
    expect(await ask({}, false)).toBe('full');
    expect(await ask({ INPUT_TIER: 'fast', INPUT_TOKEN: 't' }, true)).toBe('fast');
    expect(await ask({ INPUT_COMMANDS: 'trust', INPUT_TOKEN: 't' }, true)).toBe('full');
  });
});
