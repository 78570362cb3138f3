import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hookSaid } from './support/hook-said.ts';
import { LOCK, lockedRepository } from './support/locked-repository.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { servedRepository, type ServedRepository } from './support/served-repository.ts';
import { lockFile, newKey, replaceLock } from './support/signed-lock.ts';
import { EDITED_JS, UNGUARDED_JS } from './support/sources.ts';

const atTheEnd = removedAfterAll();
let served: ServedRepository;
let lock: string;
let before: string;

beforeAll(async () => {
  served = await servedRepository(await lockedRepository(undefined, atTheEnd), { atTheEnd });
  lock = await served.work.git('rev-parse', LOCK);
});

beforeEach(async () => {
  await served.work.git('checkout', '--quiet', '--force', 'main');
  await served.work.git('update-ref', LOCK, lock);
  before = `${await served.refs()}\n${await served.records()}`;
});

/** Could not tell, in plain words, and nothing moved. */
async function refused(ran: Ran, why: string): Promise<void> {
  expect(ran.status).toBe(1);
  expect(hookSaid(ran)[0]).toContain(why);
  expect(ran.stderr).not.toContain('stopped');
  expect(`${await served.refs()}\n${await served.records()}`).toBe(before);
}

/** The commit of the present lock again, in the form that Pawl gives its own. */
async function likePawl(): Promise<string> {
  const [name, email] = ['Pawl', 'pawl@localhost'];
  const env = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
  const args = ['commit-tree', `${LOCK}^{tree}`, '-p', `${LOCK}^`, '-m', 'Lock'];
  return mustSucceed(await served.work.tryGit(args, { env }));
}

describe('when a push is about the lock', () => {
  it('L14 it is not deleted', async () => {
    await refused(await served.push([`:${LOCK}`]), 'never deleted by a push');
  });

  it('L03 it is not put back to an older one', async () => {
    await refused(await served.push(['--force', `${lock}~1:${LOCK}`]), 'is not taken');
  });

  it('L02 a lock that follows and that nobody signed, or somebody else, is not taken', async () => {
    const { work, by } = served;
    const text = await lockFile(work, 'lock.json');
    const next = text
      .replace(/"previous":"\w+"/u, `"previous":"${createHash('sha256').update(text).digest('hex')}"`)
      .replace('"sequence":2', '"sequence":3');
    const mallory = await by.sign(next, undefined, await newKey(work, 'mallory'));
    for (const [signature, why] of [
      [undefined, 'wants locks signed'],
      [mallory, 'is not among those that'],
    ] as const) {
      await work.git('update-ref', LOCK, lock);
      await replaceLock(work, { 'lock.json': next, 'lock.json.sig': signature }, lock);
      await refused(await served.push([`${await likePawl()}:${LOCK}`]), why);
    }
  });

  it('L04 the lock of another branch is not taken', async () => {
    await refused(await served.push([`${lock}:refs/pawl/lock/release`]), 'was made for "main"');
  });

  it('L01 a lock in the pushed tree is never read', async () => {
    const text = await lockFile(served.work, 'lock.json');
    await served.work.git('checkout', '--quiet', '-B', 'agent/own-lock', 'main');
    await served.work.commit('slips', { 'app.js': UNGUARDED_JS, 'lock.json': text, '.pawl/lock.json': text });
    const ran = await served.push(['HEAD']);
    expect(ran.status).toBe(1);
    expect(hookSaid(ran)[0]).toMatch(/^pawl: stopped, case /u);
  });

  it('a signed successor is taken, and not together with what is to be judged by it', async () => {
    mustSucceed(await served.work.pawl(['lock', '--sign-with', served.by.keyFile]));
    await served.work.git('checkout', '--quiet', '-B', 'agent/together', 'main');
    await refused(await served.push([LOCK, 'HEAD']), 'comes together with what is to be judged by it');
    mustSucceed(await served.push([LOCK]));
    expect(await served.bare.git('rev-parse', LOCK)).toBe(await served.work.git('rev-parse', LOCK));
    lock = await served.work.git('rev-parse', LOCK);
  });
});

describe('when a push is about a record', () => {
  const loop = 'refs/pawl/loop/agent%2Fa';
  const mine = 'refs/pawl/loop/refs%2Fheads%2Fmain';

  beforeAll(async () => {
    const { work } = served;
    await work.git('checkout', '--quiet', '-B', 'agent/a', 'main');
    for (const content of [EDITED_JS, `${EDITED_JS}\n`]) {
      await work.stage({ 'app.js': content });
      mustSucceed(await work.tryGit(['commit', '--quiet', '-m', 'edit']));
    }
  });

  it('one that only adds is taken, also when there is more of it later', async () => {
    mustSucceed(await served.push([`${loop}~1:${loop}`]));
    mustSucceed(await served.push([loop]));
    expect(await served.refs()).toContain(loop);
  });

  it('O07 it is not deleted, put back or rewritten', async () => {
    const { work } = served;
    await refused(await served.push([`:${loop}`]), 'never deleted by a push');
    await refused(await served.push(['--force', `${loop}~1:${loop}`]), 'does not follow the record that is here');
    const forged = await work.git('commit-tree', `${loop}^{tree}`, '-m', 'mine');
    await refused(await served.push(['--force', `${forged}:${loop}`]), 'is not taken');
  });

  it('O07 the record of the server itself is only its own', async () => {
    await served.work.git('fetch', '--quiet', served.bare.dir, `${mine}:${mine}`);
    await refused(await served.push(['--force', `${loop}:${mine}`]), 'only it writes there');
    await refused(await served.push([`:${mine}`]), 'never deleted by a push');
  });

  it('O01 one that claims a verifier, or somebody who asked, is not taken without that signature', async () => {
    const { work } = served;
    const mallory = await newKey(work, 'mallory');
    await work.git('checkout', '--quiet', '-B', 'agent/claims', 'main');
    mustSucceed(await work.pawl(['check', '--head', 'HEAD', '--loop', 'signed', '--sign-as', mallory]));
    await refused(await served.push(['refs/pawl/loop/signed']), 'claims a verifier');
    mustSucceed(await work.pawl(['check', '--head', 'HEAD', '--loop', 'named', '--identity', 'bob']));
    await refused(await served.push(['refs/pawl/loop/named']), 'claims a verifier');
  });
});

describe('when a push is about how git reads', () => {
  it.each([
    'refs/replace/0123456789012345678901234567890123456789',
    'refs/pawl/other/x',
    'refs/pawl/remote/o/lock/main',
  ])('G04 %s is for nobody to push', async (ref) =>
    refused(await served.push([`main:${ref}`]), 'is not for anybody to push'),
  );

  it('G05 nothing is judged where history is cut, or where a push may cut it', async () => {
    await served.bare.git('config', 'receive.shallowUpdate', 'true');
    await refused(await served.push(['main:refs/heads/x']), 'a push may cut the history here');
    await served.bare.git('config', '--unset', 'receive.shallowUpdate');
  });

  it('G08 nothing is judged where objects come in unchecked', async () => {
    await served.bare.git('config', 'receive.fsckObjects', 'false');
    await refused(await served.push(['main:refs/heads/x']), 'objects come in unchecked here');
    await served.bare.git('config', 'receive.fsckObjects', 'true');
  });
});
