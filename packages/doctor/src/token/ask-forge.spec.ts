import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askForge, type Fetch } from './ask-forge.ts';
import type { OnForge } from './forge.ts';
import { GITLAB_BRANCH, GITLAB_PROJECT, PROTECTION, REPOSITORY, RULES, RULESET } from './forge-answers.fixture.ts';

const TOKEN = 'ghp_not-a-token';
const GITHUB: OnForge = { forge: 'github', api: 'https://api.github.com', project: 'octo-org/hello' };
const GITLAB: OnForge = { forge: 'gitlab', api: 'https://gitlab.com/api/v4', project: 'diaspora/deep/app' };

interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
}

/** A forge of our own: answers by path, and remembers what it was asked. */
async function fakeForge(
  answer: (path: string, response: ServerResponse) => void,
): Promise<{ readonly asked: readonly Asked[]; readonly fetch: Fetch }> {
  const asked: Asked[] = [];
  const server = createServer(({ url = '', headers }: IncomingMessage, response) => {
    asked.push({ path: url, authorization: headers.authorization });
    answer(url, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  // Only the place is another one; the question, its headers and how an answer is read are those of the product.
  return { asked, fetch: (url, init) => fetch(url.replace(/^https:\/\/[^/]+/u, `http://127.0.0.1:${port}`), init) };
}

function json(bodies: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>> = {}) {
  return (path: string, response: ServerResponse): void => {
    const body = bodies[path];
    response.writeHead(body === undefined ? 404 : 200, headers).end(JSON.stringify(body ?? { message: 'Not Found' }));
  };
}

const BODIES = {
  '/repos/octo-org/hello': REPOSITORY,
  '/repos/octo-org/hello/branches/feature%2Fx/protection': PROTECTION,
  '/repos/octo-org/hello/rules/branches/feature%2Fx': RULES,
  '/repos/octo-org/hello/rulesets?includes_parents=true': [{ id: 42 }, { id: 'x' }],
  '/repos/octo-org/hello/rulesets/42?includes_parents=true': RULESET,
};

describe('when a forge is asked', () => {
  it('GitHub is asked for the repository, its protection and its rules, with the token in a header', async () => {
    const { asked, fetch } = await fakeForge(json(BODIES, { 'x-oauth-scopes': 'repo, workflow' }));
    const answers = await askForge(GITHUB, 'feature/x', TOKEN, fetch);
    expect(answers).toEqual({
      forge: 'github',
      scopes: ['repo', 'workflow'],
      repository: { status: 200, body: REPOSITORY, scopes: 'repo, workflow' },
      protection: { status: 200, body: PROTECTION, scopes: 'repo, workflow' },
      rules: { status: 200, body: RULES, scopes: 'repo, workflow' },
      rulesets: [{ status: 200, body: RULESET, scopes: 'repo, workflow' }],
    });
    expect(asked.map(({ path }) => path).sort()).toEqual(Object.keys(BODIES).sort());
    expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${TOKEN}`]));
  });

  it('a token that names no scopes is no classic one, and one with none has none', async () => {
    const without = await fakeForge(json(BODIES));
    expect((await askForge(GITHUB, 'main', TOKEN, without.fetch)).scopes).toBeUndefined();
    const empty = await fakeForge(json(BODIES, { 'x-oauth-scopes': '' }));
    expect((await askForge(GITHUB, 'main', TOKEN, empty.fetch)).scopes).toEqual([]);
  });

  it('GitLab is asked for the project, the branch and the token', async () => {
    const root = '/api/v4/projects/diaspora%2Fdeep%2Fapp';
    const bodies = {
      [root]: GITLAB_PROJECT,
      [`${root}/protected_branches/main`]: GITLAB_BRANCH,
      '/api/v4/personal_access_tokens/self': { scopes: ['api'] },
    };
    const { asked, fetch } = await fakeForge(json(bodies));
    expect(await askForge(GITLAB, 'main', TOKEN, fetch)).toMatchObject({
      scopes: ['api'],
      repository: { status: 200, body: GITLAB_PROJECT },
      protection: { status: 200, body: GITLAB_BRANCH },
    });
    expect(asked.map(({ path }) => path).sort()).toEqual(Object.keys(bodies).sort());
  });
});

describe('when a forge does not do what a forge does', () => {
  const refusal = async (answer: (path: string, response: ServerResponse) => void): Promise<unknown> => {
    const { fetch } = await fakeForge(answer);
    return askForge(GITHUB, 'main', TOKEN, fetch).catch((error: unknown) => error);
  };

  it.each([
    ['does not know the token', (_: string, response: ServerResponse) => void response.writeHead(401).end('{}')],
    ['is out of order', (_: string, response: ServerResponse) => void response.writeHead(503).end('{}')],
    [
      'breaks off',
      (_: string, response: ServerResponse) =>
        void response.writeHead(200, { 'content-length': '99' }).write('{', () => response.destroy()),
    ],
    [
      'never ends',
      (_: string, response: ServerResponse) => void response.writeHead(200).end(`"${'x'.repeat(2 * 1024 * 1024)}"`),
    ],
  ])('one that %s has not answered', async (_, answer) => {
    expect(await refusal(answer)).toMatchObject({ code: 'forge-refused' });
  });

  it('a token is not sent where it is sent on to', async () => {
    const elsewhere = await fakeForge(json({}));
    const { fetch } = await fakeForge(
      (_, response) => void response.writeHead(301, { location: 'https://evil.example/' }).end(),
    );
    await expect(askForge(GITHUB, 'main', TOKEN, fetch)).rejects.toMatchObject({ code: 'forge-refused' });
    expect(elsewhere.asked).toEqual([]);
  });

  it('a token is not sent in clear', async () => {
    const { asked, fetch } = await fakeForge(json(BODIES));
    const plain = { ...GITHUB, api: 'http://api.github.com' };
    await expect(askForge(plain, 'main', TOKEN, fetch)).rejects.toMatchObject({ code: 'not-that-forge' });
    expect(asked).toEqual([]);
  });

  it('nothing that is told of it holds the token', async () => {
    const error = await refusal((_, response) => void response.writeHead(500).end(TOKEN));
    expect(JSON.stringify([error, String(error), (error as { readonly next?: string }).next])).not.toContain(TOKEN);
  });

  it('what is no JSON is no answer', async () => {
    const { fetch } = await fakeForge((_, response) => void response.writeHead(200).end('<html>'));
    expect(await askForge(GITHUB, 'main', TOKEN, fetch)).toMatchObject({
      repository: { status: 200, body: undefined },
    });
  });
});
