import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockedRepository, sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed } from './support/run.ts';
import { temporaryRepository, type TestRepository } from './support/temporary-repository.ts';
import { HUMAN_JSON, type JsonVerdict, verdictOf } from './support/verdict-of.ts';

const ROUTES_JS = `import { Router } from 'express';
import { requireAdmin } from './auth.js';
import { backUp, listUsers, removeUser } from './users.js';

export const admin = Router();
admin.get('/admin/users', requireAdmin, listUsers);
admin.post('/admin/backup', requireAdmin, backUp);
admin.delete('/admin/users/:id', requireAdmin, removeUser);
`;
const VIEWS_PY = `from flask import Blueprint
from flask_login import login_required

api = Blueprint("api", __name__)


@api.post("/orders")
@login_required
def create_order():
    return {}
`;
const CONTRACTS = `{
  "contracts": [
    {
      "id": "admin-only",
      "why": "Only administrators may change users and take back-ups.",
      "files": "src/**/*.js",
      "mustHave": {
        "every": "admin.$METHOD($PATH, $$$)",
        "where": { "PATH": { "regex": "^/admin" } },
        "have": { "middleware": "requireAdmin" },
      },
    },
    {
      // A handler that everybody can reach was an incident once.
      "id": "orders-need-a-login",
      "why": "Nobody orders without an account.",
      "files": "api/**/*.py",
      "mustHave": { "every": "@api.post($$$)", "have": { "decorator": "@login_required" } },
    },
  ],
}
`;
const CODE = { 'src/routes.js': ROUTES_JS, 'api/views.py': VIEWS_PY };
const FILES = { ...CODE, 'pawl.contracts.jsonc': CONTRACTS };

const OPEN_ROUTE = { 'src/routes.js': `${ROUTES_JS}admin.post('/admin/restore', backUp);\n` };

async function check(repository: TestRepository, ...args: readonly string[]): Promise<JsonVerdict> {
  return verdictOf(await repository.pawl(['check', ...args, ...HUMAN_JSON]));
}

const broken = ({ reasons }: JsonVerdict): readonly string[] =>
  reasons.filter(({ kind }) => kind === 'broken-contract').map(({ file, rule }) => `${file} ${rule}`);

describe('when a project has promised something of itself', () => {
  const shared = sharedLockedRepository(FILES);

  it.each(['fast', 'full'])('a change that breaks it stops the loop, and says which promise: %s', async (tier) => {
    const repository = shared();
    await repository.stage(OPEN_ROUTE);
    const verdict = await check(repository, '--tier', tier);
    expect(verdict.outcome).toBe('regression');
    expect(broken(verdict)).toEqual(['src/routes.js contract-must-have']);
    expect(verdict.reasons[0]?.message).toMatch(/"admin-only": Only administrators/u);
  });

  it('it holds for Python, too', async () => {
    const repository = shared();
    await repository.stage({
      'api/views.py': `${VIEWS_PY}\n\n@api.post("/refunds")\ndef refund():\n    return {}\n`,
    });
    expect(broken(await check(repository))).toEqual(['api/views.py contract-must-have']);
  });

  it('more that keeps it is welcome', async () => {
    const repository = shared();
    await repository.stage({ 'src/routes.js': `${ROUTES_JS}admin.post('/admin/restore', requireAdmin, backUp);\n` });
    expect((await check(repository)).outcome).toBe('clean');
  });

  it('a commit that breaks it is refused, and the agent learns only that', async () => {
    const repository = shared();
    await repository.git('switch', '--quiet', '--create', 'agent/open');
    await repository.stage(OPEN_ROUTE);
    const { status, stdout, stderr } = await repository.tryGit(['commit', '--message', 'Restore']);
    expect(status).not.toBe(0);
    expect(stdout + stderr).toMatch(/stopped, case [0-9a-f]+/u);
    expect(stdout + stderr).not.toMatch(/admin-only|contract|routes/u);
  });

  it('C-row: to change the promise with the code helps nobody: the lock has the one that counts', async () => {
    const repository = shared();
    await repository.stage({ ...OPEN_ROUTE, 'pawl.contracts.jsonc': '{ "contracts": [] }\n' });
    const verdict = await check(repository);
    expect(broken(verdict)).toEqual(['src/routes.js contract-must-have']);
    expect(verdict.reasons).toContainEqual(
      expect.objectContaining({ kind: 'gate-integrity', file: 'pawl.contracts.jsonc', outcome: 'escalated' }),
    );
  });

  it('an agent is not told what the promises see', async () => {
    const repository = shared();
    await repository.git('switch', '--quiet', '--create', 'agent/asks');
    const { status, stdout, stderr } = await repository.pawl(['contracts', 'check']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/only a person/u);
  });
});

describe('when somebody writes contracts', () => {
  it('what the code does everywhere is suggested, holds, and can be locked as it is', async () => {
    const repository = await temporaryRepository(CODE);
    const suggested = mustSucceed(await repository.pawl(['contracts', 'suggest']));
    expect(suggested).toContain('requireAdmin');
    await writeFile(join(repository.dir, 'pawl.contracts.jsonc'), suggested);
    const checked = mustSucceed(await repository.pawl(['contracts', 'check', '--format', 'json']));
    const { matches, warnings } = JSON.parse(checked) as { matches: { held: boolean }[]; warnings: unknown[] };
    expect(matches.length).toBeGreaterThan(0);
    expect(matches.filter(({ held }) => !held)).toEqual([]);
    expect(warnings).toEqual([]);
    expect(mustSucceed(await repository.pawl(['lock']))).toMatch(/contracts +[1-9]/u);
  });

  it('each mistake is told with its place, and nothing is locked', async () => {
    const repository = await temporaryRepository({ 'a.js': 'export const a = 1;\n' });
    await writeFile(join(repository.dir, 'pawl.contracts.jsonc'), '{ "contracts": [{ "id": "x", "wy": "" }] }\n');
    const { status, stderr } = await repository.pawl(['lock']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/pawl\.contracts\.jsonc/u);
    expect(stderr).toMatch(/unknown key "wy"; did you mean "why"\?/u);
  });

  it('a contract that speaks of nothing is a warning', async () => {
    const nothing = CONTRACTS.replace('src/**/*.js', 'source/**/*.js');
    const repository = await lockedRepository({ ...FILES, 'pawl.contracts.jsonc': nothing });
    expect(await readFile(join(repository.dir, 'pawl.contracts.jsonc'), 'utf8')).toBe(nothing);
    const stdout = mustSucceed(await repository.pawl(['contracts', 'check']));
    expect(stdout).toMatch(/admin-only +speaks of nothing/u);
  });
});
