import { describe, expect, it } from 'vitest';
import { type Edit, judgeEdit, summary } from './support/judge-edit.ts';
import { EDITED_PY, GUARDED_PY, UNGUARDED_PY } from './support/sources.ts';
import { temporaryRepository } from './support/temporary-repository.ts';

const SAFE_PY = `from flask import request


def calculate():
    return int(request.args["x"])
`;
const EVAL_PY = SAFE_PY.replace('int(', 'eval(');
const NOTES_PY = 'NOTES = []\n';

const edit = (before: string, after: string): Edit => ({ before: { 'app.py': before }, after: { 'app.py': after } });
const beside = (comment: string, code: string): string => code.replace('["x"])', `["x"])  ${comment}`);

const STOPPED: readonly (readonly [string, string, Edit])[] = [
  ['a guard is deleted', 'regression lost-defence', edit(GUARDED_PY, UNGUARDED_PY)],
  ['request data is evaluated', 'regression unguarded-path', edit(SAFE_PY, EVAL_PY)],
  ['a finding is hidden from Bandit', 'regression suppression', edit(EVAL_PY, beside('# nosec', EVAL_PY))],
  [
    'a finding is hidden from Bandit by its number',
    'regression suppression',
    edit(EVAL_PY, beside('# nosec B307', EVAL_PY)),
  ],
  ['everything is hidden from flake8 and Ruff', 'regression suppression', edit(EVAL_PY, beside('# noqa', EVAL_PY))],
  [
    'a finding is hidden from Ruff by its number',
    'regression suppression',
    edit(EVAL_PY, beside('# noqa: S307', EVAL_PY)),
  ],
  [
    'a function moves to another file without its guard',
    'regression lost-defence',
    {
      before: { 'app.py': GUARDED_PY, 'notes.py': NOTES_PY },
      after: { 'app.py': null, 'notes.py': NOTES_PY + UNGUARDED_PY },
    },
  ],
];

const PASSED: readonly (readonly [string, Edit])[] = [
  ['an ordinary edit', edit(GUARDED_PY, EDITED_PY)],
  ['a guard that is added', edit(UNGUARDED_PY, GUARDED_PY)],
  ['a rule of style that is switched off', edit(SAFE_PY, beside('# noqa: E501', SAFE_PY))],
  ['a type that is not checked', edit(SAFE_PY, beside('# type: ignore', SAFE_PY))],
  [
    'a function that moves to another file with its guard',
    {
      before: { 'app.py': GUARDED_PY, 'notes.py': NOTES_PY },
      after: { 'app.py': null, 'lib/app.py': GUARDED_PY, 'notes.py': `${NOTES_PY}\n` },
    },
  ],
  [
    'a feature that goes with its guard',
    { before: { 'app.py': GUARDED_PY, 'notes.py': NOTES_PY }, after: { 'app.py': null } },
  ],
];

describe('when Python is edited', () => {
  it.each(STOPPED)('stops: %s', async (_, expected, change) => {
    expect(summary(await judgeEdit(await temporaryRepository(), change))).toBe(expected);
  });

  it.each(PASSED)('passes: %s', async (_, change) => {
    expect(summary(await judgeEdit(await temporaryRepository(), change))).toBe('clean');
  });

  it('finds with the scanners, too, that request data is evaluated, and not hidden by a comment', async () => {
    const hidden = edit(SAFE_PY, beside('# noqa: S307  # nosec', EVAL_PY));
    const verdict = summary(await judgeEdit(await temporaryRepository(), hidden, 'full'));
    expect(verdict).toBe('regression introduced-finding severity-total suppression unguarded-path');
  });
});
