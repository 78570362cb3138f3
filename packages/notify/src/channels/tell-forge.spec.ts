import { describe, expect, it } from 'vitest';
import type { ForgeChannel } from '../settings/settings.ts';
import { NOTICE, status, turnOf, world } from '../world.fixture.ts';
import { tellForge } from './tell-forge.ts';

const TOKEN = 'ghp_0123456789';
const CHANNEL: ForgeChannel = {
  kind: 'github',
  name: 'tracker',
  api: 'https://api.github.com',
  private: false,
  project: 'acme/shop',
  token: { env: 'PAWL_TOKEN' },
};
const GITLAB: ForgeChannel = {
  ...CHANNEL,
  kind: 'gitlab',
  api: 'https://gitlab.com/api/v4/',
  project: 'acme/web/shop',
};
const GITEA: ForgeChannel = { ...CHANNEL, kind: 'gitea', api: 'https://git.acme.example/api/v1' };
const TITLE = 'Pawl: case 1a2b3c4d is waiting for a person';
const NEXT = 'Next: `pawl review 1a2b3c4d`';

const env = { PAWL_TOKEN: TOKEN };

describe('when a forge is told', () => {
  it.each<readonly [string, ForgeChannel, string, object, object]>([
    [
      'GitHub opens an issue',
      CHANNEL,
      'https://api.github.com/repos/acme/shop/issues',
      { title: TITLE, body: NEXT },
      { authorization: `Bearer ${TOKEN}`, accept: 'application/vnd.github+json' },
    ],
    [
      'GitHub comments',
      { ...CHANNEL, issue: 7 },
      'https://api.github.com/repos/acme/shop/issues/7/comments',
      { body: `${TITLE}. ${NEXT}` },
      { authorization: `Bearer ${TOKEN}` },
    ],
    [
      'GitLab opens an issue',
      GITLAB,
      'https://gitlab.com/api/v4/projects/acme%2Fweb%2Fshop/issues',
      { title: TITLE, description: NEXT },
      { 'private-token': TOKEN },
    ],
    [
      'GitLab comments',
      { ...GITLAB, issue: 7 },
      'https://gitlab.com/api/v4/projects/acme%2Fweb%2Fshop/issues/7/notes',
      { body: `${TITLE}. ${NEXT}` },
      { 'private-token': TOKEN },
    ],
    [
      'Gitea opens an issue',
      GITEA,
      'https://git.acme.example/api/v1/repos/acme/shop/issues',
      { title: TITLE, body: NEXT },
      { authorization: `token ${TOKEN}` },
    ],
  ])('%s', async (_, channel, url, fields, headers) => {
    const { means, sent } = world({ replies: [status(201)], means: { env } });
    expect(await tellForge(channel, NOTICE, turnOf(means))).toEqual({ kind: 'sent' });
    expect(sent).toMatchObject([{ url, headers: { ...headers, 'idempotency-key': '"1a2b3c4d"' } }]);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual(fields);
  });

  it('nothing of the notice is in it but the number', async () => {
    const first = world({ means: { env } });
    const second = world({ means: { env } });
    await tellForge(CHANNEL, NOTICE, turnOf(first.means));
    const other = { repository: 'x', loop: 'y', outcome: 'stopped', at: '2020-01-01T00:00:00Z' } as const;
    const sealed = new Uint8Array(99);
    await tellForge(CHANNEL, { ...other, case: NOTICE.case, link: 'https://a.example/', sealed }, turnOf(second.means));
    expect(second.sent[0]?.body).toBe(first.sent[0]?.body);
  });

  it('without its token nothing is sent', async () => {
    const { means, sent } = world();
    expect(await tellForge(CHANNEL, NOTICE, turnOf(means))).toMatchObject({
      kind: 'failed',
      next: 'set PAWL_TOKEN where the gate runs',
    });
    expect(sent).toEqual([]);
  });

  it('a token that would be two headers is not sent, and not repeated', async () => {
    const { means, sent } = world({ means: { env: { PAWL_TOKEN: `${TOKEN}\r\nHost: evil.example` } } });
    const attempt = await tellForge(CHANNEL, NOTICE, turnOf(means));
    expect(attempt).toMatchObject({ kind: 'failed' });
    expect(JSON.stringify(attempt)).not.toContain(TOKEN);
    expect(sent).toEqual([]);
  });

  it.each([status(401), status(403), status(404), status(422), status(500), 'throws'] as const)(
    'a refusal names neither the token nor the address: %j',
    async (reply) => {
      const { means } = world({ replies: [reply], means: { env } });
      const attempt = await tellForge(CHANNEL, NOTICE, turnOf(means));
      expect(attempt).toMatchObject({ kind: 'failed' });
      expect(JSON.stringify(attempt)).not.toMatch(/ghp_|api\.github|acme/u);
    },
  );
});
