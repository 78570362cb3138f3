import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flushOutbox } from './flush-outbox.ts';
import type { Means } from './means.ts';
import { notifyAll } from './notify-all.ts';
import type { Channel } from './settings/settings.ts';
import { fileOf, NOON, NOTICE, scratch, status, world } from './world.fixture.ts';

const TEAM: Channel = { kind: 'slack', name: 'team', url: 'https://hooks.slack.com/T0KEN', private: false };
const OWN: Channel = { kind: 'webhook', name: 'own', url: 'https://hooks.acme.example/T0KEN', private: false };
const MINUTE = 60_000;
const DAY = 86_400_000;

const at = (means: Means, now: number): Means => ({ ...means, now: () => now });

describe('when something is owed', () => {
  it('it is told later, as it would have been', async () => {
    const sealed = new Uint8Array([1, 2, 3]);
    const notice = { ...NOTICE, loop: 'a<b>\n\ud800', question: 'e'.repeat(64), sealed };
    const link = 'https://pawl.acme.example/case/1a2b3c4d';
    const { means, sent, files } = world({ replies: [status(404), status(200)] });
    await notifyAll([OWN], { ...notice, link }, means);
    expect(await flushOutbox([OWN], at(means, NOON + MINUTE))).toEqual({
      deliveries: [{ kind: 'sent', channel: 'own', case: '1a2b3c4d' }],
      damaged: [],
      fault: undefined,
    });
    expect(sent[1]?.body).toBe(sent[0]?.body);
    expect(files()).toEqual([fileOf('own', 'sent', notice)]);
  });

  it('once it was told it is told no more', async () => {
    const { means, sent } = world({ replies: [status(404), status(200)] });
    await notifyAll([OWN], NOTICE, means);
    await flushOutbox([OWN], at(means, NOON + MINUTE));
    expect(await flushOutbox([OWN], at(means, NOON + DAY))).toMatchObject({ deliveries: [] });
    expect(sent).toHaveLength(2);
  });

  it('where it goes is what the configuration says today', async () => {
    const { means, sent } = world({ replies: [status(404), status(200)] });
    await notifyAll([OWN], NOTICE, means);
    await flushOutbox([{ ...OWN, url: 'https://new.acme.example/' }], at(means, NOON + MINUTE));
    expect(sent.map(({ url }) => url)).toEqual(['https://hooks.acme.example/T0KEN', 'https://new.acme.example/']);
  });

  it('each failure has it wait longer, up to an hour', async () => {
    const { means, sent } = world({ replies: [status(404)] });
    await notifyAll([OWN], NOTICE, means);
    let now = NOON;
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      const early = await flushOutbox([OWN], at(means, now + minutes * MINUTE - 1));
      expect(early.deliveries).toMatchObject([{ kind: 'skipped', why: 'it is tried again in 1 min' }]);
      now += minutes * MINUTE;
      expect(await flushOutbox([OWN], at(means, now))).toMatchObject({ deliveries: [{ kind: 'failed' }] });
    }
    expect(sent).toHaveLength(9);
  });

  it('a wait that the other side asked for is kept', async () => {
    const { means } = world({ replies: [status(429, '7200'), status(200)] });
    await notifyAll([OWN], NOTICE, means);
    expect(await flushOutbox([OWN], at(means, NOON + 119 * MINUTE))).toMatchObject({
      deliveries: [{ kind: 'skipped' }],
    });
    expect(await flushOutbox([OWN], at(means, NOON + 120 * MINUTE))).toMatchObject({ deliveries: [{ kind: 'sent' }] });
  });

  it('after fourteen days it is given up, and that is told', async () => {
    const { means, files } = world({ replies: [status(404)] });
    await notifyAll([OWN], NOTICE, means);
    expect(await flushOutbox([OWN], at(means, NOON + 15 * DAY))).toMatchObject({
      deliveries: [{ kind: 'failed', why: expect.stringContaining('given up after 14 days') }],
    });
    expect(files()).toEqual([]);
  });

  it('a channel that fails is not asked for the next case, the others are', async () => {
    const { means, sent } = world({ replies: [status(404)] });
    for (const number of ['00000001', '00000002']) await notifyAll([OWN, TEAM], { ...NOTICE, case: number }, means);
    const { deliveries } = await flushOutbox([OWN, TEAM], at(means, NOON + MINUTE));
    expect(deliveries.map(({ kind, channel, case: number }) => [channel, number, kind]).sort()).toEqual([
      ['own', '00000001', 'failed'],
      ['own', '00000002', 'skipped'],
      ['team', '00000001', 'failed'],
      ['team', '00000002', 'skipped'],
    ]);
    expect(sent).toHaveLength(6);
  });

  it('a channel that is no longer configured is told of, and given up in the end', async () => {
    const { means, files } = world({ replies: [status(404)] });
    await notifyAll([OWN], NOTICE, means);
    const why = 'no channel of this name is configured';
    expect(await flushOutbox([], at(means, NOON + DAY))).toMatchObject({ deliveries: [{ kind: 'skipped', why }] });
    expect(files()).toEqual([fileOf('own', 'json')]);
    await flushOutbox([], at(means, NOON + 15 * DAY));
    expect(files()).toEqual([]);
  });

  it('nothing is owed where nothing was', async () => {
    expect(await flushOutbox([OWN], world().means)).toEqual({ deliveries: [], damaged: [], fault: undefined });
  });
});

describe('when a process was killed', () => {
  const owed = { schema: 'pawl-outbox@v1', channel: 'own', tries: 0, notBefore: 0, ...NOTICE };
  const write = (outbox: string, name: string, text: string, when = NOON): void => {
    mkdirSync(outbox, { recursive: true, mode: 0o700 });
    writeFileSync(join(outbox, name), text);
    utimesSync(join(outbox, name), when / 1000, when / 1000);
  };

  it('before it sent, the next one tells', async () => {
    const { means, sent, files } = world();
    write(means.outbox, fileOf('own', 'json'), JSON.stringify(owed));
    expect(await flushOutbox([OWN], means)).toMatchObject({ deliveries: [{ kind: 'sent' }] });
    expect([sent.length, files()]).toEqual([1, [fileOf('own', 'sent')]]);
  });

  it('while it sent, others leave it alone for a minute and then tell', async () => {
    const { means, sent, files } = world();
    write(means.outbox, fileOf('own', 'json'), JSON.stringify(owed));
    write(means.outbox, fileOf('own', 'claim.1'), '');
    expect(await flushOutbox([OWN], at(means, NOON + MINUTE - 1))).toMatchObject({
      deliveries: [{ kind: 'skipped', why: 'another process is telling it' }],
    });
    expect(await flushOutbox([OWN], at(means, NOON + MINUTE))).toMatchObject({ deliveries: [{ kind: 'sent' }] });
    expect([sent.length, files()]).toEqual([1, [fileOf('own', 'sent')]]);
  });

  it('of many who find what it left behind, one tells', async () => {
    const { means, sent, files } = world();
    write(means.outbox, fileOf('own', 'json'), JSON.stringify(owed));
    write(means.outbox, fileOf('own', 'claim.1'), '');
    write(means.outbox, fileOf('own', 'claim.2'), '');
    const all = await Promise.all(Array.from({ length: 20 }, () => flushOutbox([OWN], at(means, NOON + MINUTE))));
    expect(all.flatMap(({ deliveries }) => deliveries).filter(({ kind }) => kind === 'sent')).toHaveLength(1);
    expect(all.every(({ fault }) => fault === undefined)).toBe(true);
    expect([sent.length, files()]).toEqual([1, [fileOf('own', 'sent')]]);
  });

  it('between noting that it was sent and owing no more, it is not told again', async () => {
    const { means, sent, files } = world();
    write(means.outbox, fileOf('own', 'json'), JSON.stringify(owed));
    write(means.outbox, fileOf('own', 'sent'), '');
    expect(await flushOutbox([OWN], means)).toMatchObject({ deliveries: [{ kind: 'skipped' }] });
    expect([sent.length, files()]).toEqual([0, [fileOf('own', 'sent')]]);
  });

  it('what it left half written is neither told nor kept for ever', async () => {
    const { means, sent, files } = world();
    write(means.outbox, fileOf('own', 'json.0123456789ab.draft'), '{"schema"');
    await flushOutbox([OWN], means);
    expect(files()).toEqual([fileOf('own', 'json.0123456789ab.draft')]);
    await flushOutbox([OWN], at(means, NOON + 2 * DAY));
    expect([sent.length, files()]).toEqual([0, []]);
  });

  it('what was told is remembered for a year', async () => {
    const { means, files } = world();
    write(means.outbox, fileOf('own', 'sent'), '');
    await flushOutbox([OWN], at(means, NOON + 364 * DAY));
    expect(files()).toEqual([fileOf('own', 'sent')]);
    await flushOutbox([OWN], at(means, NOON + 366 * DAY));
    expect(files()).toEqual([]);
  });

  it('what is none of ours stays', async () => {
    const { means, files } = world();
    write(means.outbox, 'README', 'x', 0);
    await flushOutbox([OWN], means);
    expect(files()).toEqual(['README']);
  });
});

describe('when a file is not what was written', () => {
  const owed = { schema: 'pawl-outbox@v1', channel: 'own', tries: 0, notBefore: 0, ...NOTICE };
  const lacking = Object.fromEntries(Object.entries(owed).filter(([name]) => name !== 'loop'));

  it.each<readonly [string, string]>([
    ['empty', ''],
    ['cut', JSON.stringify(owed).slice(0, -9)],
    ['no object', '[]'],
    ['nothing', 'null'],
    ['of another version', JSON.stringify({ ...owed, schema: 'pawl-outbox@v2' })],
    ['of another channel', JSON.stringify({ ...owed, channel: 'team' })],
    ['of another loop', JSON.stringify({ ...owed, loop: 'agent/other' })],
    ['of another case', JSON.stringify({ ...owed, case: 'ffffffff' })],
    ['with a field more', JSON.stringify({ ...owed, url: 'https://evil.example' })],
    ['with a field less', JSON.stringify(lacking)],
    ['with the outcome of a verdict', JSON.stringify({ ...owed, outcome: 'regression' })],
    ['with a link that is a command', JSON.stringify({ ...owed, link: 'javascript:alert(1)' })],
    ['with a count that is none', JSON.stringify({ ...owed, tries: -1 })],
    ['with a time that never comes', JSON.stringify({ ...owed, notBefore: null })],
    ['nested without end', '['.repeat(1_000_000)],
    ['larger than any', `${JSON.stringify(owed)}${' '.repeat(2_000_000)}`],
  ])('%s: it is moved aside and told, and the others are told as ever', async (_name, text) => {
    const { means, sent } = world();
    mkdirSync(means.outbox, { mode: 0o700 });
    writeFileSync(join(means.outbox, fileOf('own', 'json')), text);
    writeFileSync(
      join(means.outbox, fileOf('own', 'json', { ...NOTICE, case: 'ffffffff' })),
      JSON.stringify({ ...owed, case: 'ffffffff' }),
    );
    const { deliveries, damaged, fault } = await flushOutbox([OWN], means);
    expect(deliveries).toMatchObject([{ kind: 'skipped' }, { kind: 'sent', case: 'ffffffff' }]);
    expect(damaged).toHaveLength(1);
    expect(damaged[0]).toContain(join(means.outbox, 'damaged', fileOf('own', 'json.')));
    expect([fault, sent.length, readdirSync(join(means.outbox, 'damaged')).length]).toEqual([undefined, 1, 1]);
  });

  it('a link is not followed', async () => {
    const { means, sent } = world();
    mkdirSync(means.outbox, { mode: 0o700 });
    const elsewhere = join(scratch(), 'owed.json');
    writeFileSync(elsewhere, JSON.stringify(owed));
    symlinkSync(elsewhere, join(means.outbox, fileOf('own', 'json')));
    expect(await flushOutbox([OWN], means)).toMatchObject({ damaged: [expect.any(String)] });
    expect(sent).toEqual([]);
  });

  it('a forged one sends nothing but the words of every notice, to where the configuration says', async () => {
    const { means, sent } = world();
    mkdirSync(means.outbox, { mode: 0o700 });
    const names = { loop: '<!channel> https://evil.example', repository: '@here' };
    const file = fileOf('own', 'json', { ...NOTICE, ...names });
    writeFileSync(join(means.outbox, file), JSON.stringify({ ...owed, ...names }));
    await flushOutbox([OWN], means);
    expect(sent.map(({ url }) => url)).toEqual(['https://hooks.acme.example/T0KEN']);
    expect(sent[0]?.body).not.toMatch(/<|@here|https:/u);
  });
});

describe('when the outbox cannot be used', () => {
  it('that is told, and is not the same as nothing owed', async () => {
    const outbox = join(scratch(), 'file');
    writeFileSync(outbox, '');
    expect(await flushOutbox([OWN], world({ means: { outbox } }).means)).toMatchObject({
      deliveries: [],
      fault: { why: 'the outbox cannot be read or written', next: expect.any(String) },
    });
  });

  it('it is told too that there was no time for the rest', async () => {
    const { means, sent } = world({
      replies: [status(404), status(404), 'never'],
      over: { hanging: 1, forAll: false },
    });
    for (const number of ['00000001', '00000002']) await notifyAll([OWN], { ...NOTICE, case: number }, means);
    const { deliveries, fault } = await flushOutbox([OWN], at(means, NOON + MINUTE));
    expect([deliveries.length, sent.length]).toEqual([1, 3]);
    expect(fault).toMatchObject({ why: 'there was no time left' });
  });

  it('a channel that never ends is told too', async () => {
    const { means } = world({ replies: [status(404)] });
    await notifyAll([OWN], NOTICE, means);
    const hanging = { ...means, now: () => NOON + MINUTE, send: () => new Promise<never>(() => undefined) };
    const late = { ...hanging, sleep: async () => new Promise<void>((done) => setTimeout(done, 50)) };
    expect(await flushOutbox([OWN], late)).toMatchObject({ fault: { why: 'there was no time left' } });
  });
});
