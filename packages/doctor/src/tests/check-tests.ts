import type { CategoryCoverage } from '@pawl/security-tests';
import { type Found, note, ok, unknown, weak } from '../check-up.ts';
import { type Fact, isUnread } from '../fact.ts';

const NEXT = 'write them; docs/security-tests.md says which tests count';

/** Which kinds of security tests there are; `undefined` where there is no lock, and so no configuration to go by. */
export function checkTests(coverage: Fact<CategoryCoverage | undefined>): readonly Found[] {
  if (isUnread(coverage))
    return [
      unknown('security-tests', `the tests cannot be read: ${coverage.unread}`, coverage.next ?? 'npx pawl lock'),
    ];
  if (coverage.is === undefined) return [];
  const { tests, missing } = coverage.is;
  const there = Object.entries(tests).filter(([, count]) => count > 0);
  const said = there.map(([kind, count]) => `${kind} (${count})`).join(', ');
  if (there.length === 0) return [note('security-tests', 'there are none, so none can be lost', NEXT)];
  if (missing.length > 0)
    return [weak('security-tests', `${said}; none for ${missing.join(' and ')}, so a slip there fails no test`, NEXT)];
  return [ok('security-tests', said)];
}
