import { readdir } from 'node:fs/promises';
import { telling, type Telling } from '@pawl/checkpoint';
import { type Channel, type Means, readNotifySettings, readSecret, type SecretSource, systemMeans } from '@pawl/notify';
import { isUnread, reading, unlessMissing } from '../fact.ts';
import type { Place } from '../place.ts';
import type { ChannelFacts, NotifyFacts } from './notify-facts.ts';

/** How people are told by the lock. A secret is looked for where it lies and never passed on. */
export async function readNotifyFacts({ repository, target, context }: Place): Promise<NotifyFacts> {
  const directory = repository.topLevel ?? repository.gitDir;
  const told = await reading(async () => (await telling({ directory, target, audience: 'human' }, context)).telling);
  if (isUnread(told)) return { channels: told, owed: told };
  const how = told.is;
  if (how === undefined) return { channels: { is: undefined }, owed: { is: 0 } };
  return {
    channels: await reading(() => readChannels(how, context.env)),
    owed: await reading(async () => {
      const names = (await readdir(how.outbox).catch(unlessMissing)) ?? [];
      return names.filter((name) => name.endsWith('.json')).length;
    }),
  };
}

async function readChannels(how: Telling, env: Means['env']): Promise<readonly ChannelFacts[]> {
  const { channels, budgetMs } = readNotifySettings(how.settings);
  const means = systemMeans({ ...how, env, budgetMs });
  return Promise.all(
    channels.map(async (channel) => {
      const source = secretOf(channel);
      const read = source === undefined ? '' : await readSecret(source, means);
      const fault = typeof read === 'string' ? undefined : { why: read.why, next: read.next };
      return { name: channel.name, kind: channel.kind, fault };
    }),
  );
}

function secretOf(channel: Channel): SecretSource | undefined {
  switch (channel.kind) {
    case 'desktop':
    case 'mail':
      return undefined;
    case 'slack':
    case 'teams':
    case 'webhook':
      return typeof channel.url === 'string' ? undefined : channel.url;
    case 'github':
    case 'gitlab':
    case 'gitea':
      return channel.token;
  }
}
