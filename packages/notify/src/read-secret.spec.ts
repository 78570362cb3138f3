import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSecret } from './read-secret.ts';
import { scratch, world } from './world.fixture.ts';

function secretFile(content: string, mode = 0o600): string {
  const file = join(scratch(), 'secret');
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
}

describe('when a secret is in a variable', () => {
  it('it is read by name', async () => {
    const { means } = world({ means: { env: { PAWL_URL: ' TOPSECRET\n' } } });
    expect(await readSecret({ env: 'PAWL_URL' }, means)).toBe('TOPSECRET');
  });

  it.each([
    ['is not set', {}],
    ['is empty', { PAWL_URL: '' }],
    ['is blank', { PAWL_URL: ' \n' }],
  ])('one that %s is a failure that names the variable', async (_, env) => {
    const { means } = world({ means: { env } });
    expect(await readSecret({ env: 'PAWL_URL' }, means)).toMatchObject({
      kind: 'failed',
      next: 'set PAWL_URL where the gate runs',
    });
  });

  it('what every object has is no variable', async () => {
    const { means } = world();
    expect(await readSecret({ env: 'constructor' }, means)).toMatchObject({ kind: 'failed' });
  });
});

describe('when a secret is in a file', () => {
  it('it is read', async () => {
    expect(await readSecret({ file: secretFile('TOPSECRET\n') }, world().means)).toBe('TOPSECRET');
  });

  it.each([
    ['others of the group may read', 0o640],
    ['anybody may read', 0o644],
    ['anybody may write', 0o602],
  ])('one that %s is refused', async (_, mode) => {
    const attempt = await readSecret({ file: secretFile('TOPSECRET', mode) }, world().means);
    expect(attempt).toMatchObject({ kind: 'failed', next: 'chmod 600 the file' });
  });

  it('one in the repository is refused, and so is a link into it', async () => {
    const workTree = scratch();
    const file = join(workTree, 'secret');
    writeFileSync(file, 'TOPSECRET', { mode: 0o600 });
    const link = join(scratch(), 'link');
    symlinkSync(file, link);
    const { means } = world({ means: { workTree } });
    for (const one of [file, link])
      expect(await readSecret({ file: one }, means)).toMatchObject({ why: expect.stringContaining('repository') });
  });

  it('one in a folder whose name begins like the repository is not in it', async () => {
    const folder = scratch();
    const [workTree, beside] = [join(folder, 'shop'), join(folder, 'shop-secrets')];
    mkdirSync(workTree);
    mkdirSync(beside);
    writeFileSync(join(beside, 'secret'), 'TOPSECRET', { mode: 0o600 });
    const { means } = world({ means: { workTree } });
    expect(await readSecret({ file: join(beside, 'secret') }, means)).toBe('TOPSECRET');
  });

  it('one that is not there, a folder and a pipe that nobody writes to are failures', async () => {
    const folder = scratch();
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', ['-m', '600', pipe]);
    for (const file of [join(folder, 'none'), folder, pipe])
      expect(await readSecret({ file }, world().means)).toMatchObject({ kind: 'failed' });
  });

  it('one that would fill the memory is not read', async () => {
    const file = secretFile('');
    truncateSync(file, 2 ** 30);
    expect(await readSecret({ file }, world().means)).toMatchObject({
      why: expect.stringContaining('no small ordinary'),
    });
  });

  it('one in a folder of the repository whose name begins with two dots is in it', async () => {
    const workTree = scratch();
    mkdirSync(join(workTree, '..keys'));
    const file = join(workTree, '..keys', 'secret');
    writeFileSync(file, 'TOPSECRET', { mode: 0o600 });
    const { means } = world({ means: { workTree } });
    expect(await readSecret({ file }, means)).toMatchObject({ why: expect.stringContaining('repository') });
  });
});

describe('when what was read is no secret', () => {
  it.each([
    ['two lines', 'TOPSECRET\nTOPSECRET'],
    ['a header', 'TOPSECRET\r\nHost: evil.example'],
    ['a control character', 'TOPSECRET\u0007'],
    ['a byte order mark within', 'TOP\ufeffSECRET'],
    ['far too much', 'TOPSECRET'.repeat(400)],
    ['more than is read', 'TOPSECRET'.repeat(4000)],
  ])('%s is refused, and not repeated', async (_, content) => {
    const { means } = world({ means: { env: { PAWL_URL: content } } });
    for (const source of [{ env: 'PAWL_URL' }, { file: secretFile(content) }]) {
      const attempt = await readSecret(source, means);
      expect(attempt).toMatchObject({ kind: 'failed' });
      expect(JSON.stringify(attempt)).not.toContain('TOPSECRET');
    }
  });
});
