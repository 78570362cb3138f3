import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

type Pins = Readonly<
  Record<string, Readonly<Record<string, { readonly version: string; readonly integrity: string }>>>
>;

const pins = JSON.parse(await readFile(here('../nodes.json'), 'utf8')) as Pins;
const pinned = pins[`${process.platform}-${process.arch}`] ?? {};
const isRunning = (line: string): boolean => process.versions.node.startsWith(`${line}.`);
const others = Object.keys(pinned).filter((line) => !isRunning(line));

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'nodes-'));
  folder = join(root, 'there');
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Runs the installer with nothing on the search path but the system's tools and what a spec has put there. */
function install(): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [here('../install.mjs')], {
    encoding: 'utf8',
    env: { PATH: `${join(root, 'path')}:/bin`, PAWL_NODES: folder, HOME: root },
  });
  return { status, said: stdout + stderr };
}

async function program(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
}

describe.skipIf(others.length === 0)('when Nodes are installed', () => {
  it('it fetches nothing where each line but the running one is there in its version', async () => {
    for (const line of others) await program(join(folder, line, 'bin/node'), `echo v${pinned[line]?.version}`);
    await program(join(root, 'path/npm'), 'exit 1');
    expect(install()).toEqual({ status: 0, said: expect.stringMatching(/are installed/u) });
  });

  it('it unpacks nothing that is not what was pinned, and leaves what was there', async () => {
    const [first = ''] = others;
    await program(join(folder, first, 'bin/node'), 'echo v1.0.0');
    await program(join(root, 'path/npm'), 'echo forged > "$5/node.tgz"; echo node.tgz');
    expect(install()).toEqual({ status: 2, said: expect.stringMatching(/is sha512-.+, not sha512-/u) });
    expect(await readdir(folder)).toEqual([first]);
  });

  it('it says what to do where npm reaches nothing', async () => {
    await program(join(root, 'path/npm'), 'exit 1');
    expect(install()).toEqual({ status: 2, said: expect.stringMatching(/PAWL_NODES/u) });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('when the pins are read', () => {
  it.each(Object.entries(pins))('each line for %s has an exact version and the hash of its tarball', (_, nodes) => {
    expect(Object.keys(nodes)).toEqual(['20', '22', '24']);
    for (const [line, { version, integrity }] of Object.entries(nodes)) {
      expect(version).toMatch(new RegExp(`^${line}\\.\\d+\\.\\d+$`, 'u'));
      expect(integrity).toMatch(/^sha512-[\w+/]{86}==$/u);
    }
  });

  it('the oldest is the oldest that the packages allow', async () => {
    const manifest = await readFile(here('../../../package.json'), 'utf8');
    const { engines } = JSON.parse(manifest) as { engines: { node: string } };
    for (const nodes of Object.values(pins)) expect(`>=${nodes['20']?.version}`).toBe(engines.node);
  });
});
