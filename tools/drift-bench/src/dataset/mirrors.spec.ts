import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { putBack } from '../git/put-back.ts';
import { scratchRepository } from '../git/scratch-repository.ts';
import { temporaryMirrors } from '../testing/temporary-mirrors.ts';
import { openMirrors } from './mirrors.ts';

describe('when a project is looked for', () => {
  it('it is found in the folder of mirrors, with a work tree or bare', async () => {
    const { folder, project } = temporaryMirrors();
    const { dir, git } = project('owner/tree');
    git('init', '--quiet', '--bare', join(folder, 'owner+bare', 'repo'));
    const mirrors = openMirrors({ folder, cache: join(folder, 'cache') });
    expect(await mirrors('owner/tree')).toEqual({ objects: join(dir, '.git', 'objects') });
    expect(await mirrors('owner/bare')).toEqual({ objects: join(folder, 'owner+bare', 'repo', 'objects') });
  });

  it('without being asked to, nothing is fetched', async () => {
    const { folder } = temporaryMirrors();
    const cache = join(folder, 'cache');
    expect(await openMirrors({ cache })('owner/name')).toEqual({
      why: 'owner/name is in no mirror and was not to be fetched',
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('when a project is fetched', () => {
  it('it is cloned into the cache once', async () => {
    const { folder, project } = temporaryMirrors();
    const source = project('owner/name');
    const head = source.commit({ 'a.js': 'go();\n' });
    source.git('clone', '--quiet', '--bare', source.dir, join(folder, 'public', 'owner', 'name'));
    const cache = join(folder, 'cache');
    const repo = join(cache, 'owner+name', 'repo');
    const fetching = openMirrors({ cache, fetch: true, origin: `file://${folder}/public/` });
    expect(await fetching('owner/name')).toEqual({ objects: join(repo, 'objects') });
    expect(await openMirrors({ cache })('owner/name')).toEqual({ objects: join(repo, 'objects') });
    expect(source.git('--git-dir', repo, 'rev-parse', 'main')).toBe(head);
  });

  it('a clone that fails says why and leaves nothing that looks like a mirror', async () => {
    const { folder } = temporaryMirrors();
    const cache = join(folder, 'cache');
    const fetching = openMirrors({ cache, fetch: true, origin: `file://${folder}/nowhere/` });
    expect(await fetching('owner/name')).toMatchObject({ why: expect.stringContaining('nowhere/owner/name') });
    expect(readdirSync(join(cache, 'owner+name'))).toEqual([]);
  });
});

describe('when a fix is put back', () => {
  it('nothing is written into the mirror', async () => {
    const { project } = temporaryMirrors();
    const { dir, commit, git } = project('owner/name');
    const [parent, fixed] = [
      commit({ 'a.js': 'go();\n', 'b.js': '' }),
      commit({ 'a.js': 'safe();\n', 'b.js': 'x();\n' }),
    ];
    const before = everyFile(join(dir, '.git'));
    const scratch = await scratchRepository(join(dir, '.git', 'objects'));
    const head = await putBack(scratch.dir, { commit: fixed, parent, files: ['a.js'] });
    expect(git('--git-dir', scratch.dir, 'show', `${head}:a.js`)).toBe('go();');
    expect(git('--git-dir', scratch.dir, 'show', `${head}:b.js`)).toBe('x();');
    expect(everyFile(join(dir, '.git'))).toEqual(before);
    await scratch.dispose();
  });
});

function everyFile(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${file} ${statSync(join(folder, file)).mtimeMs}`)
    .sort();
}
