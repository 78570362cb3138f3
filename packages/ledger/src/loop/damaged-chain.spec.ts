import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendCheckpoint } from './append-checkpoint.ts';
import { draftOf, loopScratch, NOTHING } from './loop.fixture.ts';
import { type Entry, walkLoop } from './walk-loop.ts';

/** Nightly, every byte; here, every eleventh. */
const STRIDE = process.env['PAWL_NIGHTLY'] ? 1 : 11;

/** A chain of three entries, one of them signed and one with something sealed, and every file that it is made of. */
async function smallLedger() {
  const { dir, git, open } = loopScratch();
  const store = await open();
  const sign = async () => 'a signature\n';
  await appendCheckpoint(store, draftOf('one'), NOTHING);
  await appendCheckpoint(store, draftOf('two', { outcome: 'stopped', case: '0123abcd' }), { ...NOTHING, sign });
  await appendCheckpoint(store, draftOf('three'), { ...NOTHING, sealed: Buffer.from([0, 1, 2, 255]) });
  const walk = async (): Promise<readonly Entry[]> => {
    const entries: Entry[] = [];
    // Opened anew: a git that has read an object before may still have it as it was.
    for await (const entry of walkLoop(await open(), 'agent/x')) entries.push(entry);
    return entries;
  };
  const objects = join(dir, '.git/objects');
  const files = readdirSync(objects)
    .filter((name) => /^[0-9a-f]{2}$/u.test(name))
    .flatMap((folder) => readdirSync(join(objects, folder)).map((name) => join(objects, folder, name)));
  for (const file of files) chmodSync(file, 0o644);
  return { dir, git, store, walk, files, whole: await walk(), ref: join(dir, '.git/refs/pawl/loop/agent%2Fx') };
}

type Ledger = Awaited<ReturnType<typeof smallLedger>>;

/** Detected, with its code, or no different from what was there: nothing in between. */
async function outcomeOf({ walk, whole }: Ledger): Promise<'detected' | 'unchanged'> {
  try {
    expect(await walk()).toEqual(whole);
    return 'unchanged';
  } catch (error) {
    if ((error as Error).name !== 'LedgerError') throw error;
    expect(error).toMatchObject({ code: 'corrupt-loop' });
    return 'detected';
  }
}

async function withBytes(ledger: Ledger, file: string, bytes: Buffer): Promise<'detected' | 'unchanged'> {
  const before = readFileSync(file);
  writeFileSync(file, bytes);
  try {
    return await outcomeOf(ledger);
  } finally {
    writeFileSync(file, before);
  }
}

const flipped = (bytes: Buffer, at: number): Buffer => {
  const other = Buffer.from(bytes);
  other.writeUInt8(bytes.readUInt8(at) ^ 0x01, at);
  return other;
};

describe('when the small ledger of three entries is whole', () => {
  it('is made of five objects for each, a signature and a seal, and reads as it was written', async () => {
    const ledger = await smallLedger();
    expect(ledger.files).toHaveLength(3 * 5 + 2);
    expect(ledger.whole.map(({ statement }) => statement.predicate.sequence)).toEqual([1, 2, 3]);
    expect(ledger.whole.map(({ signature, sealed }) => [signature?.length, sealed?.length])).toEqual([
      [undefined, undefined],
      [12, undefined],
      [undefined, 4],
    ]);
    expect(await outcomeOf(ledger)).toBe('unchanged');
  });
});

describe('L when bytes of it are changed', () => {
  it('a flipped byte in any object is detected', { timeout: 120_000 + 1_800_000 / STRIDE }, async () => {
    const ledger = await smallLedger();
    const seen = { detected: 0, unchanged: 0 };
    let turn = 0;
    for (const file of ledger.files) {
      const bytes = readFileSync(file);
      for (let at = turn++ % STRIDE; at < bytes.length; at += STRIDE)
        seen[await withBytes(ledger, file, flipped(bytes, at))] += 1;
    }
    expect(seen.detected).toBeGreaterThan(1500 / STRIDE);
    expect(seen.unchanged).toBe(0);
  });

  it('a flipped byte in the ref is detected, but for the white space at its end', { timeout: 60_000 }, async () => {
    const ledger = await smallLedger();
    const bytes = readFileSync(ledger.ref);
    const outcomes = [];
    for (let at = 0; at < bytes.length; at += 1) outcomes.push(await withBytes(ledger, ledger.ref, flipped(bytes, at)));
    expect(outcomes).toEqual([...Array.from({ length: 40 }, () => 'detected'), outcomes[40]]);
  });

  it('an object that is cut off, emptied or gone is detected', { timeout: 120_000 }, async () => {
    const ledger = await smallLedger();
    for (const file of ledger.files) {
      const bytes = readFileSync(file);
      for (const length of [0, 1, Math.floor(bytes.length / 2), bytes.length - 5])
        expect([length, await withBytes(ledger, file, bytes.subarray(0, length))]).toEqual([length, 'detected']);
      rmSync(file);
      expect(await outcomeOf(ledger)).toBe('detected');
      writeFileSync(file, bytes);
    }
  });

  it('an object that stands in for another one is detected', { timeout: 120_000 }, async () => {
    const ledger = await smallLedger();
    for (const [at, file] of ledger.files.entries()) {
      const other = ledger.files[(at + 1) % ledger.files.length] as string;
      expect(await withBytes(ledger, file, readFileSync(other))).toBe('detected');
    }
  });
});

describe('L when the repository is told to see other objects', () => {
  it('a replace ref, a graft and a cut history change nothing', async () => {
    const ledger = await smallLedger();
    const [first, second, third] = ledger.whole.map(({ commit }) => commit) as [string, string, string];
    ledger.git('update-ref', `refs/replace/${third}`, first);
    writeFileSync(join(ledger.dir, '.git/info/grafts'), `${third} ${first}\n`);
    expect(await outcomeOf(ledger)).toBe('unchanged');
    writeFileSync(join(ledger.dir, '.git/shallow'), `${second}\n`);
    expect(await outcomeOf(ledger)).toBe('unchanged');
  });

  it('packed objects are read as strictly as loose ones', async () => {
    const ledger = await smallLedger();
    ledger.git('gc', '--quiet');
    expect(await outcomeOf(ledger)).toBe('unchanged');
    const folder = join(ledger.dir, '.git/objects/pack');
    const pack = join(folder, readdirSync(folder).find((name) => name.endsWith('.pack')) as string);
    chmodSync(pack, 0o644);
    copyFileSync(pack, `${pack}.whole`);
    const bytes = readFileSync(pack);
    // Behind the header, which says how many objects there are, and before the digest of the pack.
    expect(await withBytes(ledger, pack, flipped(bytes, Math.floor(bytes.length / 2)))).toBe('detected');
  });
});
