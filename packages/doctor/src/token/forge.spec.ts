import { describe, expect, it } from 'vitest';
import { forgePlace } from './forge.ts';

const GITHUB = { kind: 'known', forge: 'github', api: 'https://api.github.com', project: 'a/b' };

describe('when the forge of a remote is looked for', () => {
  it.each([
    'https://github.com/a/b.git',
    'https://github.com/a/b',
    'https://user:password@GitHub.com/a/b/',
    'git@github.com:a/b.git',
    'ssh://git@github.com:22/a/b.git',
  ])('%s is GitHub', (url) => {
    expect(forgePlace(url, undefined)).toEqual(GITHUB);
  });

  it('GitLab has groups in groups', () => {
    expect(forgePlace('git@gitlab.com:group/deep/app.git', undefined)).toEqual({
      kind: 'known',
      forge: 'gitlab',
      api: 'https://gitlab.com/api/v4',
      project: 'group/deep/app',
    });
  });

  it.each([
    undefined,
    '/srv/repo.git',
    'file:///srv/repo.git',
    '../other',
    'https://github.com/',
    'https://github.com/a',
    'git@github.com:a/../b',
    '',
  ])('%j is none', (url) => {
    expect(forgePlace(url, undefined)).toEqual({ kind: 'none' });
  });
});

describe('when the token could be sent to somebody else', () => {
  it.each([
    'https://github.com.evil.example/a/b',
    'https://evil.example/github.com/a/b',
    'git@evil.example:a/b.git',
    'https://github.com@evil.example/a/b',
    'https://__proto__/a/b',
  ])('%s is asked nothing by itself', (url) => {
    expect(forgePlace(url, undefined).kind).toMatch(/^(?:foreign|none)$/u);
  });

  it('a server of one’s own is asked where its API is named and has its host', () => {
    expect(forgePlace('git@ghe.example:a/b.git', 'https://ghe.example/api/v3/')).toEqual({
      kind: 'known',
      forge: 'github',
      api: 'https://ghe.example/api/v3',
      project: 'a/b',
    });
    expect(forgePlace('git@git.example:a/b.git', 'https://git.example/api/v4')).toMatchObject({ forge: 'gitlab' });
  });

  it.each([
    'https://evil.example/api/v3',
    'http://ghe.example/api/v3',
    'https://user@ghe.example/api/v3',
    'https://ghe.example.evil.example/api/v3',
    'https://ghe.example/api/v3?x=1',
    'nonsense',
  ])('%s is not asked for ghe.example', (api) => {
    expect(forgePlace('git@ghe.example:a/b.git', api).kind).toBe('foreign');
  });
});
