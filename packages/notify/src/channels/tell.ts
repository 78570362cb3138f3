import { type Attempt, failed } from '../attempt.ts';
import type { Turn } from '../means.ts';
import type { Notice } from '../notice.ts';
import type { Channel } from '../settings/settings.ts';
import { tellDesktop } from './tell-desktop.ts';
import { tellForge } from './tell-forge.ts';
import { tellMail } from './tell-mail.ts';
import { tellWebhook } from './tell-webhook.ts';

/** Tells one channel. Never rejects; a fault of ours is a failure like others, without the text of its error. */
export async function tell(channel: Channel, notice: Notice, turn: Turn): Promise<Attempt> {
  try {
    return await byKind(channel, notice, turn);
  } catch {
    return failed('it could not be written or sent', 'pawl doctor');
  }
}

async function byKind(channel: Channel, notice: Notice, turn: Turn): Promise<Attempt> {
  switch (channel.kind) {
    case 'desktop':
      return tellDesktop(channel, notice, turn);
    case 'slack':
    case 'teams':
    case 'webhook':
      return tellWebhook(channel, notice, turn);
    case 'mail':
      return tellMail(channel, notice, turn);
    case 'github':
    case 'gitlab':
    case 'gitea':
      return tellForge(channel, notice, turn);
  }
}
