import { lstatSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Notice } from './notice.ts';
import { notifyAll } from './notify-all.ts';
import type { Channel } from './settings/settings.ts';
import { fileOf, HOSTILE_NAMES, NOTICE, scratch, status, world } from './world.fixture.ts';

const TEAM: Channel = { kind: 'slack', name: 'team', url: 'https://hooks.slack.com/T0KEN', private: false };
const OFFICE: Channel = { kind: 'teams', name: 'office', url: { env: 'PAWL_TEAMS_URL' }, private: false };
const DESK: Channel = { kind: 'desktop', name: 'desk' };
const MAIL: Channel = { kind: 'mail', name: 'mail', from: 'pawl@acme.example', to: ['alice@acme.example'] };
const OWN: Channel = { kind: 'webhook', name: 'own', url: 'https://hooks.acme.example/T0KEN', private: false };
const TRACKER: Channel = {
  kind: 'github',
  name: 'tracker',
  api: 'https://api.github.com',
  private: false,
  project: 'acme/shop',
  token: { env: 'PAWL_TOKEN' },
};
const EVERY = [TEAM, OFFICE, DESK, MAIL, OWN, TRACKER];
const env = { PAWL_TEAMS_URL: 'https://teams.acme.example/T0KEN', PAWL_TOKEN: 'T0KEN' };
const about = (channel: string): object => ({ channel, case: '1a2b3c4d' });

describe('when a loop stops', () => {
  it('every channel is told, and nothing stays owed', async () => {
    const { means, sent, ran, files } = world({ means: { env } });
    expect(await notifyAll(EVERY, NOTICE, means)).toEqual(
      ['team', 'office', 'desk', 'mail', 'own', 'tracker'].map((name) => ({ kind: 'sent', ...about(name) })),
    );
    expect([sent.length, ran.length]).toEqual([4, 2]);
    expect(files()).toEqual(['desk', 'mail', 'office', 'own', 'team', 'tracker'].map((name) => fileOf(name, 'sent')));
  });

  it('where nobody is named nobody is told, and nothing is written', async () => {
    const { means, files } = world();
    expect(await notifyAll([], NOTICE, means)).toEqual([]);
    expect(files).toThrow('ENOENT');
  });

  it('one channel that fails hinders no other', async () => {
    const { means } = world({ end: () => ({ kind: 'killed' }), means: { env: {} } });
    expect(await notifyAll([DESK, TEAM, OFFICE], NOTICE, means)).toMatchObject([
      { kind: 'failed', ...about('desk') },
      { kind: 'sent', ...about('team') },
      { kind: 'failed', ...about('office'), next: 'set PAWL_TEAMS_URL where the gate runs' },
    ]);
  });
});

describe('what an agent may not know', () => {
  const DETAIL = ['B602', 'medium', 'app.py', '4711', 'eval(input)', 'regression', 'escalated'];

  it('it has no place in a notice, and what somebody adds to one goes nowhere', async () => {
    const { means, sent, ran, files, textOf } = world({ replies: [status(404)], means: { env } });
    const detailed = { ...NOTICE, rule: 'B602', severity: 'medium', file: 'app.py', line: 4711, code: 'eval(input)' };
    const deliveries = await notifyAll(EVERY, detailed as Notice, means);
    const all = JSON.stringify([deliveries, sent, ran, files().map(textOf)]);
    for (const word of DETAIL) expect(all).not.toContain(word);
    expect(files()).not.toEqual([]);
  });

  it('the outcome of the verdict is not told in its place', async () => {
    const { means, sent } = world();
    const notice = { ...NOTICE, outcome: 'regression' } as unknown as Notice;
    expect(await notifyAll([TEAM], notice, means)).toMatchObject([{ kind: 'failed', case: 'unnumbered' }]);
    expect(sent).toEqual([]);
  });

  it('two stops differ by nothing but what the agent knows and the minute', async () => {
    const bodies = async (notice: Notice): Promise<readonly string[]> => {
      const { means, sent } = world({ means: { env } });
      await notifyAll([TEAM, OFFICE, OWN], notice, means);
      return sent.map(({ body }) => body.replaceAll(notice.case, 'CASE')).sort();
    };
    expect(
      await bodies({ ...NOTICE, case: '00000000', question: 'e'.repeat(64), at: '2026-11-23T11:59:01.123Z' }),
    ).toEqual(await bodies(NOTICE));
  });
});

describe('when something is a secret', () => {
  it.each([status(404), status(503), status(302), 'throws', 'never'] as const)(
    'no answer and no file holds an address or a token, whatever happens: %j',
    async (reply) => {
      const { means, sent, files, textOf } = world({
        replies: [reply],
        means: { env },
        over: { hanging: 4, forAll: false },
      });
      const deliveries = await notifyAll([TEAM, OFFICE, OWN, TRACKER], NOTICE, means);
      expect(deliveries.map(({ kind }) => kind)).toEqual(['failed', 'failed', 'failed', 'failed']);
      expect(JSON.stringify([deliveries, files().map(textOf)])).not.toMatch(/T0KEN|hooks|acme\.example|https:/u);
      expect(JSON.stringify(sent)).toContain('T0KEN');
    },
  );
});

describe('when it was told before', () => {
  it('the same case is told once on each channel', async () => {
    const { means, sent, files } = world();
    await notifyAll([TEAM], NOTICE, means);
    expect(await notifyAll([TEAM, OWN], NOTICE, means)).toMatchObject([
      { kind: 'skipped', ...about('team'), why: expect.stringContaining('before') },
      { kind: 'sent', ...about('own') },
    ]);
    expect(sent).toHaveLength(2);
    expect(files()).toEqual([fileOf('own', 'sent'), fileOf('team', 'sent')]);
  });

  it('another case is told', async () => {
    const { means, sent } = world();
    await notifyAll([TEAM], NOTICE, means);
    await notifyAll([TEAM], { ...NOTICE, case: 'ffffffff' }, means);
    expect(sent).toHaveLength(2);
  });

  it.each<readonly [string, Partial<Notice>]>([
    ['another loop', { loop: 'agent/other' }],
    ['another repository', { repository: 'acme/other' }],
    ['another question', { question: 'f'.repeat(64) }],
  ])('%s with the same number is told, so that nobody is silenced by a number made to fit', async (_, changed) => {
    const { means, sent } = world();
    await notifyAll([TEAM], NOTICE, means);
    expect(await notifyAll([TEAM], { ...NOTICE, ...changed }, means)).toMatchObject([{ kind: 'sent' }]);
    expect(sent).toHaveLength(2);
  });

  it('nothing stays owed where another process has told it and is not gone yet', async () => {
    const { means, sent, files } = world();
    await notifyAll([TEAM], NOTICE, means);
    writeFileSync(join(means.outbox, fileOf('team', 'claim.1')), '', { flag: 'wx' });
    expect(await notifyAll([TEAM], NOTICE, means)).toMatchObject([{ kind: 'skipped', ...about('team') }]);
    expect(sent).toHaveLength(1);
    expect(files()).toEqual([fileOf('team', 'claim.1'), fileOf('team', 'sent')]);
  });

  it('several at once tell it once', async () => {
    const { means, sent } = world();
    const all = await Promise.all(Array.from({ length: 20 }, () => notifyAll([TEAM], NOTICE, means)));
    expect(all.flat().filter(({ kind }) => kind === 'sent')).toHaveLength(1);
    expect(all.flat().filter(({ kind }) => kind === 'skipped')).toHaveLength(19);
    expect(sent).toHaveLength(1);
  });
});

describe('when the time is up', () => {
  it('a channel that hears it is answered for, and stays owed', async () => {
    const { means, textOf, files } = world({ replies: ['never'], over: { hanging: 1, forAll: false } });
    expect(await notifyAll([TEAM], NOTICE, means)).toMatchObject([{ kind: 'failed', ...about('team') }]);
    expect(files()).toEqual([fileOf('team', 'json')]);
    expect(JSON.parse(textOf(fileOf('team', 'json')))).toMatchObject({ tries: 1 });
  });

  it('a channel that does not hear it is answered for all the same', async () => {
    const { means } = world({ end: () => 'never', over: { hanging: 1, forAll: true } });
    expect(await notifyAll([MAIL], NOTICE, means)).toMatchObject([
      { kind: 'failed', ...about('mail'), why: 'there was no time left' },
    ]);
  });
});

describe('when it cannot be kept', () => {
  it('it is told all the same', async () => {
    const outbox = join(scratch(), 'file');
    writeFileSync(outbox, '');
    const { means } = world({ means: { outbox } });
    expect(await notifyAll([TEAM], NOTICE, means)).toEqual([{ kind: 'sent', ...about('team') }]);
  });

  it('a failure says so', async () => {
    const outbox = join(scratch(), 'file');
    writeFileSync(outbox, '');
    const { means } = world({ replies: [status(404)], means: { outbox } });
    expect(await notifyAll([TEAM], NOTICE, means)).toMatchObject([
      { kind: 'failed', why: expect.stringContaining('could not be kept for later either') },
    ]);
  });

  it('nothing is written through a link that somebody put in its place', async () => {
    const [folder, outbox] = [scratch(), join(scratch(), 'link')];
    symlinkSync(folder, outbox);
    const { means } = world({ means: { outbox }, replies: [status(404)] });
    expect(await notifyAll([TEAM], NOTICE, means)).toMatchObject([
      { why: expect.stringContaining('could not be kept') },
    ]);
  });
});

describe('the folder', () => {
  it('nobody else can look into it, nor into its files', async () => {
    const { means } = world({ replies: [status(404)] });
    mkdirSync(means.outbox, { mode: 0o777 });
    await notifyAll([TEAM], NOTICE, means);
    expect(statSync(means.outbox).mode & 0o777).toBe(0o700);
    expect(lstatSync(join(means.outbox, fileOf('team', 'json'))).mode & 0o777).toBe(0o600);
  });
});

describe('when what is given is no notice', () => {
  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['a number that leaves the folder', { ...NOTICE, case: '../../x' }],
    ['a number in capitals', { ...NOTICE, case: '1A2B3C4D' }],
    ['a question that is none', { ...NOTICE, question: '1a2b3c4d' }],
    ['no time', { ...NOTICE, at: 'yesterday' }],
    ['a time with a line', { ...NOTICE, at: '2026-11-23T11:59:42Z\nBcc: x' }],
    ['a month that is none', { ...NOTICE, at: '2026-13-23T11:59:42Z' }],
    ['a name that is none', { ...NOTICE, loop: 7 }],
    ['a link that is a command', { ...NOTICE, link: 'javascript:alert(1)' }],
    ['more than fits a mail', { ...NOTICE, sealed: new Uint8Array(1_048_577) }],
  ])('%s is an answer for every channel, and nothing is sent', async (_, notice) => {
    const { means, sent } = world();
    expect(await notifyAll([TEAM, DESK], notice as Notice, means)).toMatchObject([
      { kind: 'failed', channel: 'team', case: 'unnumbered' },
      { kind: 'failed', channel: 'desk', case: 'unnumbered' },
    ]);
    expect(sent).toEqual([]);
  });

  it('a channel whose name leaves the folder is told and not kept', async () => {
    const { means, files } = world();
    await notifyAll([{ ...DESK, name: '../x' }], NOTICE, means);
    expect(files()).toEqual([]);
  });
});

describe('when a loop has a hostile name', () => {
  it.each(HOSTILE_NAMES)('everybody is told of it all the same: %j', async (loop) => {
    const { means } = world({ means: { env } });
    const deliveries = await notifyAll(EVERY, { ...NOTICE, loop }, means);
    expect(new Set(deliveries.map(({ kind }) => kind))).toEqual(new Set(['sent']));
  });
});
