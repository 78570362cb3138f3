import { describe, expect, it } from 'vitest';
import { ruleNotes } from './rule-notes.ts';

const noteOf = (id: string) => ruleNotes.find(({ rule }) => rule === id);

describe('when somebody asks what a test of Bandit is', () => {
  it('a test of its own has its page', () => {
    expect(noteOf('B602')).toEqual({
      rule: 'B602',
      title: 'subprocess_popen_with_shell_equals_true',
      cwe: ['CWE-78'],
      page: 'https://bandit.readthedocs.io/en/latest/plugins/b602_subprocess_popen_with_shell_equals_true.html',
    });
    expect(noteOf('B324')?.page).toBe('https://bandit.readthedocs.io/en/latest/plugins/b324_hashlib.html');
  });

  it('one of a list has its place in the list', () => {
    expect(noteOf('B301')?.page).toBe(
      'https://bandit.readthedocs.io/en/latest/blacklists/blacklist_calls.html#b301-pickle',
    );
    expect(noteOf('B404')?.page).toMatch(/blacklist_imports\.html#b404-import-subprocess$/u);
  });

  it('no test is there twice', () => {
    const ids = ruleNotes.map(({ rule }) => rule);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^B\d{3}$/u.test(id))).toEqual([]);
  });
});
