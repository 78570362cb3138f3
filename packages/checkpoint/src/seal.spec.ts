import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { seal } from '@pawl/escalation';
import { openRepository, type Repository } from '@pawl/git';
import { appendCheckpoint, caseId } from '@pawl/ledger';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Scratch, scratch } from './scratch.fixture.ts';
import { openSealed, sealedLogs } from './seal.ts';

const LOGS = ['{"version":"2.1.0","runs":[]}', '{"version":"2.1.0","runs":[{"é":1}]}'];

let here: Scratch;
let repository: Repository;
let reviewer: { readonly identity: string; readonly recipient: string };
beforeEach(async () => {
  here = scratch();
  here.commit();
  repository = await openRepository(here.dir, { env: here.context.env });
  const identity = await generateX25519Identity();
  reviewer = { identity, recipient: await identityToRecipient(identity) };
});

/** A stopped checkpoint with something sealed beside it; gives the number of its case. */
async function stop(sealed: Uint8Array | undefined, tree = 'd'.repeat(40)): Promise<string> {
  const question = {
    lock: 'a'.repeat(40),
    lockSequence: 1,
    base: 'b'.repeat(40),
    tree,
    head: null,
    tier: 'full',
  } as const;
  const number = caseId(question);
  await appendCheckpoint(
    repository,
    {
      ...{
        loop: 'agent/x',
        repository: 'c'.repeat(32),
        audience: 'agent',
        identity: null,
        outcome: 'stopped',
        case: number,
      },
      ...{ question: { ...question, tools: 'e'.repeat(64) }, assurance: 'unsigned', at: '2024-01-01T00:00:00.000Z' },
    },
    { released: new Set(), ...(sealed && { sealed }) },
  );
  return number;
}

function open(number: string, identity = reviewer.identity): Promise<readonly string[]> {
  writeFileSync(join(here.root, 'key.txt'), `# a reviewer\n${identity}\n`);
  return openSealed(repository, number, { identityFile: '../key.txt', cwd: here.dir });
}

describe('sealedLogs', () => {
  it('seals nothing where no log was handed in, or nobody could read it', async () => {
    expect(await sealedLogs([], { reviewers: [reviewer.recipient] })).toBeUndefined();
    expect(await sealedLogs(LOGS, { reviewers: [] })).toBeUndefined();
  });

  it('gives a reviewer the logs as they were handed in', async () => {
    const number = await stop(await sealedLogs(LOGS, { reviewers: [reviewer.recipient] }));
    expect(await open(number)).toEqual(LOGS);
  });

  it('L18 gives them to nobody else, whomever what is judged names', async () => {
    const number = await stop(await sealedLogs(LOGS, { reviewers: [reviewer.recipient] }));
    await expect(open(number, await generateX25519Identity())).rejects.toMatchObject({ code: 'not-for-you' });
  });

  it('has one size for logs of about the same size', async () => {
    const sizes = await Promise.all(
      [['x'], ['y'.repeat(500)]].map(
        async (logs) => (await sealedLogs(logs, { reviewers: [reviewer.recipient] }))?.length,
      ),
    );
    expect(sizes[0]).toBe(sizes[1]);
  });

  it('refuses a reviewer that is none', async () => {
    await expect(sealedLogs(LOGS, { reviewers: [`age1${'q'.repeat(58)}`] })).rejects.toMatchObject({
      code: 'recipient-invalid',
    });
  });
});

describe('openSealed', () => {
  it('says so where nothing is sealed', async () => {
    const number = await stop(undefined);
    await expect(open(number)).rejects.toMatchObject({ code: 'nothing-sealed' });
    await expect(open('00000000')).rejects.toMatchObject({ code: 'nothing-sealed' });
  });

  it('says so where the identity file cannot be read', async () => {
    const number = await stop(await sealedLogs(LOGS, { reviewers: [reviewer.recipient] }));
    const asked = { identityFile: 'none.txt', cwd: here.dir };
    await expect(openSealed(repository, number, asked)).rejects.toMatchObject({ code: 'identity-unreadable' });
  });

  it.each([
    ['no archive', 'hello'],
    ['an archive of something else', gzipSync('{"schema":"other"}')],
    ['an archive without logs', gzipSync('{"schema":"pawl/sealed@1","logs":[1]}')],
    ['an archive that is no text', gzipSync(Buffer.from([0xff]))],
  ])('refuses %s, well sealed', async (_, content) => {
    const number = await stop(await seal(Buffer.from(content as Uint8Array), [reviewer.recipient]));
    await expect(open(number)).rejects.toMatchObject({ code: 'sealed-unreadable' });
  });
});
