import { describe, expect, it } from 'vitest';
import { NOT_PROTECTED, PROTECTION, REPOSITORY, RULES, RULESET } from './forge-answers.fixture.ts';
import { readGhOutput } from './read-gh-output.ts';

const STATUS = `github.com
  ✓ Logged in to github.com account octocat (/home/octocat/.config/gh/hosts.yml)
  - Active account: true
  - Git operations protocol: https
  - Token: gho_************************************
  - Token scopes: 'gist', 'read:org', 'repo', 'workflow'
`;

const text = (...bodies: readonly unknown[]): string => bodies.map((body) => JSON.stringify(body, null, 2)).join('\n');

describe('when what gh said is read', () => {
  it('the scopes stand in its status', () => {
    expect(readGhOutput(STATUS)).toMatchObject({
      scopes: ['gist', 'read:org', 'repo', 'workflow'],
      repository: undefined,
    });
  });

  it('every answer is known by what is in it, in whatever order', () => {
    expect(readGhOutput(text(RULES, RULESET, PROTECTION, REPOSITORY))).toEqual({
      forge: 'github',
      scopes: undefined,
      repository: { status: 200, body: REPOSITORY },
      protection: { status: 200, body: PROTECTION },
      rules: { status: 200, body: RULES },
      rulesets: [{ status: 200, body: RULESET }],
    });
  });

  it('status, headers, answers and complaints may stand in one file', () => {
    const headers = 'HTTP/2.0 200 OK\r\nContent-Type: application/json\r\nX-Oauth-Scopes: admin:org\r\n\r\n';
    const all = `${STATUS}\n${headers}${JSON.stringify(REPOSITORY)}${JSON.stringify(NOT_PROTECTED)}\ngh: Branch not protected (HTTP 404)\n`;
    expect(readGhOutput(all)).toMatchObject({
      scopes: ['gist', 'read:org', 'repo', 'workflow', 'admin:org'],
      repository: { status: 200, body: REPOSITORY },
      protection: { status: 404, body: NOT_PROTECTED },
    });
  });

  it('another error says nothing of protection', () => {
    expect(readGhOutput(text({ message: 'Not Found', status: '404' })).protection).toBeUndefined();
  });

  it('brackets and quotes in a text end nothing', () => {
    const odd = { ...REPOSITORY, description: '}]" \\" {[' };
    expect(readGhOutput(text(odd)).repository?.body).toEqual(odd);
  });
});

describe('when it is no such thing', () => {
  it.each([
    ['nothing', ''],
    ['prose', 'You are not logged into any GitHub hosts.\n'],
    ['cut JSON', '{"full_name": "a/b", "permissions": {'],
    ['something like JSON', '{full_name: 1}'],
    ['a flood', '['.repeat(3 * 1024 * 1024)],
    ['deep nesting', `${'['.repeat(200_000)}`],
  ])('%s is not called an answer', (_, given) => {
    expect(() => readGhOutput(given)).toThrow(expect.objectContaining({ code: 'unreadable-answers' }) as Error);
  });

  it('a key that every object inherits from is a key like others', () => {
    const answers = readGhOutput('{"__proto__": {"full_name": "a/b", "permissions": {"admin": false}}}');
    expect(answers.repository).toBeUndefined();
  });
});
