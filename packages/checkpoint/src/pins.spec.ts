import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRepository } from '@pawl/git';
import type { PinningDoor } from '@pawl/scanner';
import { beforeEach, describe, expect, it } from 'vitest';
import { pinningDoor } from './pins.ts';
import { type Scratch, scratch } from './scratch.fixture.ts';

let here: Scratch;
let door: PinningDoor;
beforeEach(async () => {
  here = scratch();
  here.write({ 'rules/a.yml': 'rules: []\n' });
  writeFileSync(join(here.dir, 'latin.yml'), Buffer.from('caf\xe9', 'latin1'));
  symlinkSync('/etc/passwd', join(here.dir, 'link.yml'));
  const commit = here.commit();
  here.write({ 'rules/a.yml': 'changed\n', 'rules/late.yml': 'rules: []\n' });
  const repository = await openRepository(here.dir, { env: here.context.env });
  door = pinningDoor(repository, commit, () => Promise.resolve({ kind: 'failed', code: 'tool-missing', why: '' }));
});

describe('when an adapter looks through the door', () => {
  it('it sees the files of the commit and not those of the working tree', async () => {
    expect(await door.readFile('rules/a.yml')).toBe('rules: []\n');
    expect(await door.readFile('rules/late.yml')).toBeUndefined();
    expect(await door.listFiles()).toEqual(['latin.yml', 'rules/a.yml']);
  });

  it.each(['rules', 'link.yml', 'none'])('%s is no file', async (path) => {
    expect(await door.readFile(path)).toBeUndefined();
  });

  it('rules that are not text are broken', async () => {
    await expect(door.readFile('latin.yml')).rejects.toMatchObject({ name: 'AdapterError', code: 'rules-broken' });
  });
});
