import { describe, expect, it } from 'vitest';
import { type Edit, judgeEdit, summary } from './support/judge-edit.ts';
import { EDITED_JS, EVAL_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { temporaryRepository } from './support/temporary-repository.ts';

const SAFE_JS = EVAL_JS.replace('eval(', 'Number(');
const NOTES_JS = 'export const notes = [];\n';

const edit = (before: string, after: string): Edit => ({ before: { 'app.js': before }, after: { 'app.js': after } });
const above = (comment: string, code: string): string => code.replace('  res.json', `  ${comment}\n  res.json`);

const STOPPED: readonly (readonly [string, string, Edit])[] = [
  ['a guard is deleted', 'regression lost-defence', edit(GUARDED_JS, UNGUARDED_JS)],
  ['request data is evaluated', 'regression unguarded-path', edit(SAFE_JS, EVAL_JS)],
  [
    'a finding is hidden from one line',
    'regression suppression',
    edit(EVAL_JS, above('// eslint-disable-next-line security/detect-eval-with-expression', EVAL_JS)),
  ],
  [
    'everything is hidden from one line',
    'regression suppression',
    edit(EVAL_JS, above('// eslint-disable-next-line', EVAL_JS)),
  ],
  ['a whole file is hidden', 'regression suppression', edit(EVAL_JS, `/* eslint-disable */\n${EVAL_JS}`)],
  [
    'types are no longer checked where it matters',
    'regression suppression',
    edit(EVAL_JS, above('// @ts-ignore', EVAL_JS)),
  ],
  [
    'a function moves to another file without its guard',
    'regression lost-defence',
    {
      before: { 'app.js': GUARDED_JS, 'notes.js': NOTES_JS },
      after: { 'app.js': null, 'notes.js': NOTES_JS + UNGUARDED_JS },
    },
  ],
];

const PASSED: readonly (readonly [string, Edit])[] = [
  ['an ordinary edit', edit(GUARDED_JS, EDITED_JS)],
  ['a guard that is added', edit(UNGUARDED_JS, GUARDED_JS)],
  ['a rule of style that is switched off', edit(SAFE_JS, above('// eslint-disable-next-line no-console', SAFE_JS))],
  ['a comment that speaks of a directive', edit(SAFE_JS, above('// we never write eslint-disable here', SAFE_JS))],
  [
    'a function that moves to another file with its guard',
    {
      before: { 'app.js': GUARDED_JS, 'notes.js': NOTES_JS },
      after: { 'app.js': null, 'lib/app.js': GUARDED_JS, 'notes.js': `${NOTES_JS}\n` },
    },
  ],
  [
    'a feature that goes with its guard',
    { before: { 'app.js': GUARDED_JS, 'notes.js': NOTES_JS }, after: { 'app.js': null } },
  ],
];

describe('when JavaScript is edited', () => {
  it.each(STOPPED)('stops: %s', async (_, expected, change) => {
    expect(summary(await judgeEdit(await temporaryRepository(), change))).toBe(expected);
  });

  it.each(PASSED)('passes: %s', async (_, change) => {
    expect(summary(await judgeEdit(await temporaryRepository(), change))).toBe('clean');
  });

  it('finds with the scanners, too, that request data is evaluated, and not hidden by a comment', async () => {
    const hidden = edit(SAFE_JS, `/* eslint-disable */\n${EVAL_JS}`);
    const verdict = summary(await judgeEdit(await temporaryRepository(), hidden, 'full'));
    expect(verdict).toBe('regression introduced-finding severity-total suppression unguarded-path');
  });
});
