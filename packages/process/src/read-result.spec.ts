import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command, done, trick } from './command.fixture.ts';
import { run } from './run.ts';

let scratch: string;
let secret: string;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'pawl-spec-'));
  secret = join(scratch, 'r.json');
  writeFileSync(secret, '[]');
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

const result = 'r.json';
const file = '{out}/r.json';

describe('when a tool writes its result into a file', () => {
  it('it reads the file and not what was printed', async () => {
    const steps = [trick(['writes', file, '["written"]']), trick(['honest'])] as const;
    expect(done(await run(command([], { steps, result })))).toMatchObject({
      steps: [{ stdout: '' }, { stdout: '[]\n' }],
      result: '["written"]',
    });
  });

  it('it keeps a byte order mark for the adapter to refuse', async () => {
    expect(done(await run(command(['writes', file, '\ufeff[]'], { result }))).result).toBe('\ufeff[]');
  });

  it('it reads an empty file as empty', async () => {
    expect(done(await run(command(['writes', file, ''], { result }))).result).toBe('');
  });

  it('it counts the file and what was printed together', async () => {
    const steps = [trick(['prints', 'x'.repeat(60)]), trick(['writes-much', file, '60'])] as const;
    expect(await run(command([], { steps, result, maxOutputBytes: 120 }))).toMatchObject({ kind: 'done' });
    expect(await run(command([], { steps, result, maxOutputBytes: 119 }))).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('larger than the 119 bytes'),
    });
  });
});

describe('when the result is not what the tool wrote in this run', () => {
  it.each([
    ['is not there', ['honest'], /was not written/u],
    ['is a link', ['links-its-result', file, 'SECRET'], /not a file of its own/u],
    ['is a second name of another file', ['links-its-result-hard', file, 'SECRET'], /not a file of its own/u],
    ['lies behind a link', ['links-the-folder', '{out}', 'SCRATCH'], /not a file of its own/u],
    ['is a folder', ['makes-a-folder', file], /not a file of its own/u],
    ['is a pipe, which would never end', ['makes-a-pipe', file], /not a file of its own/u],
    ['is older than the run', ['writes-long-ago', file], /older than this run/u],
    ['is not UTF-8', ['writes-invalid-utf8', file], /not UTF-8/u],
    ['is a flood', ['writes-much', file, '1000001'], /larger than the 1000000 bytes/u],
  ])('it fails when it %s', async (_, args, why) => {
    const real = args.map((argument) => argument.replace('SECRET', secret).replace('SCRATCH', scratch));
    const failed = { kind: 'failed', code: 'tool-failed', why: expect.stringMatching(why) };
    expect(await run(command(real, { result }))).toEqual(failed);
  });

  it.each(['../own/r.json', '/etc/hostname', ''])('it reads nothing outside its folder: %j', async (outside) => {
    const failed = { kind: 'failed', code: 'tool-failed', why: expect.stringContaining('not a path inside') };
    expect(await run(command(['honest'], { result: outside }))).toEqual(failed);
  });
});
