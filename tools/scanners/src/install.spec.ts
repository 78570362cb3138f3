import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const REQUIREMENTS = here('../requirements.txt');
const STAMP = 'pawl-requirements.sha256';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'scanners-'));
  folder = join(root, 'there');
  await mkdir(join(root, 'path'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Runs the installer with nothing on the search path but what a spec has put there. */
function install(): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [here('../install.mjs')], {
    encoding: 'utf8',
    env: { PATH: `${join(root, 'path')}:/bin`, PAWL_SCANNERS: folder, HOME: root },
  });
  return { status, said: stdout + stderr };
}

async function program(path: string, text: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
}

/** A Python that says its version, and does `otherwise` when it is asked for more. */
function fakePython(version: string, otherwise: string): Promise<void> {
  return program(
    join(root, 'path', 'python3'),
    `[ "$1" = --version ] && echo "Python ${version}" && exit\n${otherwise}`,
  );
}

describe('when the scanners are installed', () => {
  it('it does nothing where the same requirements are there', async () => {
    await mkdir(join(folder, 'bin'), { recursive: true });
    for (const tool of ['bandit', 'pytest', 'semgrep']) await program(join(folder, 'bin', tool), 'exit 1');
    const digest = createHash('sha256')
      .update(await readFile(REQUIREMENTS))
      .digest('hex');
    await writeFile(join(folder, STAMP), `${digest}\n`);
    expect(install()).toEqual({ status: 0, said: expect.stringMatching(/there already/u) });
  });

  it('it makes anew what was broken off or is of other requirements', async () => {
    await mkdir(folder);
    await writeFile(join(folder, STAMP), 'unfinished\n');
    await writeFile(join(folder, 'old'), '');
    await fakePython('3.11.7', 'exit 1');
    expect(install().status).toBe(2);
    expect(await readdir(folder)).toEqual([STAMP]);
  });

  it('it touches no folder that it did not make', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'precious'), '');
    await fakePython('3.11.7', 'exit 0');
    expect(install()).toEqual({ status: 2, said: expect.stringMatching(/was not made by this program/u) });
    expect(await readdir(folder)).toEqual(['precious']);
  });

  it('it says what is missing where the virtual environment or the network is', async () => {
    await fakePython('3.12.1', 'exit 1');
    expect(install()).toEqual({ status: 2, said: expect.stringMatching(/virtual environment/u) });
    const pip = 'mkdir -p "$3/bin"; printf "#!/bin/sh\\nexit 1\\n" > "$3/bin/python"; chmod +x "$3/bin/python"';
    await fakePython('3.12.1', pip);
    expect(install()).toEqual({ status: 2, said: expect.stringMatching(/PAWL_SCANNERS/u) });
  });
});

describe('when the requirements are read', () => {
  it('they name an exact version and hashes for each package, and no place to get it from', async () => {
    const text = await readFile(REQUIREMENTS, 'utf8');
    const entries = text.trim().split(/\n(?=\S)/u);
    const exact = /^[\w.-]+==[\w.]+(?: ; [^\n\\]+)?(?: \\\n {4}--hash=sha256:[0-9a-f]{64})+$/u;
    expect(entries.length).toBeGreaterThan(50);
    expect(entries.filter((entry) => !exact.test(entry))).toEqual([]);
  });

  it('they hold what was asked for', async () => {
    const asked = (await readFile(here('../requirements.in'), 'utf8')).match(/^\w+==\S+$/gmu);
    const pinned = (await readFile(REQUIREMENTS, 'utf8')).match(/^\w+==\S+/gmu);
    expect(asked).toHaveLength(3);
    expect(pinned).toEqual(expect.arrayContaining(asked ?? []));
  });
});
