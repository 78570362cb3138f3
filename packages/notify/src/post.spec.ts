import { describe, expect, it } from 'vitest';
import type { HttpFault, HttpReply } from './means.ts';
import { post } from './post.ts';
import { NOON, status, turnOf, world } from './world.fixture.ts';

const REQUEST = { url: 'https://hooks.example/T0KEN', headers: {}, body: '{}', toPrivate: false };
const fault = (what: HttpFault): HttpReply => ({ kind: 'fault', fault: what });

describe('when nobody can have got it', () => {
  it.each<readonly [string, HttpReply]>([
    ['429', status(429)],
    ['500', status(500)],
    ['502', status(502)],
    ['503', status(503)],
    ['504', status(504)],
    ['a name that is not found', fault('dns')],
    ['a host that cannot be reached', fault('unreachable')],
  ])('%s is tried again, a little later each time', async (_, reply) => {
    const { means, sent, waits } = world({ replies: [reply, reply, status(204)] });
    expect(await post(REQUEST, turnOf(means))).toEqual({ kind: 'sent' });
    expect(sent).toHaveLength(3);
    expect(waits).toEqual([500, 1000]);
  });

  it('it is tried three times and then is a failure', async () => {
    const { means, sent } = world({ replies: [status(503)] });
    expect(await post(REQUEST, turnOf(means))).toMatchObject({ kind: 'failed', again: true });
    expect(sent).toHaveLength(3);
  });

  it('the wait differs by chance, so that many do not come back at once', async () => {
    const { means, waits } = world({ replies: [status(503), status(200)], means: { random: () => 0.9 } });
    await post(REQUEST, turnOf(means));
    expect(waits).toEqual([700]);
  });
});

describe('when the other side says how long to wait', () => {
  it.each([
    ['seconds', '2', 2000],
    ['a date', 'Mon, 23 Nov 2026 12:00:03 GMT', 3000],
    ['a date that has passed', 'Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['something else', 'soon', 500],
  ])('%s is heeded where there is time', async (_, retryAfter, wait) => {
    const { means, waits } = world({ replies: [status(429, retryAfter), status(200)] });
    expect(await post(REQUEST, turnOf(means))).toEqual({ kind: 'sent' });
    expect(waits).toEqual([wait]);
  });

  it('where there is no time it is left for later, and how long is kept', async () => {
    const { means, sent, waits } = world({ replies: [status(429, '3600')] });
    expect(await post(REQUEST, turnOf(means))).toMatchObject({ kind: 'failed', waitMs: 3_600_000 });
    expect([sent.length, waits]).toEqual([1, []]);
  });

  it('nobody can have us wait for more than a day', async () => {
    const { means } = world({ replies: [status(429, '999999999')] });
    expect(await post(REQUEST, turnOf(means))).toMatchObject({ waitMs: 86_400_000 });
  });
});

describe('when trying again helps nobody', () => {
  it.each<readonly [string, HttpReply | 'throws']>([
    ['a redirect to another host', status(302)],
    ['a redirect that keeps the method', status(308)],
    ['a wrong secret', status(401)],
    ['a forbidden one', status(403)],
    ['a webhook that is gone', status(410)],
    ['a body that is not understood', status(400)],
    ['a certificate that is not to be trusted', fault('tls')],
    ['a name that leads into a private network', fault('private')],
    ['no answer after it was sent, as it may have arrived', fault('no-answer')],
    ['a fault of the sender', 'throws'],
  ])('%s is a failure at once, and what is said of it holds no address', async (_, reply) => {
    const { means, sent } = world({ replies: [reply] });
    const attempt = await post(REQUEST, turnOf(means));
    expect(attempt).toMatchObject({ kind: 'failed', again: false, next: expect.stringMatching(/./u) });
    expect(JSON.stringify(attempt)).not.toMatch(/T0KEN|hooks|example/u);
    expect(sent).toHaveLength(1);
  });
});

describe('when time runs out', () => {
  it('no request may take longer than what is left', async () => {
    const { means, sent } = world();
    await post(REQUEST, { ...turnOf(means), until: NOON + 1234 });
    expect(sent[0]?.timeoutMs).toBe(1234);
  });

  it('nothing is tried again once it has', async () => {
    const { means, sent } = world({ replies: [status(503)] });
    await post(REQUEST, { ...turnOf(means), signal: AbortSignal.abort() });
    expect(sent).toHaveLength(1);
  });
});
