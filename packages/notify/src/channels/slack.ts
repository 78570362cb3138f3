import { linesOf, messageOf } from '../message.ts';
import type { Notice } from '../notice.ts';

/**
 * An incoming webhook: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks. Text in `plain_text`
 * knows no mention and no link; `text`, for notifications and old clients, is told to have none either.
 */
export function slackBody(notice: Notice): string {
  const message = messageOf(notice);
  const text = [message.title, ...linesOf(message)].join('\n');
  const open = { type: 'section', text: { type: 'mrkdwn', text: `<${String(notice.link)}>`, verbatim: true } };
  return JSON.stringify({
    text,
    mrkdwn: false,
    parse: 'none',
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'section', text: { type: 'plain_text', text, emoji: false } },
      ...(notice.link === undefined ? [] : [open]),
    ],
  });
}
