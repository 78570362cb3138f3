import { chmod, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unseal } from '@pawl/escalation';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { httpBackend } from './support/http-backend.ts';
import { type ActionRan, type OnGithub, onGithub } from './support/on-github.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { configFile } from './support/scanned-project.ts';
import { newKey } from './support/signed-lock.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { stopped } from './support/stopped.ts';
import type { Files } from './support/temporary-repository.ts';

/** The same commit on two branches is the same work, so each test has its own. */
const edit = (name: string): Files => ({ 'app.js': `${EDITED_JS}\nexport const of = '${name}';\n` });
const slip = (name: string): Files => ({ 'app.js': `${UNGUARDED_JS}\nexport const of = '${name}';\n` });
const atTheEnd = removedAfterAll();
let github: OnGithub;
let main: string;
/** The anchor, in which a verifier is named. */
let anchor: string;
let verifier: string;
let agent: string;
/** The key of a reviewer whom the lock names. */
let reviewer: string;

beforeAll(async () => {
  reviewer = await generateX25519Identity();
  const reviewers = [await identityToRecipient(reviewer)];
  github = await onGithub({ 'app.js': GUARDED_JS, ...configFile({ reviewers }) }, atTheEnd);
  main = await github.work.git('rev-parse', 'main');
  const [file, other] = [await newKey(github.work, 'ci'), await newKey(github.work, 'agent')];
  [verifier, agent] = [await readFile(file, 'utf8'), await readFile(other, 'utf8')];
  const [type, key] = (await readFile(`${file}.pub`, 'utf8')).split(' ');
  const verifiers = [`ci@example.com namespaces="pawl-checkpoint@v1" ${type} ${key}`];
  anchor = JSON.stringify({ ...(JSON.parse(github.by.anchor) as object), verifiers });
});

function run(branch: string, head: string, inputs: Readonly<Record<string, string>>): Promise<ActionRan> {
  return github.run({ name: 'pull_request_target', branch, head, base: main }, { with: { anchor, ...inputs } });
}

const records = async (branch: string): Promise<string> => {
  const ref = `refs/pawl/loop/${encodeURIComponent(branch)}`;
  return (await github.bare.git('for-each-ref', '--format=%(refname)', ref)) === ''
    ? '0'
    : github.bare.git('rev-list', '--count', ref);
};

describe('when a checkpoint is recorded', () => {
  it('it stays in the job by itself, and is pushed where that is said', async () => {
    const head = await github.push('agent/record', edit('agent/record'));
    expect((await run('agent/record', head, {})).status).toBe(0);
    expect(await records('agent/record')).toBe('0');
    expect((await run('agent/record', head, { ledger: 'push' })).status).toBe(0);
    expect(await records('agent/record')).toBe('1');
    await github.work.git('fetch', '--quiet', 'origin', 'refs/pawl/loop/*:refs/pawl/loop/*');
    expect((await github.work.pawl(['verify'])).status).toBe(0);
  });

  it('a stop lasts: the loop stays stopped, whatever is pushed to it then, and under another name too', async () => {
    const stoppedAt = await github.push('agent/latch', slip('agent/latch'));
    const first = await run('agent/latch', stoppedAt, { ledger: 'push' });
    const number = first.outputs['case'] ?? '';
    expect(first).toMatchObject({ status: 1, stdout: stopped(number) });
    const { work } = github;
    await work.git('checkout', '--quiet', '--force', '-B', 'agent/renamed', stoppedAt);
    const mended = await work.commit('put back', { 'app.js': GUARDED_JS });
    await work.git('push', '--quiet', '--no-verify', 'origin', `${mended}:refs/heads/agent/latch`, 'agent/renamed');
    await work.git('checkout', '--quiet', '--force', 'main');
    for (const branch of ['agent/latch', 'agent/renamed'])
      expect(await run(branch, mended, {})).toMatchObject({
        status: 1,
        stdout: stopped(number),
        outputs: { case: number },
      });
  });

  it('A09 it lasts for who was stopped, in every loop', async () => {
    const inputs = { ledger: 'push', identity: 'mallory' };
    const first = await run('agent/mallory-1', await github.push('agent/mallory-1', slip('agent/mallory-1')), inputs);
    const second = await run('agent/mallory-2', await github.push('agent/mallory-2', edit('agent/mallory-2')), inputs);
    expect(second).toMatchObject({ status: 1, stdout: stopped(first.outputs['case'] ?? '') });
    expect(
      (await run('agent/other', await github.push('agent/other', edit('agent/other')), { identity: 'bob' })).status,
    ).toBe(0);
  });

  it('what is clean and could not be recorded is not clean, and a stop stays one', async () => {
    const hook = join(github.bare.dir, 'hooks/pre-receive');
    const [passing, stopping] = [await github.push('agent/x', edit('x')), await github.push('agent/y', slip('y'))];
    onTestFinished(() => rm(hook));
    await github.bare.write({ 'hooks/pre-receive': '#!/bin/sh\nexit 1\n' });
    await chmod(hook, 0o755);
    const clean = await run('agent/x', passing, { ledger: 'push' });
    expect(clean).toMatchObject({ status: 2, outputs: { outcome: 'inconclusive', refusal: 'not-recorded' } });
    const stop = await run('agent/y', stopping, { ledger: 'push' });
    expect(stop).toMatchObject({ status: 1, outputs: { outcome: 'stopped', refusal: 'not-recorded' } });
  });
});

describe('when a checkpoint of a verifier is required', () => {
  const require = (head: string): Promise<ActionRan> => run('agent/required', head, { mode: 'require' });

  it('O01 one that nobody signed, or an agent, or of another commit, is none', async () => {
    const head = await github.push('agent/required', edit('agent/required'));
    const refused = { status: 2, outputs: { outcome: 'inconclusive', refusal: 'not-verified' } };
    expect(await require(head)).toMatchObject(refused);
    await run('agent/required', head, { ledger: 'push' });
    expect(await require(head)).toMatchObject(refused);
    await run('agent/required', head, { ledger: 'push', 'signing-key': agent, loop: 'agents-own' });
    expect(await require(head)).toMatchObject({ status: 2, outputs: { refusal: 'remote-broken' } });
    await github.bare.git('update-ref', '-d', 'refs/pawl/loop/agents-own');
    await run('agent/required', head, { ledger: 'push', 'signing-key': verifier, loop: 'ci' });
    expect(await require(head)).toMatchObject({ status: 0, outputs: { outcome: 'clean' } });
    expect(await require(await github.push('agent/required', edit('another')))).toMatchObject(refused);
  });

  it('the key is nowhere afterwards', async () => {
    const head = await github.push('agent/key', edit('agent/key'));
    const ran = await run('agent/key', head, { 'signing-key': verifier, token: 'token-of-the-job' });
    expect(ran.status).toBe(0);
    const said = [ran.stdout, ran.stderr, ran.summary, JSON.stringify(ran.outputs)].join('\n');
    expect(said).not.toMatch(/PRIVATE KEY|token-of-the-job/u);
  });
});

describe('when the details are sealed', () => {
  it('L18 a reviewer whom the lock names opens them, and nothing else is told', async () => {
    const ran = await run('agent/sealed', await github.push('agent/sealed', slip('agent/sealed')), {
      details: 'sealed',
    });
    expect(ran.stdout).toBe(stopped(ran.outputs['case'] ?? ''));
    const sealed = await readFile(ran.outputs['sealed'] ?? '');
    expect(sealed.toString('latin1')).not.toContain('app.js');
    expect(new TextDecoder().decode(await unseal(sealed, reviewer))).toContain('app.js:6');
  });
});

describe('when the repository is private', () => {
  const TOKEN = "ghs_it's $(a) secret";
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    const { work } = github;
    const port = await httpBackend(join(work.root, 'github'), work.env, atTheEnd, TOKEN);
    env = { GITHUB_SERVER_URL: `http://127.0.0.1:${port}` };
  });

  const ask = (head: string, inputs: Readonly<Record<string, string>>, workspace?: string): Promise<ActionRan> => {
    const event = { name: 'pull_request_target', branch: 'agent/private', head, base: main } as const;
    return github.run(event, { env, with: { anchor, ...inputs }, ...(workspace === undefined ? {} : { workspace }) });
  };

  it('it is fetched and the record pushed with the token of the job, and not without', async () => {
    const head = await github.push('agent/private', edit('private'));
    for (const token of ['', 'another'])
      expect(await ask(head, { token })).toMatchObject({ status: 2, outputs: { refusal: 'fetch-failed' } });
    const ran = await ask(head, { token: TOKEN, ledger: 'push' });
    expect(ran).toMatchObject({ status: 0, stdout: 'pawl: clean\n', stderr: '' });
    expect(await records('agent/private')).toBe('1');
  });

  it('a checkout that is cut is completed with it', async () => {
    const head = await github.bare.git('rev-parse', 'agent/private');
    const { dir, git } = await github.checkout(main, { depth: 1 });
    await git('remote', 'set-url', 'origin', `${env['GITHUB_SERVER_URL']}/acme/shop`);
    expect(await ask(head, {}, dir)).toMatchObject({ status: 2, outputs: { refusal: 'fetch-failed' } });
    expect(await ask(head, { token: TOKEN }, dir)).toMatchObject({ status: 0, outputs: { outcome: 'clean' } });
    expect(await git('config', '--list', '--local')).not.toContain('ghs_');
  });
});
