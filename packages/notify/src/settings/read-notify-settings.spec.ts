import { describe, expect, it } from 'vitest';
import { NotifyError } from '../notify-error.ts';
import { notifyMistakes, readNotifySettings } from './read-notify-settings.ts';

const SLACK = 'https://hooks.slack.com/services/T0/B0/TOPSECRET';
const forge = { kind: 'github', project: 'acme/shop', token: { env: 'PAWL_TOKEN' } } as const;
const mail = { kind: 'mail', from: 'pawl@acme.example', to: ['alice@acme.example'] } as const;

const withChannel = (channel: unknown, name = 'team'): unknown => ({
  repository: 'shop',
  channels: { [name]: channel },
});

function messageOf(json: unknown): string {
  try {
    readNotifySettings(json);
    return 'nothing is wrong';
  } catch (error) {
    expect(error).toBeInstanceOf(NotifyError);
    expect(error).toMatchObject({ code: 'invalid-settings', next: expect.stringContaining('pawl.config.jsonc') });
    return (error as NotifyError).message;
  }
}

describe('when the settings are in order', () => {
  it('nobody is told unless somebody is named', () => {
    expect(readNotifySettings({ repository: 'shop', channels: {} })).toEqual({
      repository: 'shop',
      budgetMs: 10_000,
      inconclusive: false,
      channels: [],
    });
  });

  it('every kind is read, with its defaults, by name', () => {
    const { channels } = readNotifySettings({
      repository: 'acme/shop',
      budgetMs: 5000,
      channels: {
        tracker: forge,
        desk: { kind: 'desktop' },
        team: { kind: 'slack', url: SLACK },
        office: { kind: 'teams', url: { env: 'PAWL_TEAMS_URL' } },
        own: { kind: 'webhook', url: 'http://127.0.0.1:8080/pawl', private: true },
        mail: { ...mail, program: '/opt/mail/sendmail' },
        lab: { ...forge, kind: 'gitlab', project: 'acme/web/shop', issue: 7 },
        tea: { ...forge, kind: 'gitea', api: 'https://git.acme.example/api/v1', token: { file: '/etc/pawl/token' } },
      },
    });
    expect(channels).toEqual([
      { name: 'desk', kind: 'desktop' },
      {
        name: 'lab',
        ...forge,
        kind: 'gitlab',
        project: 'acme/web/shop',
        issue: 7,
        private: false,
        api: 'https://gitlab.com/api/v4',
      },
      { name: 'mail', ...mail, program: '/opt/mail/sendmail' },
      { name: 'office', kind: 'teams', url: { env: 'PAWL_TEAMS_URL' }, private: false },
      { name: 'own', kind: 'webhook', url: 'http://127.0.0.1:8080/pawl', private: true },
      {
        name: 'tea',
        ...forge,
        kind: 'gitea',
        api: 'https://git.acme.example/api/v1',
        token: { file: '/etc/pawl/token' },
        private: false,
      },
      { name: 'team', kind: 'slack', url: SLACK, private: false },
      { name: 'tracker', ...forge, private: false, api: 'https://api.github.com' },
    ]);
  });
});

describe('when something is wrong', () => {
  it.each<readonly [string, unknown, string]>([
    ['no object', null, 'notify must be an object'],
    ['a list', [], 'notify must be an object'],
    ['nothing in it', {}, 'notify lacks "repository"'],
    ['a key that is not known', { repository: 'shop', channels: {}, chanels: {} }, 'notify unknown key "chanels"'],
    [
      'a time that is too long',
      { repository: 'shop', channels: {}, budgetMs: 60_000 },
      'notify.budgetMs must be a whole',
    ],
    ['a name that adds a line', { repository: 'shop\nBcc: x', channels: {} }, 'notify.repository must be 1 to 60'],
    ['a kind that is not known', withChannel({ kind: 'pager' }), 'notify.channels.team.kind must be one of desktop'],
    ['a kind of the language', withChannel({ kind: 'constructor' }), 'notify.channels.team.kind must be one of'],
    ['a channel that is none', withChannel(true), 'notify.channels.team must be an object'],
    [
      'a name that leaves the folder',
      withChannel({ kind: 'desktop' }, '../x'),
      'notify.channels (not shown) is no name',
    ],
    [
      'a key of another kind',
      withChannel({ kind: 'desktop', url: SLACK }),
      'unknown key "url"; known here: kind, program',
    ],
    ['a program on the PATH', withChannel({ kind: 'desktop', program: 'notify-send' }), 'must be an absolute path'],
    ['a webhook to nowhere', withChannel({ kind: 'slack' }), 'notify.channels.team lacks "url"'],
    [
      'a webhook without TLS',
      withChannel({ kind: 'slack', url: 'http://hooks.slack.com/x' }),
      'team.url must be https:',
    ],
    ['a private address', withChannel({ kind: 'webhook', url: 'https://10.0.0.1/x' }), 'say "private": true'],
    [
      'a private that is no yes or no',
      withChannel({ kind: 'webhook', url: SLACK, private: 'yes' }),
      'must be true or false',
    ],
    [
      'a variable that is none',
      withChannel({ kind: 'slack', url: { env: 'A B' } }),
      'team.url.env must be the name of',
    ],
    [
      'two sources',
      withChannel({ kind: 'slack', url: { env: 'A', file: '/x' } }),
      'unknown key "env"; known here: file',
    ],
    [
      'a file that moves with the folder',
      withChannel({ kind: 'slack', url: { file: 'x' } }),
      'must be an absolute path',
    ],
    [
      'a token in the configuration',
      withChannel({ ...forge, token: 'ghp_TOPSECRET' }),
      'team.token must be { "env": NAME }',
    ],
    ['a project that leaves the API', withChannel({ ...forge, project: 'acme/..' }), 'team.project must be owner/name'],
    ['a project with a query', withChannel({ ...forge, project: 'acme/x?y' }), 'team.project must be owner/name'],
    ['a Gitea without its address', withChannel({ ...forge, kind: 'gitea' }), 'notify.channels.team lacks "api"'],
    ['an API with a query', withChannel({ ...forge, api: 'https://a.example/?x' }), 'team.api must not hold a query'],
    ['an issue that is none', withChannel({ ...forge, issue: 0 }), 'team.issue must be a whole number from 1'],
    [
      'a sender that is an option',
      withChannel({ ...mail, from: '-oQ/tmp@x.example' }),
      'team.from must be one bare mail',
    ],
    [
      'a recipient with a header',
      withChannel({ ...mail, to: ['a@x.example\nBcc: b@x.example'] }),
      'team.to.0 must be one bare',
    ],
    ['two recipients in one', withChannel({ ...mail, to: ['a@x.example, b@x.example'] }), 'team.to.0 must be one bare'],
    [
      'a recipient that is a program',
      withChannel({ ...mail, to: ['|/bin/sh@x.example'] }),
      'team.to.0 must be one bare',
    ],
    ['nobody to write to', withChannel({ ...mail, to: [] }), 'team.to must be a list of 1 to 20'],
  ])('%s is refused', (_, json, message) => {
    expect(messageOf(json)).toContain(message);
  });

  it('every mistake is told at once', () => {
    const message = messageOf({
      channels: { a: { kind: 'slack', url: 'ftp://x.example' }, b: { kind: 'teams' } },
      x: 1,
    });
    expect(message.split('\n')).toHaveLength(5);
  });

  it.each<readonly [string, unknown]>([
    ['with a user', withChannel({ kind: 'slack', url: SLACK.replace('//', '//user:TOPSECRET@') })],
    ['without TLS', withChannel({ kind: 'slack', url: SLACK.replace('https', 'http') })],
    ['as a name', withChannel({ kind: 'slack' }, SLACK)],
    ['as a key', { repository: 'shop', channels: {}, [SLACK]: true }],
    ['as a kind', withChannel({ kind: SLACK })],
    ['as the name of a variable', withChannel({ kind: 'slack', url: { env: SLACK } })],
    ['as a mail address', withChannel({ ...mail, to: [SLACK] })],
    ['as a name of the repository', { repository: SLACK, channels: {} }],
  ])('an address that stands in the wrong place (%s) is never repeated', (_, json) => {
    expect(messageOf(json)).not.toMatch(/TOPSECRET|hooks/u);
  });
});

describe('notifyMistakes', () => {
  it('says where each is, for whoever knows lines and columns', () => {
    expect(notifyMistakes({ repository: 'shop', channels: { team: { kind: 'desktop', x: 1 } } })).toEqual([
      { path: ['channels', 'team', 'x'], at: 'key', message: 'unknown key "x"; known here: kind, program' },
    ]);
    expect(notifyMistakes({ repository: 'shop', channels: {} })).toEqual([]);
  });
});
