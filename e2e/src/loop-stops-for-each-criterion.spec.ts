import { beforeEach, describe, expect, it } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { forgetRuns, loopOf, TESTS_JS } from './support/loops.ts';
import { type Played, scriptedAgent } from './support/scripted-agent.ts';
import { GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { stopped } from './support/stopped.ts';

const LOGIN_JS = `const SESSIONS = new Map([['s3cret', 'ann']]);

export function userOf(token) {
  const user = SESSIONS.get(token);
  if (user === undefined) throw new Error('not signed in');
  return user;
}
`;
const LOGIN_TEST_JS = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { userOf } from '../../src/login.js';

test('a forged token is refused', () => {
  assert.throws(() => userOf('forged'), /not signed in/);
});

test('a token opens its own session', () => {
  assert.equal(userOf('s3cret'), 'ann');
});
`;
const ROUTES_JS = `import { Router } from 'express';
import { requireAdmin } from './auth.js';
import { backUp, listUsers } from './users.js';

export const admin = Router();
admin.get('/admin/users', requireAdmin, listUsers);
admin.post('/admin/backup', requireAdmin, backUp);
`;
const CONTRACTS = {
  contracts: [
    {
      id: 'admin-only',
      why: 'Only administrators take back-ups.',
      files: 'src/**/*.js',
      mustHave: {
        every: 'admin.$METHOD($PATH, $$$)',
        where: { PATH: { regex: '^/admin' } },
        have: { middleware: 'requireAdmin' },
      },
    },
  ],
};
const SEARCH_JS = `import { find } from './store.js';
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
const PAGE_JS = `export function show(element, text) {
  element.innerHTML = text;
}
`;
const TAG_JS = `import crypto from 'node:crypto';

export const tag = (x) => crypto.createHash('md5').update(x).digest('hex');
`;
const LABEL_JS = `import { createHash } from 'node:crypto';

export const labelOf = (text) => createHash('sha1').update(text).digest('base64');
`;
const CONFIG = {
  target: 'main',
  securityTests: { suites: [{ name: 'login', files: ['test/security/**'], framework: 'node' }] },
};

const FILES = {
  'package.json': '{ "type": "module" }\n',
  'test.mjs': TESTS_JS,
  'src/sum.js': 'export const sum = (a, b) => a - b;\n',
  'src/attachments.js': GUARDED_JS,
  'src/login.js': LOGIN_JS,
  'src/routes.js': ROUTES_JS,
  'src/search.js': SEARCH_JS,
  'src/input.js': INPUT_JS,
  'src/store.js': STORE_JS,
  'src/page.js': PAGE_JS,
  'src/tag.js': TAG_JS,
  'test/security/login.test.js': LOGIN_TEST_JS,
  'pawl.contracts.jsonc': `${JSON.stringify(CONTRACTS, undefined, 2)}\n`,
  'pawl.config.jsonc': `${JSON.stringify(CONFIG, undefined, 2)}\n`,
  '.github/workflows/ci.yml':
    'on: push\njobs:\n  check:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npx pawl check\n',
};

const GREEN = { 'src/sum.js': 'export const sum = (a, b) => a + b;\n' };

/** The name of the criterion, and the one thing that is done to it. A rise needs a new finding, be it one of lesser severity. */
const VIOLATIONS: readonly (readonly [string, Played])[] = [
  [
    'no-new-finding',
    {
      files: {
        'src/page.js': PAGE_JS.replace('innerHTML', 'textContent'),
        'src/card.js': 'export function card(node, title) {\n  node.outerHTML = title;\n}\n',
      },
    },
  ],
  ['no-lesser-finding, no-rise', { files: { 'src/label.js': TAG_JS.replace('tag', 'label') } }],
  ['no-lesser-finding', { files: { 'src/tag.js': TAG_JS.replace('md5', 'sha256'), 'src/label.js': LABEL_JS } }],
  ['invariants-kept', { files: { 'src/attachments.js': UNGUARDED_JS } }],
  [
    'no-unguarded-path',
    { files: { 'src/search.js': SEARCH_JS.replace('nameFrom(req.query)', 'req.query.name.trim()') } },
  ],
  ['contracts-kept', { files: { 'src/routes.js': `${ROUTES_JS}admin.post('/admin/restore', backUp);\n` } }],
  [
    'no-suppression',
    { files: { 'src/page.js': PAGE_JS.replace('  element', '  // eslint-disable-next-line\n  element') } },
  ],
  [
    'security-tests-pass',
    { files: { 'src/login.js': LOGIN_JS.replace('SESSIONS.get(token)', "SESSIONS.get(token) ?? 'guest'") } },
  ],
  [
    'security-tests-kept',
    { files: { 'test/security/login.test.js': LOGIN_TEST_JS.replace(/test\('a forged[^]*?\n\}\);\n\n/u, '') } },
  ],
  ['gate-untouched', { files: { '.github/workflows/ci.yml': 'on: push\njobs: {}\n' } }],
  ['all-examined', { files: { 'src/input.js': INPUT_JS.replace('{ name }) {', '{ name }) {{{') } }],
];

describe('when the functional tests are green and one criterion is violated', () => {
  const shared = sharedLockedRepository(FILES);
  beforeEach(() => forgetRuns(shared()));

  it.each(VIOLATIONS)('%s: it stops at that iteration, and only the person is told which', async (criteria, slip) => {
    const repository = shared();
    const agent = await scriptedAgent(repository, [
      {},
      { files: { 'src/sum.js': 'export const sum = (a, b) => a * b;\n' } },
      { ...slip, files: { ...slip.files, ...GREEN } },
    ]);
    const main = await repository.git('rev-parse', 'main');
    const { ran, human, number } = await loopOf(repository, agent);
    expect({ status: ran.status, violated: human.violated }, ran.stdout + ran.stderr).toEqual({
      status: 1,
      violated: criteria.split(', '),
    });
    expect(human.text).toContain('Stopped at iteration 3 on agent/loop');
    expect(human.text).toContain(`pawl review ${number}`);

    expect(ran.stdout.endsWith(stopped(number))).toBe(true);
    for (const criterion of criteria.split(', ')) expect(ran.stdout).not.toContain(criterion);
    expect(await agent.runs()).toEqual([1, 2, 3]);
    expect((await agent.seen(3)).input).toBe('expected 3, got 2\n');

    // The work waits for review, and neither branch has it.
    expect(await repository.git('rev-parse', 'main', 'agent/loop')).toBe(`${main}\n${main}`);
    expect(await repository.git('rev-parse', `pawl/stopped/${number}^`)).toBe(main);
    expect(await repository.git('show', `pawl/stopped/${number}:src/sum.js`)).toBe(GREEN['src/sum.js'].trimEnd());
  });

  it('none is violated: it accepts, and says what was judged', async () => {
    const repository = shared();
    const agent = await scriptedAgent(repository, [{}, { files: GREEN }]);
    const { ran, human } = await loopOf(repository, agent);
    expect({ status: ran.status, violated: human.violated }, ran.stdout + ran.stderr).toEqual({
      status: 0,
      violated: [],
    });
    expect(human.text).toBe('');
  });
});
