import { join } from 'node:path';
import { writeLock } from '@pawl/baseline';
import { beforeEach, describe, expect, it } from 'vitest';
import { anchor, type Anchored, putPrivateKey } from './anchored.fixture.ts';
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

describe('when a lock is signed and no anchor says by whom', () => {
  it('is advisory, by the key that was seen first', async () => {
    await here.lock('main', { sign: alice.sign });
    const there = await here.elsewhere();
    expect(await there.ask()).toMatchObject({
      assurance: 'advisory',
      signedBy: { principal: 'first-seen', fingerprint: alice.fingerprint, isHardware: false },
    });
    expect((await there.trust.memory.recall()).signers).toEqual([alice.line({ principal: 'first-seen' })]);
  });

  it('is no more than that for a key that says it is a token: anybody can make one', async () => {
    const token = testKey('token');
    expect(await here.lock('main', { sign: token.sign })).toMatchObject({ assurance: 'advisory' });
  });

  it('refuses a second key', async () => {
    await here.lock('main', { sign: alice.sign });
    const there = await here.elsewhere();
    await there.lock('main', { sign: alice.sign });
    there.git.tamper('commit2', { [SIGNATURE]: await mallory.sign(writeLock(lockOf(here.git, 'commit2'))) });
    await expect(here.ask()).rejects.toMatchObject({ code: 'signer-unknown' });
  });

  it('L17 refuses a lock without a signature after one with', async () => {
    await here.lock('main', { sign: alice.sign });
    const there = await here.elsewhere();
    await there.lock('main', { sign: alice.sign });
    here.git.tamper('commit2', { [SIGNATURE]: undefined });
    await expect(here.ask()).rejects.toMatchObject({ code: 'assurance-fell' });
  });

  it('looks at the signature at every judgement, though it saw the commit', async () => {
    await here.lock('main', { sign: alice.sign });
    here.git.tamper('commit1', { [SIGNATURE]: await mallory.sign(writeLock(lockOf(here.git, 'commit1'))) });
    await expect(here.ask()).rejects.toMatchObject({ code: 'signer-unknown' });
  });
});

describe('when an anchor names who may sign', () => {
  beforeEach(async () => {
    await here.lock('main', { sign: alice.sign });
  });

  it('is locked, by a key that is not on this machine', async () => {
    expect(await (await anchored({ assurance: 'locked' })).ask()).toMatchObject({
      assurance: 'locked',
      signedBy: { principal: 'alice@example.com', fingerprint: alice.fingerprint },
    });
  });

  it('L06 is advisory, by a key that lies in a file on this machine', async () => {
    const there = await anchored();
    await putPrivateKey(there, alice);
    expect(await there.ask()).toMatchObject({ assurance: 'advisory' });
  });

  it('L06 does not count where the anchor demands a key that an agent cannot use', async () => {
    const there = await anchored({ assurance: 'locked' });
    await putPrivateKey(there, alice);
    await expect(there.ask()).rejects.toMatchObject({ code: 'assurance-fell' });
  });

  it('L06 is advisory where an agent for keys does not answer, because then it cannot be told', async () => {
    const there = await anchored();
    there.env['SSH_AUTH_SOCK'] = join(there.home, 'no-socket');
    expect(await there.ask()).toMatchObject({ assurance: 'advisory' });
  });

  it('L06 is advisory, by a key that was signed with on this machine, wherever it lay', async () => {
    const there = await anchored();
    await putPrivateKey(there, alice, join(there.home, 'key'));
    await there.trust.memory.rememberKeyFile(join(there.home, 'key'));
    expect(await there.ask()).toMatchObject({ assurance: 'advisory' });
  });

  it('never falls: what was locked once is not advisory later', async () => {
    const there = await anchored();
    await there.ask();
    await putPrivateKey(there, alice);
    await expect(there.ask()).rejects.toMatchObject({ code: 'assurance-fell' });
  });

  it('falls by the word of a person', async () => {
    const there = await anchored();
    await there.ask();
    await putPrivateKey(there, alice);
    await there.trust.memory.settleFor('advisory');
    expect(await there.ask()).toMatchObject({ assurance: 'advisory' });
  });
});

describe('when the key is one of a token', () => {
  const token = testKey('token');

  it('is locked, though its handle lies on this machine', async () => {
    await here.lock('main', { sign: token.sign });
    const there = await anchored({ assurance: 'locked', signers: [token.line()] });
    there.env['SSH_AUTH_SOCK'] = join(there.home, 'no-socket');
    expect(await there.ask()).toMatchObject({ assurance: 'locked', signedBy: { isHardware: true } });
  });

  it('L06 refuses what it signed while nobody touched it', async () => {
    await here.lock('main', { sign: token.sign });
    const untouched = await token.signAs({ touched: false })(writeLock(lockOf(here.git, 'commit1')));
    here.git.tamper('commit1', { [SIGNATURE]: untouched });
    const there = await anchored({ signers: [token.line()] });
    await expect(there.ask()).rejects.toMatchObject({ code: 'presence-missing' });
  });
});

describe('when a person locks again', () => {
  it('refuses before it is stored what would not count afterwards', async () => {
    await here.lock('main', { sign: alice.sign });
    anchor(here, { signers: [alice.line()] });
    await expect(here.lock('main')).rejects.toMatchObject({ code: 'signature-missing' });
    await expect(here.lock('main', { sign: mallory.sign })).rejects.toMatchObject({ code: 'signer-unknown' });
    await expect(here.lock('main', { sign: async () => 'x' })).rejects.toMatchObject({ code: 'signature-malformed' });
    expect(here.git.refs.get(lockRef('main'))).toBe('commit1');
    expect(here.git.commits.size).toBe(1);
  });

  it('refuses to go on without a key where there was one', async () => {
    await here.lock('main', { sign: alice.sign });
    await expect(here.lock('main')).rejects.toMatchObject({ code: 'assurance-fell' });
    expect(here.git.commits.size).toBe(1);
  });

  it('may begin to sign', async () => {
    await here.lock('main');
    expect(await here.lock('main', { sign: alice.sign })).toMatchObject({
      assurance: 'advisory',
      lock: { sequence: 2 },
    });
    expect(await here.ask()).toMatchObject({ assurance: 'advisory' });
  });

  it('begins the chain anew over a lock that nobody who may has signed', async () => {
    await here.lock('main', { sign: alice.sign });
    here.git.tamper('commit1', { [SIGNATURE]: await mallory.sign(writeLock(lockOf(here.git, 'commit1'))) });
    const there = await anchored();
    expect((await there.lock('main', { sign: alice.sign })).lock).toMatchObject({
      repository: lockOf(here.git, 'commit1').repository,
      previous: null,
    });
  });
});
