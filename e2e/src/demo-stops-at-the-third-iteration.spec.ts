import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { removedAfterAll } from './support/removed-after-all.ts';
import { run, type Ran } from './support/run.ts';
import { emptyFolder } from './support/temporary-repository.ts';
import { WORKSPACE } from './support/workspace.ts';

/** In a namespace whose only network is the loopback: the demo's own tests talk to the demo's own server. */
const OFFLINE = ['unshare', '--net', '--map-root-user', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

/** Not every system grants such a namespace; then the demo is played as it is. */
function offline(command: readonly string[]): readonly string[] {
  const [probe = '', ...args] = [...OFFLINE, 'true'];
  return spawnSync(probe, args).status === 0 ? [...OFFLINE, ...command] : command;
}

describe('when the demo is played', () => {
  const atTheEnd = removedAfterAll();
  let played: { readonly ran: Ran; readonly left: readonly string[] };

  beforeAll(async () => {
    const { root, dir, env } = await emptyFolder(atTheEnd);
    const [file = '', ...args] = offline([process.execPath, join(WORKSPACE, 'examples/demo/demo.mjs')]);
    const ran = await run(file, args, { cwd: root, env: { ...env, TMPDIR: dir } });
    played = { ran, left: await readdir(dir) };
  });

  it('needs no network, accepts two iterations and stops the third, while the tests of all are green', () => {
    const { status, stdout, stderr } = played.ran;
    expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: '' });
    const commits = stdout.match(/^ +git commit +(\w+)$/gmu)?.map((line) => line.trim().split(/ +/u).at(-1));
    expect(stdout.match(/Iteration \d/gu)).toEqual(['Iteration 1', 'Iteration 2', 'Iteration 3']);
    expect(commits).toEqual(['accepted', 'accepted', 'stopped']);
    expect(stdout.match(/functional tests +\d+ passed/gu)).toHaveLength(3);
  });

  it('shows what the agent sees beside what a person sees', () => {
    expect(played.ran.stdout).toMatch(/┌─ What the agent sees ─+┐ +┌─ What you see: pawl check ─+┐/u);
    expect(played.ran.stdout).toContain('lost defence');
  });

  it('leaves nothing behind', () => {
    expect(played.left).toEqual([]);
  });
});
