import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sendTest } from './send-test.ts';
import type { WebhookChannel } from './settings/settings.ts';
import { status, world } from './world.fixture.ts';

const webhook = (name: string): WebhookChannel => ({
  kind: 'webhook',
  name,
  url: 'https://hooks.acme.example/x',
  private: false,
});

it('each channel gets a notice about no case, which says that it is a test', async () => {
  const { means, sent } = world();
  const deliveries = await sendTest({ repository: 'acme/shop', channels: [webhook('a'), webhook('b')] }, means);
  expect(deliveries).toMatchObject([
    { kind: 'sent', channel: 'a' },
    { kind: 'sent', channel: 'b' },
  ]);
  expect(sent.map(({ body }) => JSON.parse(body) as unknown)).toEqual(
    Array(2).fill({
      schema: 'pawl-notice@v1',
      repository: 'acme/shop',
      outcome: 'test',
      time: '2026-11-23 12:00 UTC',
      next: 'nothing',
    }),
  );
});

it('what fails is told, and not owed', async () => {
  const { means } = world({ replies: [status(404)] });
  const settings = { repository: 'acme/shop', channels: [webhook('a')] };
  expect(await sendTest(settings, means)).toMatchObject([{ kind: 'failed', channel: 'a' }]);
  expect(existsSync(means.outbox)).toBe(false);
});

it('a second test is another one, though a server knows requests again', async () => {
  const { means, sent } = world();
  const settings = { repository: 'acme/shop', channels: [webhook('a')] };
  await sendTest(settings, means);
  await sendTest(settings, means);
  const [first, second] = sent.map(({ headers }) => headers['idempotency-key']);
  expect(first).not.toBe(second);
});
