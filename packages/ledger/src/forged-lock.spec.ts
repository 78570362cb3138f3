import { writeLock } from '@pawl/baseline';
import { beforeEach, describe, expect, it } from 'vitest';
import { anchor, type Anchored } from './anchored.fixture.ts';
import { lockRef } from './lock-ref.ts';
import { lockOf, type Machine, machine } from './lock-store.fixture.ts';
import { type TestKey, testKey } from './signer.fixture.ts';

const SIGNATURE = 'lock.json.sig';

let alice: TestKey;
let mallory: TestKey;
let here: Machine;
beforeEach(async () => {
  [alice, mallory] = [testKey(), testKey()];
  here = await machine();
});

/** Another machine, whose person has put an anchor where it belongs. */
async function anchored(over: Partial<Anchored> = {}): Promise<Machine> {
  const there = await here.elsewhere();
  anchor(there, { signers: [alice.line()], ...over });
  return there;
}

describe('when a lock is not what somebody who may has signed', () => {
  beforeEach(async () => {
    await here.lock('main', { sign: alice.sign });
  });

  it('L01, L17 a missing signature is an error', async () => {
    here.git.tamper('commit1', { [SIGNATURE]: undefined });
    await expect((await anchored()).ask()).rejects.toMatchObject({ code: 'signature-missing' });
  });

  it('L17 a lock that was seen before the anchor was made, without a signature, does not count any more', async () => {
    here = await machine();
    await here.lock();
    anchor(here, { signers: [alice.line()] });
    await expect(here.ask()).rejects.toMatchObject({ code: 'signature-missing' });
  });

  it.each([
    ['nothing', ''],
    ['the word of somebody', 'AUTHORIZED_BY=alice@example.com\n'],
    ['an armour around nothing', '-----BEGIN SSH SIGNATURE-----\n\n-----END SSH SIGNATURE-----\n'],
    ['a signature of another kind', '-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n'],
  ])('L17 refuses %s in the place of a signature', async (_, text) => {
    here.git.tamper('commit1', { [SIGNATURE]: text });
    await expect((await anchored()).ask()).rejects.toMatchObject({ code: 'signature-malformed' });
  });

  it.each([
    ['junk before it', (text: string) => `junk\n${text}`],
    ['junk after it', (text: string) => `${text}junk\n`],
    ['a second one after it', (text: string) => text + text],
    ['a line more', (text: string) => text.replace('-----END', '\n-----END')],
    ['its end cut off', (text: string) => text.slice(0, -10)],
    ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('refuses a signature with %s', async (_, change) => {
    const good = here.git.commits.get('commit1')?.files[SIGNATURE] ?? '';
    here.git.tamper('commit1', { [SIGNATURE]: change(good) });
    await expect((await anchored()).ask()).rejects.toMatchObject({ code: 'signature-malformed' });
  });

  it('refuses every flipped bit of a signature', async () => {
    const good = here.git.commits.get('commit1')?.files[SIGNATURE] ?? '';
    const there = await anchored();
    for (const [at, char] of [...good].entries()) {
      const flipped = good.slice(0, at) + String.fromCharCode(char.charCodeAt(0) ^ 1) + good.slice(at + 1);
      here.git.tamper('commit1', { [SIGNATURE]: flipped });
      await expect(there.ask()).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:signature-malformed|signature-wrong|namespace-wrong|signer-unknown)$/u),
      });
    }
  });

  it.each([
    ['what is accepted', (text: string) => text.replace('"findings":0', '"findings":9')],
    ['the configuration', (text: string) => text.replace('"configuration":{}', '"configuration":{"people":"report"}')],
    [
      'L18 for whom results are sealed',
      (text: string) => text.replace('"configuration":{}', '"configuration":{"reviewers":["age1x"]}'),
    ],
    ['the sequence', (text: string) => text.replace('"sequence":1', '"sequence":2')],
    ['the instant', (text: string) => text.replace('03:04:05', '03:04:06')],
  ])('L01 refuses a lock in which somebody changed %s', async (_, change) => {
    const text = here.git.commits.get('commit1')?.files['lock.json'] ?? '';
    expect(change(text)).not.toBe(text);
    here.git.tamper('commit1', { 'lock.json': change(text) });
    await expect((await anchored()).ask()).rejects.toMatchObject({ code: 'signature-wrong' });
  });

  it('L08 refuses a signature that was made for another purpose', async () => {
    const sign = alice.signAs({ namespace: 'pawl-checkpoint@v1' });
    here.git.tamper('commit1', { [SIGNATURE]: await sign(writeLock(lockOf(here.git, 'commit1'))) });
    await expect((await anchored()).ask()).rejects.toMatchObject({ code: 'namespace-wrong' });
  });

  it.each(['git', 'file', 'pawl-lock@v2', 'pawl-lock', 'PAWL-LOCK@V1', 'pawl-lock@v1 '])(
    'L08 refuses a signature for %j',
    async (namespace) => {
      const sign = alice.signAs({ namespace });
      here.git.tamper('commit1', { [SIGNATURE]: await sign(writeLock(lockOf(here.git, 'commit1'))) });
      await expect((await anchored()).ask()).rejects.toMatchObject({ code: 'namespace-wrong' });
    },
  );

  it('refuses a key that nobody named', async () => {
    here.git.tamper('commit1', { [SIGNATURE]: await mallory.sign(writeLock(lockOf(here.git, 'commit1'))) });
    await expect((await anchored()).ask()).rejects.toMatchObject({ code: 'signer-unknown' });
  });

  it('refuses a key that is named for something else', async () => {
    const there = await anchored({ signers: [alice.line({ options: 'namespaces="pawl-checkpoint@v1"' })] });
    await expect(there.ask()).rejects.toMatchObject({ code: 'signer-not-allowed-namespace' });
  });

  it('refuses a key that counts no more', async () => {
    const options = 'namespaces="pawl-lock@v1",valid-before="20260304050606Z"';
    await expect((await anchored({ signers: [alice.line({ options })] })).ask()).rejects.toMatchObject({
      code: 'signer-expired',
    });
  });

  it('refuses a key that does not count yet', async () => {
    const options = 'namespaces="pawl-lock@v1",valid-after="20260304050608Z"';
    await expect((await anchored({ signers: [alice.line({ options })] })).ask()).rejects.toMatchObject({
      code: 'signer-not-yet-valid',
    });
  });

  it.each([
    ['anybody', '*', 'signer-wildcard'],
    ['anybody of a host', '*@example.com', 'signer-wildcard'],
    ['anybody but one', '!mallory@example.com', 'signer-wildcard'],
  ])('refuses an anchor that names %s', async (_, principal, code) => {
    await expect((await anchored({ signers: [alice.line({ principal })] })).ask()).rejects.toMatchObject({ code });
  });

  it.each([
    ['for no purpose', ''],
    ['as an authority', 'cert-authority,namespaces="pawl-lock@v1"'],
    ['with an option that nobody knows', 'namespaces="pawl-lock@v1",no-touch-required'],
  ])('refuses an anchor that names somebody %s', async (_, options) => {
    await expect((await anchored({ signers: [alice.line({ options })] })).ask()).rejects.toMatchObject({
      code: 'anchor-unusable',
    });
  });

  it('refuses an anchor that names a key of a kind that is not accepted', async () => {
    const line = `alice@example.com namespaces="pawl-lock@v1" ssh-dss ${Buffer.from('\0\0\0\x07ssh-dss').toString('base64')}`;
    await expect((await anchored({ signers: [line] })).ask()).rejects.toMatchObject({ code: 'anchor-unusable' });
  });

  it.each(['namespaces="*"', 'namespaces="pawl-*"'])(
    'refuses an anchor that names somebody for %s',
    async (options) => {
      await expect((await anchored({ signers: [alice.line({ options })] })).ask()).rejects.toMatchObject({
        code: 'signer-wildcard',
      });
    },
  );

  it('reads every line before any counts', async () => {
    const there = await anchored({
      signers: [alice.line(), 'bob@example.com namespaces="pawl-lock@v1" ssh-ed25519 AAAA'],
    });
    await expect(there.ask()).rejects.toMatchObject({ code: 'anchor-unusable' });
  });

  it('refuses the same key under two names', async () => {
    const there = await anchored({ signers: [alice.line(), alice.line({ principal: 'bob@example.com' })] });
    await expect(there.ask()).rejects.toMatchObject({ code: 'anchor-unusable' });
  });

  it('L04 refuses the lock of another repository, signed by the same person', async () => {
    const there = await anchored({ repository: '0'.repeat(32) });
    await expect(there.ask()).rejects.toMatchObject({ code: 'wrong-repository' });
  });

  it('L04 refuses the lock of another branch, signed by the same person', async () => {
    here.git.refs.set(lockRef('next'), 'commit1');
    await expect((await anchored()).ask({ target: 'next' })).rejects.toMatchObject({ code: 'wrong-target' });
  });

  it('L03 refuses an older lock, validly signed, on a machine that never saw the newer one', async () => {
    await here.lock('main', { sign: alice.sign });
    here.git.refs.set(lockRef('main'), 'commit1');
    await expect((await anchored({ lowest: 2 })).ask()).rejects.toMatchObject({ code: 'lock-rolled-back' });
    expect(await (await anchored({ lowest: 1 })).ask()).toMatchObject({ lock: { sequence: 1 } });
  });

  it('L14 misses a lock that the anchor speaks of, on a machine that never saw it', async () => {
    const there = await anchored({ lowest: 1 });
    here.git.refs.clear();
    await expect(there.ask()).rejects.toMatchObject({ code: 'lock-missing' });
  });

  it('L14 misses a lock where the anchor only names the repository', async () => {
    const there = await anchored();
    here.git.refs.clear();
    await expect(there.ask()).rejects.toMatchObject({ code: 'lock-missing' });
  });
});
