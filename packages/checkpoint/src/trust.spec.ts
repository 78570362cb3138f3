import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnchor } from '@pawl/ledger';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from './context.ts';
import { type Scratch, scratch } from './scratch.fixture.ts';
import { printAnchor, showTrust } from './trust.ts';
import { changeTrust, type TrustChange } from './trust-change.ts';

let here: Scratch;
let person: Context;
let keyFile: string;
beforeEach(async () => {
  here = scratch();
  here.commit({ 'app.js': 'export const x = 1;\n' });
  person = { ...here.context, terminal: true };
  keyFile = join(here.root, 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'alice@example.com', '-f', keyFile]);
});

const REQUEST = { directory: undefined, target: undefined };
const show = (context = person) => showTrust(REQUEST, context);
const change = (what: TrustChange, context = person) => changeTrust(REQUEST, what, context);
const addAlice = (context = person) =>
  change({ kind: 'add', role: 'signer', given: `${keyFile}.pub`, name: undefined }, context);
const required = (assurance: 'unsigned' | 'advisory' | 'locked') => change({ kind: 'require', assurance });

describe('when it is shown what is trusted', () => {
  it('says that nothing is, where no lock was seen', async () => {
    expect(await show()).toMatchObject({ repository: undefined, lock: { kind: 'none' }, anchor: undefined });
  });

  it('tells the lock that counts and what was seen, without an anchor', async () => {
    const { stored } = await here.lock({ signWith: keyFile });
    const shown = await show();
    expect(shown).toMatchObject({
      repository: stored.lock.repository,
      lock: { kind: 'counts', stored: { assurance: 'advisory', signedBy: { principal: 'first-seen' } } },
      anchor: undefined,
      memory: { assurance: 'advisory', firstSeen: [{ type: 'ssh-ed25519', namespaces: ['pawl-lock@v1'] }] },
    });
    expect(shown.memory.firstSeen[0]?.fingerprint).toBe(stored.signedBy?.fingerprint);
  });

  it('tells why a lock does not count, instead of failing', async () => {
    await here.lock();
    here.git('update-ref', '-d', 'refs/pawl/lock/main');
    expect(await show()).toMatchObject({ lock: { kind: 'refused', why: expect.stringContaining('is gone') } });
  });

  it('fails over an anchor that cannot be used', async () => {
    await here.lock();
    const broken = { ...person, env: { ...person.env, PAWL_ANCHOR: '' } };
    await expect(show(broken)).rejects.toMatchObject({ code: 'anchor-unusable' });
  });
});

describe('when a person says whom to trust', () => {
  it("names a signer in the user's own anchor, which only that user can read", async () => {
    const { stored } = await here.lock();
    const file = await addAlice();
    expect(file).toBe(join(here.root, 'home', '.config', 'pawl', 'anchors', `${stored.lock.repository}.json`));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const key = readFileSync(`${keyFile}.pub`, 'utf8').split(' ').slice(0, 2).join(' ');
    expect(readAnchor(readFileSync(file, 'utf8'))).toEqual({
      schema: 'pawl/anchor@1',
      repository: stored.lock.repository,
      assurance: 'unsigned',
      locks: { main: { sequence: 1 } },
      signers: [`alice@example.com namespaces="pawl-lock@v1" ${key}`],
      verifiers: [],
    });
  });

  it('names a verifier for checkpoints', async () => {
    await here.lock();
    await change({ kind: 'add', role: 'verifier', given: `${keyFile}.pub`, name: 'ci' });
    expect((await show()).anchor?.verifiers).toMatchObject([{ principal: 'ci', namespaces: ['pawl-checkpoint@v1'] }]);
  });

  it('demands a signature from then on', async () => {
    await here.lock();
    await addAlice();
    await required('advisory');
    await expect(here.check()).rejects.toMatchObject({ code: 'signature-missing' });
    await expect(here.lock()).rejects.toMatchObject({ code: 'signature-missing' });
    await here.lock({ signWith: keyFile });
    expect(await show()).toMatchObject({ lock: { stored: { assurance: 'advisory' } } });
  });

  it('writes down the newest lock that was seen as the oldest that counts', async () => {
    await here.lock();
    await here.lock();
    const file = await addAlice();
    expect(readAnchor(readFileSync(file, 'utf8')).locks).toEqual({ main: { sequence: 2 } });
  });

  it('takes back whom it named, by name or by fingerprint', async () => {
    await here.lock();
    await addAlice();
    const fingerprint = (await show()).anchor?.signers[0]?.fingerprint ?? '';
    await change({ kind: 'remove', role: 'signer', who: fingerprint });
    await addAlice();
    await change({ kind: 'remove', role: 'signer', who: 'alice@example.com' });
    expect((await show()).anchor?.signers).toEqual([]);
  });

  it('settles for less only by the word of a person', async () => {
    await here.lock({ signWith: keyFile });
    await addAlice();
    await required('advisory');
    await expect(here.lock()).rejects.toMatchObject({ code: 'signature-missing' });
    await required('unsigned');
    expect((await here.lock()).stored.assurance).toBe('unsigned');
  });

  it('loses nothing that another person writes at the same time', async () => {
    await here.lock();
    const names = ['a', 'b', 'c', 'd'];
    const keys = names.map((name) => {
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(here.root, name)]);
      return { kind: 'add', role: 'signer', given: join(here.root, `${name}.pub`), name } as const;
    });
    await Promise.all(keys.map((key) => change(key)));
    expect((await show()).anchor?.signers.map(({ principal }) => principal).sort()).toEqual(names);
  });
});

describe('when nothing may be changed', () => {
  it.each([
    ['an agent, by its variable', { CLAUDECODE: '1' }, 'main', true, 'agent-may-not-trust'],
    ['an agent, by its branch', {}, 'agent/x', true, 'agent-may-not-trust'],
    ['who has no terminal', {}, 'main', false, 'needs-a-terminal'],
  ] as const)('refuses %s', async (_, env, branch, terminal, code) => {
    await here.lock();
    if (branch !== 'main') here.git('switch', '-qc', branch);
    const agent = { ...here.context, terminal, env: { ...here.context.env, ...env } };
    await expect(addAlice(agent)).rejects.toMatchObject({ code });
    expect((await show()).anchor).toBeUndefined();
  });

  it('refuses before there is a lock', async () => {
    await expect(addAlice()).rejects.toMatchObject({ code: 'no-lock' });
  });

  it('refuses the same key twice', async () => {
    await here.lock();
    await addAlice();
    await expect(addAlice()).rejects.toMatchObject({ code: 'already-trusted' });
  });

  it('refuses to remove who is not there', async () => {
    await here.lock();
    await expect(change({ kind: 'remove', role: 'signer', who: 'bob' })).rejects.toMatchObject({ code: 'not-trusted' });
  });

  it('refuses to demand what nobody could give', async () => {
    await here.lock();
    await expect(required('advisory')).rejects.toMatchObject({ code: 'nobody-may-sign' });
    await addAlice();
    await required('advisory');
    const removal = change({ kind: 'remove', role: 'signer', who: 'alice@example.com' });
    await expect(removal).rejects.toMatchObject({ code: 'nobody-may-sign' });
  });

  it('refuses to write a file that PAWL_ANCHOR would hide', async () => {
    await here.lock();
    const anchored = { ...person, env: { ...person.env, PAWL_ANCHOR: await printAnchor(REQUEST, person) } };
    await expect(addAlice(anchored)).rejects.toMatchObject({ code: 'anchor-is-set' });
  });

  it('refuses an anchor in the work tree', async () => {
    await here.lock();
    const inside = { ...person, env: { ...person.env, XDG_CONFIG_HOME: join(here.dir, '.config') } };
    await expect(addAlice(inside)).rejects.toMatchObject({ code: 'anchor-unusable' });
  });

  it('refuses to mend an anchor that cannot be read', async () => {
    await here.lock();
    const file = await addAlice();
    writeFileSync(file, '{');
    await expect(required('unsigned')).rejects.toMatchObject({ code: 'anchor-unusable' });
    expect(readFileSync(file, 'utf8')).toBe('{');
  });
});

describe('when the anchor is printed', () => {
  it('is what PAWL_ANCHOR takes elsewhere, without a terminal', async () => {
    const { stored } = await here.lock({ signWith: keyFile });
    const text = await printAnchor(REQUEST, here.context);
    const { repository } = stored.lock;
    expect(readAnchor(text)).toMatchObject({ repository, assurance: 'advisory', locks: { main: { sequence: 1 } } });
    const elsewhere = { XDG_STATE_HOME: join(here.root, 'other-state'), HOME: join(here.root, 'other-home') };
    const there = { ...here.context, env: { ...here.context.env, ...elsewhere, PAWL_ANCHOR: text } };
    expect(await show(there)).toMatchObject({ lock: { kind: 'counts', stored: { assurance: 'locked' } } });
  });

  it('refuses where no lock was seen', async () => {
    await expect(printAnchor(REQUEST, person)).rejects.toMatchObject({ code: 'no-lock' });
  });
});
