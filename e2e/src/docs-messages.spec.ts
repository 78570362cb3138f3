import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeBlocks } from './support/code-blocks.ts';
import { WORKSPACE } from './support/workspace.ts';

const PAGE = 'docs/notify.md';
const BLOCKS = codeBlocks(readFileSync(join(WORKSPACE, PAGE), 'utf8'));
const NOTICE = {
  repository: 'acme/shop',
  loop: 'agent/login',
  case: '7a494716',
  outcome: 'stopped',
  at: '2026-11-23T14:57:00Z',
};

/** What the built packages make of a model; their entry points do not give it. */
const built = (path: string): Promise<unknown> => import(join(WORKSPACE, 'packages', path));

function shown(heading: string, language: string): string {
  const block = BLOCKS.find((each) => each.heading === heading && each.language === language);
  if (block === undefined) throw new Error(`${PAGE} shows no ${language} under ${heading}`);
  return block.text;
}

describe('when the page about notices shows a message', () => {
  it('it is the one that is sent', async () => {
    const { messageOf, linesOf } = (await built('notify/dist/message.js')) as Messages;
    const message = messageOf(NOTICE);
    expect(shown('What is told', 'text')).toBe(`${[message.title, ...linesOf(message)].join('\n')}\n`);
  });

  it('a webhook gets this JSON', async () => {
    const { webhookBody } = (await built('notify/dist/channels/webhook.js')) as Webhook;
    expect(JSON.parse(shown('Channels', 'json'))).toEqual(JSON.parse(webhookBody(NOTICE)));
  });

  it('pawl status shows so what is owed', async () => {
    const { owedLines } = (await built('cli/dist/text/notify-text.js')) as Owed;
    const why = { why: 'its host cannot be reached', next: 'look at the network; it is tried again' };
    const flushed = { deliveries: [{ kind: 'failed', channel: 'chat', case: '7a494716', ...why }], damaged: [] };
    const paint = new Proxy({}, { get: () => (text: string) => text });
    expect(shown('When a server is down', 'text')).toBe(`${owedLines(flushed, paint, 100).join('\n')}\n`);
  });
});

interface Messages {
  readonly messageOf: (notice: typeof NOTICE) => { readonly title: string };
  readonly linesOf: (message: object) => readonly string[];
}

interface Webhook {
  readonly webhookBody: (notice: typeof NOTICE) => string;
}

interface Owed {
  readonly owedLines: (flushed: object, paint: object, columns: number) => readonly string[];
}
