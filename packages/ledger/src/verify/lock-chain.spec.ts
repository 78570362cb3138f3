import { beforeEach, describe, expect, it } from 'vitest';
import { testKey } from '../signer.fixture.ts';
import { type LedgerScratch, ledgerScratch, smallLedger } from './ledger.fixture.ts';

const LOCK = 'refs/pawl/lock/main';

let here: LedgerScratch;
beforeEach(async () => {
  here = await ledgerScratch();
});

async function codes(options?: { readonly elsewhere?: boolean }): Promise<readonly string[]> {
  return (await here.audit(options)).problems.map(({ kind, entry, code }) => [kind, entry, code].join(' '));
}

describe('when the commit of a lock is not one that Pawl writes', () => {
  it.each([
    ['a file more', { files: { 'note.txt': 'hi' } }, 'note.txt'],
    ['no inventory', { files: { 'inventory.json': null } }, 'inventory.json is missing'],
    ['another inventory', { files: { 'inventory.json': '{}\n' } }, 'its inventory is not'],
    ['a rule less', { files: { 'tools/sarif%3Aown/empty': null } }, 'empty is missing'],
    ['another rule', { files: { 'tools/sarif%3Aown/p/default.yml': 'rules: [x]\n' } }, 'is not what was locked'],
    ['a lock in another spelling', { files: { 'lock.json': '{ "schema":"pawl/lock@2"}\n' } }, 'canonical'],
    ['a file that may be run', { files: { 'lock.json': '100755:{}' } }, 'something else than a file'],
    ['a link', { files: { 'inventory.json': '120000:/etc/passwd' } }, 'something else than a file'],
    ['another author', { author: 'Mallory <m@localhost> 1770000000 +0000' }, 'not in the form'],
    ['another time zone', { author: 'Pawl <pawl@localhost> 1770000000 +0100' }, 'not in the form'],
    ['one header more', { header: 'encoding latin1\n' }, 'not in the form'],
    ['a second signature', { header: 'gpgsig -----BEGIN SSH SIGNATURE-----\n x\n' }, 'not in the form'],
  ])('G09 %s: it is damaged', async (_, forged, why) => {
    await here.lock();
    here.git('update-ref', LOCK, here.forge({ of: LOCK, ...forged }));
    expect((await here.audit({ elsewhere: true })).problems).toEqual([
      expect.objectContaining({
        kind: 'broken',
        code: 'corrupt-lock',
        ref: LOCK,
        message: expect.stringContaining(why),
      }),
    ]);
  });

  it('G09 a second parent: it is damaged', async () => {
    await smallLedger(here);
    here.git(
      'update-ref',
      LOCK,
      here.forge({ of: LOCK, parents: [`${LOCK}^`, 'HEAD'].map((rev) => here.git('rev-parse', rev)) }),
    );
    expect((await here.audit({ elsewhere: true })).problems[0]).toMatchObject({ code: 'corrupt-lock', ref: LOCK });
  });

  it('L04 the lock of another branch is told', async () => {
    await here.lock();
    here.git('update-ref', 'refs/pawl/lock/next', LOCK);
    expect(await codes()).toEqual(['broken  wrong-target']);
  });

  it('L04 the lock of another repository is told', async () => {
    await here.lock();
    await here.forgeLocks((lock) => ({ ...lock, repository: 'f'.repeat(32) }));
    expect(await codes()).toContain('broken lock 1 wrong-repository');
  });

  it('a number that its inventory does not have is told', async () => {
    await here.lock();
    await here.forgeLocks((lock) => ({ ...lock, inventory: { ...lock.inventory, findings: 1 } }));
    expect((await here.audit({ elsewhere: true })).problems[0]?.message).toContain('counts 1 findings');
  });

  it('a ref that Pawl gives no chain is told', async () => {
    await here.lock();
    here.git('update-ref', 'refs/pawl/lock/a/b', LOCK);
    here.git('update-ref', 'refs/pawl/loop/%zz', LOCK);
    expect(await codes()).toEqual(['broken  strange-ref', 'broken  strange-ref']);
  });
});

describe('when a decision says more than it decides', () => {
  const waiver = {
    ...{ fingerprint: 'f', snippet: 'a'.repeat(64), tool: 't', rule: 'r', file: 'x.py', reason: 'why' },
    ...{ since: '2026-01-01T00:00:00.000Z', expires: '2026-02-01T00:00:00.000Z' },
  };
  it.each([
    ['a release that moves the baseline', (lock: object) => ({ ...lock, commit: 'e'.repeat(40) })],
    ['a release that changes the configuration', (lock: object) => ({ ...lock, configuration: { people: 'report' } })],
    ['a release of another case', (lock: object) => ({ ...lock, decision: { kind: 'release', case: '00000000' } })],
    ['a release that waives too', (lock: object) => ({ ...lock, waivers: [waiver] })],
    [
      'two releases at once',
      (lock: { releases: object[] }) => ({ ...lock, releases: [...lock.releases, lock.releases[0]] }),
    ],
    [
      'a waiver of nothing',
      (lock: object) => ({
        ...lock,
        releases: [],
        decision: { kind: 'waive', fingerprint: 'f', snippet: 'a'.repeat(64) },
      }),
    ],
  ])('%s is told', async (_, change) => {
    await smallLedger(here);
    await here.forgeLocks((lock, at, before) => {
      if (at === 1) return change(lock as never) as typeof lock;
      // What follows repeats it, so that nothing but the decision gives it away.
      return before === undefined ? lock : { ...lock, releases: before.releases };
    });
    expect((await here.audit({ elsewhere: true })).problems).toContainEqual(
      expect.objectContaining({ kind: 'broken', code: 'broken-link', message: expect.stringContaining('lock 2') }),
    );
  });

  it('a new baseline that has other releases is told', async () => {
    await smallLedger(here);
    await here.forgeLocks((lock, at) =>
      at === 2 ? { ...lock, releases: [{ case: '0'.repeat(8), reason: 'r', at: waiver.since }] } : lock,
    );
    expect((await here.audit({ elsewhere: true })).problems[0]).toMatchObject({ code: 'broken-link' });
  });

  it('a waiver that was decided, and its revocation, hold', async () => {
    await here.lock();
    await here.decide({ kind: 'waive', fingerprint: 'f', snippet: waiver.snippet }, { waivers: [waiver] });
    await here.decide({ kind: 'revoke', fingerprint: 'f', snippet: waiver.snippet }, { waivers: [] });
    expect(await codes()).toEqual([]);
  });
});

describe('when a lock is not signed by one who may', () => {
  const alice = testKey();
  const signed = { assurance: 'advisory', signers: [alice.line()] } as const;
  it.each([
    ['L17 nobody', undefined, 'signature-missing'],
    ['somebody else', testKey().sign, 'signer-unknown'],
    ['L08 her, for something else', alice.signAs({ namespace: 'pawl-release@v1' }), 'namespace-wrong'],
    ['her, another text', () => alice.sign('other'), 'signature-wrong'],
    ['nobody with a signature of words', async () => 'signed: alice\n', 'signature-malformed'],
  ])('signed by %s: it is told', async (_, sign, code) => {
    await here.lock();
    const signature = await sign?.(here.git('show', `${LOCK}:lock.json`) + '\n');
    if (signature !== undefined)
      here.git('update-ref', LOCK, here.forge({ of: LOCK, files: { 'lock.json.sig': signature } }));
    here.anchor(signed);
    expect(await codes({ elsewhere: true })).toEqual([`broken lock 1 ${code}`]);
  });

  it('without an anchor the key that signed first is the one that may', async () => {
    await here.lock({ sign: alice.sign });
    await here.decide({ kind: 'revoke', fingerprint: 'f', snippet: 'a'.repeat(64) }, { sign: alice.sign });
    expect(await codes({ elsewhere: true })).toEqual([]);
    const other = await testKey().sign(`${here.git('show', `${LOCK}:lock.json`)}\n`);
    here.git('update-ref', LOCK, here.forge({ of: LOCK, files: { 'lock.json.sig': other } }));
    expect(await codes({ elsewhere: true })).toEqual(['broken lock 2 signer-unknown']);
  });
});
