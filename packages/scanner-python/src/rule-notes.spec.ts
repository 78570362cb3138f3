import { describe, expect, it } from 'vitest';
import { ruleNotes } from './rule-notes.ts';
import { LEFT_OUT, RULES } from './rules.ts';

const noteOf = (code: string) => ruleNotes.find(({ rule }) => rule === code);

describe('when somebody asks what a rule of Ruff is', () => {
  it('one that runs has its severity, its weakness and its page', () => {
    expect(noteOf('S602')).toEqual({
      rule: 'S602',
      title: 'subprocess-popen-with-shell-equals-true',
      severity: 'high',
      cwe: ['CWE-78'],
      page: 'https://docs.astral.sh/ruff/rules/subprocess-popen-with-shell-equals-true/',
      also: ['subprocess-popen-with-shell-equals-true'],
    });
  });

  it('one that is left out says why', () => {
    expect(noteOf('S101')).toMatchObject({ title: 'assert', leftOut: 'every test asserts' });
  });

  it('there is no other rule than those that were judged, and none of them is missing', () => {
    expect(ruleNotes.map(({ rule }) => rule).sort()).toEqual([...Object.keys(RULES), ...Object.keys(LEFT_OUT)].sort());
  });
});
