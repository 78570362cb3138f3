import { describe, expect, it } from 'vitest';
import { isAboutSecurity, isFromAdvisory, LOOKED_FOR, wordsOfFix } from './fix-words.ts';

describe('when a message tells of a security fix', () => {
  it.each([
    ['Fix CookieError (CVE-2026-3644)', ['CVE-2026-3644']],
    ['fix: gate getters\n\nGHSA-444r-cwp2-x5xf', ['GHSA-444R-CWP2-X5XF']],
    ['Prevent open redirects from the middleware', ['open redirect']],
    ['Fix directory traversal', ['directory traversal']],
    ['escape the name: it was open to XSS', ['xss']],
    ['security: Fix authorization bypass vulnerability', ['vulnerability', 'authorization bypass']],
    ['Merge commit from fork', ['merge commit from fork']],
    ['Merge pull request from GHSA-3mpf-rcc7-5347', ['merge pull request from ghsa-', 'GHSA-3MPF-RCC7-5347']],
    ['avoid catastrophic backtracking', ['catastrophic backtracking']],
  ])('%s', (message, words) => {
    expect(wordsOfFix(message)).toEqual(words);
  });

  it.each([
    'fix a typo',
    'feat(csrf): a middleware that protects against CSRF',
    'Revert "Fix XSS in the title"',
    'build(deps): bump lodash, fixes CVE-2021-23337',
    'Bump vite to fix CVE-2025-30208',
    'docs: say how to prevent SQL injection',
    'Merge branch main into fix-xss',
    'v5.1.2: fixes a security issue',
    'a faster cross-site request counter',
  ])('%s is none', (message) => {
    expect(wordsOfFix(message)).toEqual([]);
  });

  it('what counts is among what git looks for', () => {
    const messages = [
      'CVE-2020-12345',
      'Fix header injection',
      'Merge commit from fork',
      'fix a timing attack',
      'fix ReDoS',
    ];
    for (const message of messages) {
      expect(wordsOfFix(message)).not.toEqual([]);
      expect(LOOKED_FOR.some((word) => new RegExp(word, 'iu').test(message))).toBe(true);
    }
  });

  it('a forge says so of a fix that was made in private', () => {
    expect(isFromAdvisory('Merge pull request from GHSA-3mpf-rcc7-5347')).toBe(true);
    expect(isFromAdvisory('Merge pull request #1 from a/fix-xss')).toBe(false);
  });

  it('a line of prose may be about security without mending anything', () => {
    expect(isAboutSecurity('- Security: see the advisory')).toBe(true);
    expect(isAboutSecurity('- faster routing')).toBe(false);
  });

  it('a long message without a fix is read in no time', () => {
    expect(wordsOfFix(`fix ${'a '.repeat(200_000)}`)).toEqual([]);
  });
});
