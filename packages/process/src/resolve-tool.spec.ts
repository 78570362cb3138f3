import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveTool } from './resolve-tool.ts';

let root: string;
let workTree: string;
let trusted: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'pawl-spec-')));
  workTree = join(root, 'work');
  trusted = join(root, 'bin');
  for (const folder of [trusted, join(workTree, 'bin')]) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'tool'), '#!/bin/sh\n');
    await chmod(join(folder, 'tool'), 0o755);
  }
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('when a tool is looked up', () => {
  it('it takes the first one on PATH that is outside the work tree', async () => {
    const path = [join(workTree, 'bin'), 'bin', '', '.', trusted].join(':');
    expect(await resolveTool('tool', { path, workTree })).toEqual({ file: join(trusted, 'tool'), path: trusted });
  });

  it('it passes over a folder that links into the work tree', async () => {
    await symlink(join(workTree, 'bin'), join(root, 'linked'));
    expect(await resolveTool('tool', { path: join(root, 'linked'), workTree })).toBeUndefined();
  });

  it('it passes over a program that links into the work tree', async () => {
    await rm(join(trusted, 'tool'));
    await symlink(join(workTree, 'bin', 'tool'), join(trusted, 'tool'));
    expect(await resolveTool('tool', { path: trusted, workTree })).toBeUndefined();
  });

  it('it takes an absolute path only from outside the work tree', async () => {
    const path = trusted;
    expect(await resolveTool(join(trusted, 'tool'), { path, workTree })).toEqual({ file: join(trusted, 'tool'), path });
    expect(await resolveTool(join(workTree, 'bin', 'tool'), { path, workTree })).toBeUndefined();
  });

  it('it does not take a folder next to the work tree for a part of it', async () => {
    await mkdir(join(root, 'work-tools'));
    await symlink(join(trusted, 'tool'), join(root, 'work-tools', 'tool'));
    const path = join(root, 'work-tools');
    expect(await resolveTool('tool', { path, workTree })).toEqual({ file: join(path, 'tool'), path });
  });

  it.each(['./tool', 'bin/tool', 'absent'])('it does not find %s', async (name) => {
    expect(await resolveTool(name, { path: trusted, workTree })).toBeUndefined();
  });

  it('it does not find a file that may not be executed', async () => {
    await chmod(join(trusted, 'tool'), 0o644);
    expect(await resolveTool('tool', { path: trusted, workTree })).toBeUndefined();
  });

  it('it finds nothing without a PATH', async () => {
    expect(await resolveTool('tool', { path: undefined, workTree })).toBeUndefined();
  });
});
