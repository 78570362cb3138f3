import { describe, expect, it } from 'vitest';
import { type Edit, judgeEdit, summary } from './support/judge-edit.ts';
import { temporaryRepository } from './support/temporary-repository.ts';

const ROUTES_JS = `import { find } from './store.js';
import { nameFrom } from './input.js';

export const routes = (app) => app.get('/users', async (req, res) => res.json(await find(nameFrom(req.query))));
`;
const INPUT_JS = `export function nameFrom({ name }) {
  if (!/^[a-z]{1,40}$/.test(name)) throw new Error('no such name');
  return name;
}
`;
const STORE_JS = `import { pool } from './pool.js';

export const find = (name) => pool.query("SELECT * FROM users WHERE name = '" + name + "'");
`;
const USERS_JS = { 'src/routes.js': ROUTES_JS, 'src/input.js': INPUT_JS, 'src/store.js': STORE_JS };

const VIEWS_PY = `from .files import read_report
from django.http import HttpResponse


def report(request, name):
    return HttpResponse(read_report("summary.txt"))
`;
const FILES_PY = `from pathlib import Path


def read_report(name):
    return (Path("reports") / name).read_text()
`;
const REPORTS_PY = { 'app/views.py': VIEWS_PY, 'app/files.py': FILES_PY };

describe('when a way for untrusted data runs through several files', () => {
  it.each<[string, Edit]>([
    [
      'a route gets by the check that others use',
      {
        before: USERS_JS,
        after: { 'src/routes.js': ROUTES_JS.replace('nameFrom(req.query)', 'req.query.name.trim()') },
      },
    ],
    [
      'a view hands on what it was given',
      { before: REPORTS_PY, after: { 'app/views.py': VIEWS_PY.replace('"summary.txt"', 'request.GET["name"]') } },
    ],
  ])('the loop stops, and the hops are told: %s', async (_what, edit) => {
    const verdict = await judgeEdit(await temporaryRepository(), edit, 'full');
    const paths = verdict.reasons.filter(({ kind }) => kind === 'unguarded-path');
    expect(verdict.outcome).toBe('regression');
    expect(paths).toHaveLength(1);
    expect(paths[0]).toMatchObject({ tool: 'reach', file: Object.keys(edit.after)[0] });
    expect(paths[0]?.message).toMatch(/ → /u);
  });

  it.each<[string, Edit]>([
    [
      'the check is called from a new route, too',
      {
        before: USERS_JS,
        after: { 'src/routes.js': ROUTES_JS + ROUTES_JS.split('\n').slice(3).join('\n').replace('routes', 'more') },
      },
    ],
    [
      'the file with the check moves',
      {
        before: USERS_JS,
        after: {
          'src/input.js': null,
          'src/web/input.js': INPUT_JS,
          'src/routes.js': ROUTES_JS.replace('./input', './web/input'),
        },
      },
    ],
    [
      'what was open gets its check',
      {
        before: { ...USERS_JS, 'src/routes.js': ROUTES_JS.replace('nameFrom(req.query)', 'req.query.name') },
        after: { 'src/routes.js': ROUTES_JS },
      },
    ],
  ])('the loop goes on: %s', async (_what, edit) => {
    expect(summary(await judgeEdit(await temporaryRepository(), edit, 'full'))).toBe('clean');
  });
});
