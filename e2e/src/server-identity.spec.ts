import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { converse } from './support/converse.ts';
import { hookSaid } from './support/hook-said.ts';
import { LOCK, lockedRepository } from './support/locked-repository.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { servedRepository, type ServedRepository } from './support/served-repository.ts';
import { EDITED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn } from './support/stopped.ts';
import { needsTerminal } from './support/terminal.ts';
import { PAWL } from './support/workspace.ts';

const PAWL_COMMAND = `${process.execPath} ${PAWL}`;
const atTheEnd = removedAfterAll();
let served: ServedRepository;
let number: string;

const as = (user: string, ...args: readonly string[]): Promise<Ran> => served.push(args, { way: 'http', user });

async function workOn(branch: string, content: string): Promise<void> {
  const { work } = served;
  await work.git('checkout', '--quiet', '--force', '-B', branch, 'main');
  await work.commit(`work on ${branch}`, { 'app.js': content });
}

function refusedBy(ran: Ran, expected: string): void {
  expect(ran.status).toBe(1);
  expect(hookSaid(ran)).toEqual([`pawl: stopped, case ${expected}. Work is paused for human review. Do not continue.`]);
}

beforeAll(async () => {
  const settings = { people: ['ann'] };
  served = await servedRepository(await lockedRepository(undefined, atTheEnd), { atTheEnd, settings });
  await served.work.git('config', 'core.hooksPath', '/dev/null');
  await workOn('agent/slips', UNGUARDED_JS);
  const refused = await as('robot', 'HEAD');
  number = caseNumberIn(hookSaid(refused).join('\n'));
});

describe('when an identity was stopped', () => {
  beforeEach(() => workOn('agent/innocent', EDITED_JS));

  it('A09 it is refused under every other name of a branch, whatever it pushes', async () => {
    refusedBy(await as('robot', 'HEAD'), number);
    refusedBy(await as('robot', 'HEAD:refs/tags/v1'), number);
    refusedBy(await as('robot', 'main:refs/heads/another'), number);
  });

  it('A10 a further try tells nothing of what it tries', async () => {
    await workOn('agent/slips', EDITED_JS);
    refusedBy(await as('robot', 'HEAD'), number);
    await workOn('agent/slips', `${UNGUARDED_JS}\n`);
    refusedBy(await as('robot', 'HEAD'), number);
  });

  it('it deletes nothing', async () => {
    mustSucceed(await as('other', 'main:refs/heads/to-delete'));
    refusedBy(await as('robot', ':refs/heads/to-delete'), number);
    expect(await served.refs()).toContain('refs/heads/to-delete');
  });

  it('somebody else is not, unless they go on with the work that was stopped', async () => {
    refusedBy(await as('robot', 'HEAD'), number);
    refusedBy(await as('other', 'HEAD:refs/heads/taken-over'), number);
    await workOn('agent/others', EDITED_JS);
    mustSucceed(await as('other', 'HEAD'));
  });

  it('A09 nor does a person who pushes to the stopped branch set it free', async () => {
    await workOn('agent/mended', EDITED_JS);
    mustSucceed(await as('ann', 'HEAD:refs/heads/agent/slips'));
    refusedBy(await as('robot', 'HEAD:refs/heads/agent/again'), number);
  });
});

describe('when a person pushes', () => {
  it('a slip is reported and not refused, and nothing of it is told but the case', async () => {
    await workOn('by-ann', UNGUARDED_JS);
    const pushed = await as('ann', 'HEAD');
    expect(pushed.status).toBe(0);
    expect(hookSaid(pushed).join('\n')).toMatch(
      /^pawl: reported, not refused: case [0-9a-f]{8}; read it where this repository lies: pawl review [0-9a-f]{8}$/u,
    );
  });
});

describe('when a person decides', () => {
  needsTerminal();

  it('they read in the bare repository what slipped', async () => {
    const { work, bare, anchorFile } = served;
    const env = { ...work.env, PAWL_ANCHOR: anchorFile, XDG_STATE_HOME: `${work.root}/ann` };
    const read = await converse({ dir: bare.dir, env }, `${PAWL_COMMAND} review ${number}`, []);
    expect(read.stdout).toContain('readAttachment');
    expect(read.stdout).toContain(number);
  });

  it('a release that they sign in a clone lets the identity go on, whoever pushes it', async () => {
    const { work, bare, by } = served;
    await work.git('checkout', '--quiet', '--force', 'main');
    await work.git('fetch', '--quiet', bare.dir, 'refs/pawl/loop/*:refs/pawl/loop/*');
    const decide = `${PAWL_COMMAND} release ${number} --reason "talked about it" --sign-with ${by.keyFile}`;
    mustSucceed(await converse(work, decide, [['to confirm', number]]));
    await workOn('agent/goes-on', EDITED_JS);
    refusedBy(await as('robot', 'HEAD'), number);
    mustSucceed(await as('robot', LOCK));
    mustSucceed(await as('robot', 'HEAD'));
  });
});
