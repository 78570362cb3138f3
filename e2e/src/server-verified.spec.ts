import { readFile, writeFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hookSaid } from './support/hook-said.ts';
import { lockedRepository } from './support/locked-repository.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { servedRepository, type ServedRepository } from './support/served-repository.ts';
import { newKey } from './support/signed-lock.ts';
import { EDITED_JS, UNGUARDED_JS } from './support/sources.ts';

const atTheEnd = removedAfterAll();
let served: ServedRepository;
/** The key that only CI has, and that the anchor names. */
let verifier: string;
let agent: string;

beforeAll(async () => {
  served = await servedRepository(await lockedRepository(undefined, atTheEnd), { atTheEnd });
  const { work, anchorFile } = served;
  await work.git('config', 'core.hooksPath', '/dev/null');
  [verifier, agent] = [await newKey(work, 'ci'), await newKey(work, 'agent')];
  const anchor = JSON.parse(served.by.anchor) as { verifiers: string[] };
  const [type, key] = (await readFile(`${verifier}.pub`, 'utf8')).split(' ');
  anchor.verifiers = [`ci@example.com namespaces="pawl-checkpoint@v1" ${type} ${key}`];
  await writeFile(anchorFile, JSON.stringify(anchor));
});

let count = 0;
let branch: string;
beforeEach(async () => {
  count += 1;
  branch = `agent/${count}`;
  await served.work.git('checkout', '--quiet', '--force', '-B', branch, 'main');
});

/** What CI does: judge a commit in full, sign the record of it, and push that. */
async function judgedBy(key: string | undefined, tier: 'fast' | 'full' = 'full'): Promise<void> {
  const { work, push } = served;
  const signs = key === undefined ? [] : ['--sign-as', key];
  const loop = `ci-${count}`;
  await work.pawl(['check', '--head', 'HEAD', '--tier', tier, '--loop', loop, ...signs]);
  await push([`refs/pawl/loop/${loop}`]);
}

async function refused(ran: Ran, why: RegExp): Promise<void> {
  expect(ran.status).toBe(1);
  expect(hookSaid(ran)[0]).toMatch(why);
  expect(await served.refs()).not.toContain(`refs/heads/${branch} `);
}

const NOT_VERIFIED = /^pawl: no verifier has found [0-9a-f]{40} good by the present lock$/u;
const STOPPED = /^pawl: stopped, case [0-9a-f]{8}\./u;
const edit = () => served.work.commit(`edit on ${branch}`, { 'app.js': EDITED_JS });

describe.each([
  ['the full tier is required', { full: 'require' }],
  ['the server only verifies', { mode: 'verify' }],
])('when %s', (_, settings) => {
  beforeAll(() => served.set(settings));

  it('a commit that a verifier found clean in full is taken', async () => {
    await edit();
    await judgedBy(verifier);
    mustSucceed(await served.push(['HEAD']));
  });

  it('O01 one that nobody signed for, or only an agent, is refused', async () => {
    await edit();
    await refused(await served.push(['HEAD']), NOT_VERIFIED);
    await judgedBy(undefined);
    await refused(await served.push(['HEAD']), NOT_VERIFIED);
    await judgedBy(agent);
    await refused(await served.push(['HEAD']), NOT_VERIFIED);
  });

  it('a fast judgement stands for no full one', async () => {
    await edit();
    await judgedBy(verifier, 'fast');
    await refused(await served.push(['HEAD']), NOT_VERIFIED);
  });

  it('R09 the commit that was judged is the one that counts', async () => {
    await edit();
    await judgedBy(verifier);
    await served.work.git('commit', '--quiet', '--amend', '-n', '-m', 'amended', '--allow-empty');
    await refused(await served.push(['HEAD']), NOT_VERIFIED);
  });

  it('one that a verifier stopped is refused', async () => {
    await served.work.commit('slips', { 'app.js': UNGUARDED_JS });
    await judgedBy(verifier);
    await refused(await served.push(['HEAD']), 'full' in settings ? STOPPED : NOT_VERIFIED);
  });
});

describe('when only some refs want the full tier', () => {
  it('the others are taken by the fast one', async () => {
    await served.set({ full: 'require', fullRefs: ['refs/heads/main'] });
    await edit();
    mustSucceed(await served.push(['HEAD']));
    expect((await served.push(['HEAD:refs/heads/main'])).status).toBe(1);
    await judgedBy(verifier);
    mustSucceed(await served.push(['HEAD:refs/heads/main']));
  });
});
