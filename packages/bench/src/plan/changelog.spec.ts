import { describe, expect, it } from 'vitest';
import { isChangelog, isMentioned, mentionsIn } from './changelog.ts';

const ID = `0a1b2c3${'0'.repeat(33)}`;

const CHANGELOG = `# 2.0.1
### Security
* Fixed an XSS in the title (#123, [b4c5d6e](https://forge.example/commit/b4c5d6e))
- Prevent path traversal in the static folder,
  reported by somebody. https://forge.example/a/b/pull/77
- Fixed in 0a1b2c3: open redirect, CVE-2026-12345
### Changes
- Faster routing (#124), defaced in abcdef0
`;

describe('when a changelog tells of security fixes', () => {
  it('the numbers and commits of those lines count, and of no others', () => {
    const { numbers, commits } = mentionsIn(CHANGELOG);
    expect([...numbers]).toEqual(['123', '77']);
    expect([...commits]).toEqual(['b4c5d6e', '0a1b2c3']);
  });

  it('a commit is meant by the number in its subject, or by its id', () => {
    const mentions = mentionsIn(CHANGELOG);
    expect(isMentioned({ id: 'f'.repeat(40), message: 'escape the title (#123)' }, mentions)).toBe(true);
    expect(isMentioned({ id: ID, message: 'check the host' }, mentions)).toBe(true);
    expect(isMentioned({ id: 'f'.repeat(40), message: 'route faster (#124)\n\nsee #123' }, mentions)).toBe(false);
    expect(isMentioned({ id: 'f'.repeat(40), message: 'escape (#1234)' }, mentions)).toBe(false);
  });

  it.each(['CHANGELOG.md', 'changes.rst', 'docs/HISTORY.txt', 'NEWS', 'release-notes.md', 'SECURITY.md'])(
    '%s is one',
    (path) => {
      expect(isChangelog(path)).toBe(true);
    },
  );

  it.each(['src/changelog.ts', 'a/b/CHANGELOG.md', 'changelog.json', 'unchanged.md'])('%s is none', (path) => {
    expect(isChangelog(path)).toBe(false);
  });
});
