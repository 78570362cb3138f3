import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeAnchor } from './anchor.ts';
import { anchorFile, findAnchor, type Whereabouts } from './find-anchor.ts';
import { folder } from './lock-store.fixture.ts';

const ID = '0123456789abcdef0123456789abcdef';
const OTHER = 'f'.repeat(32);
const textOf = (repository = ID): string =>
  writeAnchor({ repository, assurance: 'unsigned', locks: {}, signers: [], verifiers: [] });

let root: string;
let place: Whereabouts;
let env: Record<string, string>;
beforeEach(async () => {
  root = await folder();
  const commonDir = join(root, 'repository', '.git');
  await mkdir(commonDir, { recursive: true });
  place = { commonDir, gitDir: commonDir, topLevel: join(root, 'repository') };
  env = { HOME: join(root, 'home'), XDG_CONFIG_HOME: join(root, 'config') };
});

const find = (repository?: string) => findAnchor(place, env, repository);

async function put(file: string, text = textOf()): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

const unusable = { code: 'anchor-unusable' };

describe('when nothing is set', () => {
  it('finds none', async () => {
    expect(await find()).toBeUndefined();
    expect(await find(ID)).toBeUndefined();
  });

  it("finds the user's own file for the repository", async () => {
    const file = await put(anchorFile(env, ID));
    expect(file).toBe(join(root, 'config', 'pawl', 'anchors', `${ID}.json`));
    expect(await find(ID)).toMatchObject({ from: file, anchor: { repository: ID } });
    expect(await find(OTHER)).toBeUndefined();
    expect(await find()).toBeUndefined();
  });

  it('does not take a relative folder for one', async () => {
    env['XDG_CONFIG_HOME'] = 'config';
    expect(anchorFile(env, ID)).toBe(join(root, 'home', '.config', 'pawl', 'anchors', `${ID}.json`));
  });

  it('refuses a file that is for another repository', async () => {
    await put(anchorFile(env, ID), textOf(OTHER));
    await expect(find(ID)).rejects.toMatchObject(unusable);
  });

  it('refuses a file that cannot be read', async () => {
    await put(anchorFile(env, ID), '{');
    await expect(find(ID)).rejects.toMatchObject(unusable);
    env['XDG_CONFIG_HOME'] = join(root, 'other');
    await mkdir(anchorFile(env, ID), { recursive: true });
    await expect(find(ID)).rejects.toMatchObject(unusable);
  });

  it('refuses a configuration that lies in the work tree', async () => {
    env['XDG_CONFIG_HOME'] = join(root, 'repository', '.config');
    await put(anchorFile(env, ID));
    await expect(find(ID)).rejects.toMatchObject(unusable);
  });
});

describe('when PAWL_ANCHOR is set', () => {
  it('reads it as JSON', async () => {
    env['PAWL_ANCHOR'] = textOf();
    expect(await find()).toMatchObject({ from: 'PAWL_ANCHOR', anchor: { repository: ID } });
  });

  it('reads it as the path of a file', async () => {
    env['PAWL_ANCHOR'] = await put(join(root, 'anchor.json'));
    expect(await find()).toMatchObject({ from: 'PAWL_ANCHOR', anchor: { repository: ID } });
  });

  it("comes before the user's own file", async () => {
    await put(anchorFile(env, ID));
    env['PAWL_ANCHOR'] = textOf(OTHER);
    expect(await find(ID)).toMatchObject({ from: 'PAWL_ANCHOR', anchor: { repository: OTHER } });
  });

  it.each([
    ['empty, as a variable of CI that nobody filled in', ''],
    ['a relative path', 'anchor.json'],
    ['a path from home', '~/anchor.json'],
    ['half a document', '{'],
    ['a document that is none', '{}'],
    ['a file that is not there', '/nowhere/anchor.json'],
    ['a folder', '/'],
  ])('refuses it where it is %s, and does not go on without', async (_, value) => {
    await put(anchorFile(env, ID));
    env['PAWL_ANCHOR'] = value;
    await expect(find(ID)).rejects.toMatchObject(unusable);
  });

  it.runIf(process.getuid?.() !== 0)('refuses a file that may not be read', async () => {
    env['PAWL_ANCHOR'] = await put(join(root, 'anchor.json'));
    await chmod(env['PAWL_ANCHOR'], 0);
    await expect(find()).rejects.toMatchObject(unusable);
  });

  it.each([
    ['the work tree', 'repository/anchor.json'],
    ['a folder of the work tree', 'repository/a/b/anchor.json'],
    ['the git folder', 'repository/.git/anchor.json'],
    ['the work tree, in a roundabout way', 'other/../repository/anchor.json'],
  ])('refuses a file in %s', async (_, path) => {
    await put(join(root, path));
    env['PAWL_ANCHOR'] = `${root}/${path}`;
    await mkdir(join(root, 'other'), { recursive: true });
    await expect(find()).rejects.toMatchObject(unusable);
  });

  it('takes a folder beside the repository for what it is', async () => {
    env['PAWL_ANCHOR'] = await put(join(root, 'repository-anchors', 'anchor.json'));
    expect(await find()).toMatchObject({ from: 'PAWL_ANCHOR' });
    env['PAWL_ANCHOR'] = await put(join(root, '..repository', 'anchor.json'));
    expect(await find()).toMatchObject({ from: 'PAWL_ANCHOR' });
  });

  it('refuses a link into the repository, and one in it that leads out', async () => {
    await put(join(root, 'repository', 'anchor.json'));
    await symlink(join(root, 'repository', 'anchor.json'), join(root, 'link.json'));
    env['PAWL_ANCHOR'] = join(root, 'link.json');
    await expect(find()).rejects.toMatchObject(unusable);

    await put(join(root, 'real.json'));
    await symlink(join(root, 'real.json'), join(root, 'repository', 'link.json'));
    env['PAWL_ANCHOR'] = join(root, 'repository', 'link.json');
    await expect(find()).rejects.toMatchObject(unusable);
  });

  it('refuses a file in the main work tree or in another linked one', async () => {
    const linked = join(root, 'linked');
    const gitDir = join(place.commonDir, 'worktrees', 'linked');
    await put(join(gitDir, 'gitdir'), `${join(linked, '.git')}\n`);
    await put(join(place.commonDir, 'worktrees', 'other', 'gitdir'), `${join(root, 'other', '.git')}\n`);
    place = { ...place, gitDir, topLevel: linked };
    for (const path of ['linked/a.json', 'repository/a.json', 'other/a.json']) {
      env['PAWL_ANCHOR'] = await put(join(root, path));
      await expect(find()).rejects.toMatchObject(unusable);
    }
  });

  it('refuses a file in a bare repository', async () => {
    const commonDir = join(root, 'bare.git');
    place = { commonDir, gitDir: commonDir, topLevel: undefined };
    env['PAWL_ANCHOR'] = await put(join(commonDir, 'anchor.json'));
    await expect(find()).rejects.toMatchObject(unusable);
    env['PAWL_ANCHOR'] = await put(join(root, 'beside.json'));
    expect(await find()).toMatchObject({ from: 'PAWL_ANCHOR' });
  });
});
