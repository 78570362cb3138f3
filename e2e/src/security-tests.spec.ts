import { describe, expect, it } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed } from './support/run.ts';
import { temporaryRepository, type TestRepository } from './support/temporary-repository.ts';
import { HUMAN_JSON, type JsonVerdict, verdictOf } from './support/verdict-of.ts';

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
const TEST = 'test/security/login.test.js';
const CONFIG = {
  target: 'main',
  securityTests: { suites: [{ name: 'login', files: ['test/security/**'], framework: 'node' }] },
};
const FILES = {
  'src/login.js': LOGIN_JS,
  [TEST]: LOGIN_TEST_JS,
  'package.json': '{ "type": "module" }\n',
  'pawl.config.jsonc': `${JSON.stringify(CONFIG, undefined, 2)}\n`,
};

/** Lets anybody in, and nothing that a rule would know. */
const OPEN_JS = LOGIN_JS.replace('SESSIONS.get(token)', "SESSIONS.get(token) ?? 'guest'");

async function judged(repository: TestRepository, change: Readonly<Record<string, string>>, tier = 'full') {
  await repository.stage(change);
  const verdict = verdictOf(await repository.pawl(['check', '--tier', tier, ...HUMAN_JSON]));
  return { ...verdict, tests: stateOf(verdict), told: toldOf(verdict) };
}

function stateOf({ criteria }: JsonVerdict): string | undefined {
  return criteria.find(({ name }) => name === 'security-tests')?.state;
}

function toldOf({ reasons }: JsonVerdict): readonly string[] {
  const kinds = ['test-floor', 'security-test-failed', 'not-examined'];
  return reasons.filter(({ kind }) => kinds.includes(kind)).map(({ kind, rule }) => `${kind} ${rule}`);
}

describe('when a project has security tests', () => {
  const shared = sharedLockedRepository(FILES);

  it('the locked ones run in full, and the criterion is met', async () => {
    const { outcome, tests } = await judged(shared(), { 'src/login.js': `${LOGIN_JS}\nexport const version = 2;\n` });
    expect({ outcome, tests }).toEqual({ outcome: 'clean', tests: 'met' });
  });

  it('at a commit they are only read, which is not enough to be met', async () => {
    const { outcome, tests } = await judged(shared(), { 'src/new.js': 'export const a = 1;\n' }, 'fast');
    expect({ outcome, tests }).toEqual({ outcome: 'clean', tests: 'not-judged' });
  });

  it('T05 code that fails a locked test stops the loop', async () => {
    const { outcome, told } = await judged(shared(), { 'src/login.js': OPEN_JS });
    expect(outcome).toBe('regression');
    expect(told).toContain('security-test-failed security-test-failed');
  });

  it('T05 the test that is changed along with it is not the one that runs', async () => {
    const agrees = LOGIN_TEST_JS.replace(
      "assert.throws(() => userOf('forged'), /not signed in/)",
      "assert.ok(userOf('forged'))",
    );
    const { outcome, told } = await judged(shared(), { 'src/login.js': OPEN_JS, [TEST]: agrees });
    expect(outcome).toBe('regression');
    expect(told).toContain('security-test-failed security-test-failed');
    expect(told.some((one) => one.startsWith('test-floor'))).toBe(true);
  });

  it.each<[string, string]>([
    ['T01 deleted', LOGIN_TEST_JS.replace(/test\('a forged[^]*?\n\}\);\n\n/u, '')],
    ['T01 skipped', LOGIN_TEST_JS.replace("test('a forged", "test.skip('a forged")],
    ['T01 starved by another', LOGIN_TEST_JS.replace("test('a token", "test.only('a token")],
    ['T02 with an assertion that always holds', LOGIN_TEST_JS.replace(/assert\.throws\(.*\);/u, 'assert.ok(true);')],
    ['T02 with any error that will do', LOGIN_TEST_JS.replace(', /not signed in/)', ')')],
  ])('%s: a security test that says less stops the loop at the commit', async (_what, text) => {
    const { outcome, told } = await judged(shared(), { [TEST]: text }, 'fast');
    expect(outcome).toBe('regression');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^test-floor security-test-/u);
  });

  it('T04 a run that ends early with status 0 is no pass', async () => {
    const { outcome, tests } = await judged(shared(), { 'src/login.js': `process.exit(0);\n${LOGIN_JS}` });
    expect(outcome).not.toBe('clean');
    expect(tests).not.toBe('met');
  });

  it('T04 a set-up that only the change brings is not there when the tests run', async () => {
    const { told } = await judged(shared(), {
      'src/login.js': OPEN_JS,
      'test/security/setup.mjs':
        "import { mock } from 'node:test';\nmock.method(globalThis, 'Error', () => undefined);\n",
      'package.json': '{ "type": "module", "scripts": { "test": "echo ok" } }\n',
    });
    expect(told).toContain('security-test-failed security-test-failed');
  });

  it('one more test is welcome', async () => {
    const more = `${LOGIN_TEST_JS}\ntest('an empty token is refused', () => {\n  assert.throws(() => userOf(''), /not signed in/);\n});\n`;
    const { outcome, tests } = await judged(shared(), { [TEST]: more });
    expect({ outcome, tests }).toEqual({ outcome: 'clean', tests: 'met' });
  });
});

it('a lock says which kinds of security tests nobody has written yet', async () => {
  const repository = await temporaryRepository(FILES);
  const said = mustSucceed(await repository.pawl(['lock']));
  expect(said).toMatch(/security tests for .*authentication paths \(\d\)/u);
  expect(said).toMatch(/none for .*injection/u);
});
