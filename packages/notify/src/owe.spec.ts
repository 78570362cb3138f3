import { expect, it } from 'vitest';
import { flushOutbox } from './flush-outbox.ts';
import { owe } from './owe.ts';
import type { WebhookChannel } from './settings/settings.ts';
import { fileOf, NOTICE, status, world } from './world.fixture.ts';

const CHANNEL: WebhookChannel = { kind: 'webhook', name: 'team', url: 'https://hooks.acme.example/x', private: false };

it('what is owed is kept, and nobody is told of it yet', async () => {
  const { means, sent, files } = world();
  await owe([CHANNEL], NOTICE, means.outbox);
  expect([sent, files()]).toEqual([[], [fileOf('team', 'json')]]);
  await flushOutbox([CHANNEL], means);
  expect([sent.length, files()]).toEqual([1, [fileOf('team', 'sent')]]);
});

it('what was told is not owed again', async () => {
  const { means, sent, files } = world();
  for (let times = 0; times < 100; times += 1) {
    await owe([CHANNEL], NOTICE, means.outbox);
    await flushOutbox([CHANNEL], means);
  }
  expect([sent.length, files()]).toEqual([1, [fileOf('team', 'sent')]]);
});

it('a person who asks does not wait for the pause after a failure, and everybody else does', async () => {
  const { means, sent } = world({ replies: [status(404), status(200)] });
  await owe([CHANNEL], NOTICE, means.outbox);
  await flushOutbox([CHANNEL], means);
  const { deliveries: due } = await flushOutbox([CHANNEL], means);
  expect(due).toMatchObject([{ kind: 'skipped', why: 'it is tried again in 1 min' }]);
  const { deliveries: now } = await flushOutbox([CHANNEL], means, { when: 'now' });
  expect(now).toEqual([{ kind: 'sent', channel: 'team', case: NOTICE.case }]);
  expect(sent).toHaveLength(2);
});
