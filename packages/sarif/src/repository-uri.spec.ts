import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repositoryUri } from './repository-uri.ts';

describe('when the address of a remote is told to others', () => {
  it.each([
    ['https://example.com/a/b.git', 'https://example.com/a/b.git'],
    ['https://user:ghp_secret@example.com/a/b.git', 'https://example.com/a/b.git'],
    ['https://ghp_secret@example.com:8443/a/b', 'https://example.com:8443/a/b'],
    ['https://a@b:secret@example.com/a', 'https://example.com/a'],
    ['https://example.com/a/b.git?token=secret#x', 'https://example.com/a/b.git'],
    ['ssh://git@example.com/a/b.git', 'ssh://example.com/a/b.git'],
    ['git@example.com:a/b.git', 'ssh://example.com/a/b.git'],
    ['example.com:a/b.git', 'ssh://example.com/a/b.git'],
    ['HTTPS://[::1]:80/a%20b', 'https://[::1]:80/a%20b'],
  ])('it makes of %s', (remote, expected) => {
    expect(repositoryUri(remote)).toBe(expected);
  });

  it.each([
    '/home/somebody/project',
    '../project',
    'file:///home/somebody/project',
    'C:\\Users\\somebody\\project',
    'C:/Users/somebody/project',
    'https://example.com',
    'https://exam ple.com/a',
    'https://example.com/a b',
    'https://example.com/%zz',
    'https://example.com/%F0%9F%98%80',
    'ext::sh -c evil',
    '',
  ])('it keeps %j to itself', (remote) => {
    expect(repositoryUri(remote)).toBeUndefined();
  });

  it('it never tells a password, whatever is in it', () => {
    const password = fc.string({ unit: 'binary-ascii' }).filter((text) => !/[/?#]/u.test(text));
    fc.assert(
      fc.property(password, (text) => {
        expect(repositoryUri(`https://user:${text}secret@example.com/a`)).toBe('https://example.com/a');
      }),
    );
  });
});
