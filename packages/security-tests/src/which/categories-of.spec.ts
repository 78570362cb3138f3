import { describe, expect, it } from 'vitest';
import { categoriesOf, judgeOf } from '../index.ts';
import { floorsOf } from '../testing/floors-of.ts';

async function missing(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return categoriesOf(await floorsOf(files), judgeOf()).missing;
}

describe('when the security tests are counted by what they cover', () => {
  it('a project without any covers nothing', async () => {
    expect(await missing({ 'test/a.test.ts': `it('rejects sql injection', () => { expect(a()).toBe(1); });` })).toEqual(
      ['injection', 'boundary conditions', 'authentication paths'],
    );
  });

  it('names and files say what they are about', async () => {
    expect(
      await missing({
        'tests/security/test_search.py': 'def test_sql_injection(db):\n    assert find(db, "x") == []\n',
        'tests/security/limits.test.ts': `it('refuses bodies that are too large', () => { expect(post(big).status).toBe(413); });`,
      }),
    ).toEqual(['authentication paths']);
  });

  it('what is skipped or asserts nothing covers nothing', async () => {
    expect(
      await missing({
        'tests/security/login.test.ts': `it.skip('locks out', () => { expect(login()).toBe(false); });\nit('needs a password', () => { expect(true).toBe(true); });`,
      }),
    ).toContain('authentication paths');
  });
});
