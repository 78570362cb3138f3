import { linesOf, messageOf } from '../message.ts';
import type { Notice } from '../notice.ts';

/**
 * For the workflow "When a Teams webhook request is received": an Adaptive Card. A `TextRun` knows no Markdown, which
 * `TextBlock` and `FactSet` do.
 */
export function teamsBody(notice: Notice): string {
  const message = messageOf(notice);
  const open = { type: 'Action.OpenUrl', title: 'Open the case', url: notice.link };
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [line(message.title, 'Bolder'), ...linesOf(message).map((text) => line(text, 'Default'))],
    actions: notice.link === undefined ? [] : [open],
  };
  return JSON.stringify({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  });
}

function line(text: string, weight: 'Bolder' | 'Default'): object {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, weight }] };
}
