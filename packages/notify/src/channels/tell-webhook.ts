import { type Attempt, failed } from '../attempt.ts';
import type { Turn } from '../means.ts';
import type { Notice } from '../notice.ts';
import { post } from '../post.ts';
import { readSecret } from '../read-secret.ts';
import type { WebhookChannel } from '../settings/settings.ts';
import { addressMistake } from '../settings/web-address.ts';
import { slackBody } from './slack.ts';
import { teamsBody } from './teams.ts';
import { webhookBody } from './webhook.ts';

const BODY: Readonly<Record<WebhookChannel['kind'], (notice: Notice) => string>> = {
  slack: slackBody,
  teams: teamsBody,
  webhook: webhookBody,
};

export async function tellWebhook(channel: WebhookChannel, notice: Notice, turn: Turn): Promise<Attempt> {
  const url = typeof channel.url === 'string' ? channel.url : await readSecret(channel.url, turn.means);
  if (typeof url !== 'string') return url;
  // What came from the environment or a file has been seen by nobody yet.
  const mistake = addressMistake(url, { toPrivate: channel.private });
  if (mistake !== undefined) return failed(`its address ${mistake}`, 'correct the address of this channel');
  // https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/: a quoted string.
  const headers = { 'idempotency-key': `"${notice.case}"` };
  return post({ url, headers, body: BODY[channel.kind](notice), toPrivate: channel.private }, turn);
}
