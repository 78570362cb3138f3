import { describe, expect, it } from 'vitest';
import type { Notice } from '../notice.ts';
import { HARMLESS, HOSTILE_NAMES, NOTICE } from '../world.fixture.ts';
import { slackBody } from './slack.ts';
import { teamsBody } from './teams.ts';
import { webhookBody } from './webhook.ts';

const LINES = [
  'Pawl: case 1a2b3c4d is waiting for you',
  'Repository: acme/shop',
  'Loop: agent/login',
  'Case: 1a2b3c4d',
  'Outcome: stopped',
  'Time: 2026-11-23 11:59 UTC',
  'Next: pawl review 1a2b3c4d',
];

interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly { readonly text: { readonly type: string; readonly text: string } }[];
}

interface TeamsMessage {
  readonly attachments: readonly [
    {
      readonly contentType: string;
      readonly content: {
        readonly type: string;
        readonly body: readonly {
          readonly type: string;
          readonly inlines: readonly { type: string; text: string }[];
        }[];
        readonly actions: readonly object[];
      };
    },
  ];
}

const slack = (notice: Notice): SlackMessage => JSON.parse(slackBody(notice)) as SlackMessage;
const teams = (notice: Notice): TeamsMessage => JSON.parse(teamsBody(notice)) as TeamsMessage;
const LINK = 'https://pawl.acme.example/case/1a2b3c4d';

describe('Slack', () => {
  it('it gets one block of plain text that knows no mention, no link and no emoji', () => {
    expect(slack(NOTICE)).toEqual({
      text: LINES.join('\n'),
      mrkdwn: false,
      parse: 'none',
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
      blocks: [{ type: 'section', text: { type: 'plain_text', text: LINES.join('\n'), emoji: false } }],
    });
  });

  it('a link is a block of its own', () => {
    expect(slack({ ...NOTICE, link: LINK }).blocks[1]).toEqual({
      type: 'section',
      text: { type: 'mrkdwn', text: `<${LINK}>`, verbatim: true },
    });
  });

  it.each(HOSTILE_NAMES)('the name of a loop cannot mention, link or format: %j', (loop) => {
    const { text, blocks } = slack({ ...NOTICE, loop, repository: loop });
    expect(text).toMatch(HARMLESS);
    expect(text.split('\n')).toHaveLength(7);
    expect(blocks.map((block) => [block.text.type, block.text.text])).toEqual([['plain_text', text]]);
  });
});

describe('Teams', () => {
  it('it gets an Adaptive Card of lines that know no Markdown', () => {
    const [{ contentType, content }] = teams(NOTICE).attachments;
    expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(content.type).toBe('AdaptiveCard');
    expect(content.body.map(({ type, inlines }) => [type, inlines.map((run) => [run.type, run.text])])).toEqual(
      LINES.map((text) => ['RichTextBlock', [['TextRun', text]]]),
    );
    expect(content.actions).toEqual([]);
  });

  it('a link is a button', () => {
    const [{ content }] = teams({ ...NOTICE, link: LINK }).attachments;
    expect(content.actions).toEqual([{ type: 'Action.OpenUrl', title: 'Open the case', url: LINK }]);
  });

  it.each(HOSTILE_NAMES)('the name of a loop cannot link, format or call a function of the card: %j', (loop) => {
    const [{ content }] = teams({ ...NOTICE, loop, repository: loop }).attachments;
    expect(content.body).toHaveLength(7);
    for (const { inlines } of content.body) expect(inlines[0]?.text).toMatch(/^[A-Za-z0-9._/%: -]*$/u);
  });
});

describe('a webhook of one’s own', () => {
  it('it gets the facts as JSON', () => {
    expect(JSON.parse(webhookBody(NOTICE))).toEqual({
      schema: 'pawl-notice@v1',
      repository: 'acme/shop',
      loop: 'agent/login',
      case: '1a2b3c4d',
      outcome: 'stopped',
      time: '2026-11-23 11:59 UTC',
      next: 'pawl review 1a2b3c4d',
    });
  });

  it('what was sealed comes along as it is, with the link', () => {
    expect(JSON.parse(webhookBody({ ...NOTICE, link: LINK, sealed: new Uint8Array([1, 2, 3]) }))).toMatchObject({
      link: LINK,
      sealed: 'AQID',
    });
  });

  it.each(HOSTILE_NAMES)('the name of a loop is harmless wherever it is printed later: %j', (loop) => {
    const { loop: told } = JSON.parse(webhookBody({ ...NOTICE, loop })) as { loop: string };
    expect(told).toMatch(/^[A-Za-z0-9._/% -]+$/u);
  });
});
