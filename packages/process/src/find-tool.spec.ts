import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTool } from './find-tool.ts';

let root: string;
let path: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'pawl-spec-')));
  path = ['first', 'second'].map((folder) => join(root, folder)).join(delimiter);
  for (const folder of ['work', 'first', 'second']) await mkdir(join(root, folder));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function install(folder: string): Promise<void> {
  await writeFile(join(root, folder, 'tool'), '#!/bin/sh\n');
  await chmod(join(root, folder, 'tool'), 0o755);
}

describe('when a tool is looked for again', () => {
  it('it is the same one, even if another has come before it', async () => {
    const where = { path, workTree: join(root, 'work') };
    expect(await findTool('tool', where)).toBeUndefined();
    await install('second');
    expect(await findTool('tool', where)).toMatchObject({ file: join(root, 'second', 'tool') });
    await install('first');
    expect(await findTool('tool', where)).toMatchObject({ file: join(root, 'second', 'tool') });
  });

  it('it is looked for anew for another work tree', async () => {
    await install('second');
    expect(await findTool('tool', { path, workTree: join(root, 'work') })).toBeDefined();
    expect(await findTool('tool', { path, workTree: root })).toBeUndefined();
  });
});
