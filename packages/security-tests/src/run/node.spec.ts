import { describe, expect, it } from 'vitest';
import { saidBy, suiteOf } from '../testing/suite-of.ts';

const SUITE = { files: ['test/**/*.test.mjs'], framework: 'node' } as const;

const LOCKED = {
  'package.json': '{"type":"module","scripts":{"test":"node --test"}}',
  'src/paths.mjs': `import { resolve, sep } from 'node:path';
export function inside(root, name) {
  const path = resolve(root, name);
  if (!path.startsWith(root + sep)) throw new Error('outside');
  return path;
}
`,
  'test/helper.mjs': `export const ROOT = '/srv/files';\n`,
  'test/paths.test.mjs': `import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { inside } from '../src/paths.mjs';
import { ROOT } from './helper.mjs';

test('a name stays inside', () => {
  assert.equal(inside(ROOT, 'a.txt'), '/srv/files/a.txt');
});

describe('a path that leaves the root', () => {
  for (const name of ['../x', '/etc/passwd']) {
    it(\`is refused: \${name}\`, () => {
      assert.throws(() => inside(ROOT, name), /outside/);
    });
  }
});
`,
};

const OPEN = `export function inside(root, name) { return root + '/' + name; }\n`;

describe('when the locked tests run with node:test', () => {
  it('they pass on what was locked', async () => {
    expect(await suiteOf(SUITE, LOCKED)).toEqual({ kind: 'passed', suite: 'guards', ran: 3 });
  });

  it('a broken guard is told by the name of its test', async () => {
    const outcome = await suiteOf(SUITE, LOCKED, { 'src/paths.mjs': OPEN });
    expect(outcome).toMatchObject({
      kind: 'failed',
      findings: [
        {
          kind: 'security-test-failed',
          rule: 'security-test-failed',
          severity: 'high',
          location: { file: 'test/paths.test.mjs', line: 12 },
        },
      ],
    });
  });

  it('a test that the judged tree deleted runs all the same', async () => {
    expect(saidBy(await suiteOf(SUITE, LOCKED, { 'src/paths.mjs': OPEN, 'test/paths.test.mjs': null }))).toBe(
      'security-test-failed',
    );
  });

  it('T01: tests that the judged tree weakened are not the ones that run', async () => {
    const weak = LOCKED['test/paths.test.mjs'].replace('describe(', 'describe.skip(');
    expect(saidBy(await suiteOf(SUITE, LOCKED, { 'src/paths.mjs': OPEN, 'test/paths.test.mjs': weak }))).toBe(
      'security-test-failed',
    );
  });

  it('T01: an `.only` that the judged tree adds starves none of them', async () => {
    const only = `import { test } from 'node:test';\ntest.only('fine', () => {});\n`;
    expect(saidBy(await suiteOf(SUITE, LOCKED, { 'src/paths.mjs': OPEN, 'test/only.test.mjs': only }))).toBe(
      'security-test-failed',
    );
  });

  it('T05: code that was edited to please a rewritten test fails the locked one', async () => {
    const rewritten = LOCKED['test/paths.test.mjs'].replace('assert.throws', 'assert.doesNotThrow');
    expect(saidBy(await suiteOf(SUITE, LOCKED, { 'src/paths.mjs': OPEN, 'test/paths.test.mjs': rewritten }))).toBe(
      'security-test-failed',
    );
  });
});

describe('T04: when the code under test fakes a pass', () => {
  const tricks: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
    'an early exit with status 0': { 'src/paths.mjs': `process.exit(0);\n${OPEN}` },
    'an exit in the middle of the tests': { 'src/paths.mjs': `setImmediate(() => process.exit(0));\n${OPEN}` },
    'printing PASS': {
      'src/paths.mjs': `console.log('# pass 3\\n# fail 0\\nok 1 - a path that leaves the root\\nPASS');\n${OPEN}`,
    },
    'a helper of its own': {
      'src/paths.mjs': OPEN,
      'test/helper.mjs': `import assert from 'node:assert/strict';\nassert.throws = () => {};\nexport const ROOT = '/srv/files';\n`,
    },
    'a script of package.json': {
      'src/paths.mjs': OPEN,
      'package.json': '{"type":"module","scripts":{"test":"true","pretest":"exit 0"}}',
    },
    'a report that lies there already': {
      'src/paths.mjs': `process.exit(0);\n${OPEN}`,
      'out/report.json': '{"kind":"end"}\n',
      'report.json': '{"kind":"end"}\n',
    },
    'a node_modules of its own': { 'src/paths.mjs': OPEN, 'node_modules/node/index.js': 'process.exit(0)' },
    'writing a report wherever it can': {
      'src/paths.mjs': `import { readdirSync, writeFileSync } from 'node:fs';
for (const place of ['..', '../out', '.']) {
  const lines = ['a name stays inside', 'is refused: ../x', 'is refused: /etc/passwd'].map((name) => JSON.stringify({ kind: 'test', status: 'passed', path: [name] }));
  for (const file of ['report.json', ...readdirSync(place).filter((name) => name.endsWith('.json') && name !== 'package.json')]) writeFileSync(place + '/' + file, lines.join('\\n') + '\\n{"kind":"end"}\\n');
}
${OPEN}`,
    },
  };

  it.each(Object.entries(tricks))('%s does not make it pass', async (_name, changes) => {
    const outcome = await suiteOf(SUITE, LOCKED, changes);
    expect(outcome.kind).not.toBe('passed');
    expect(saidBy(outcome)).toMatch(/security-test-(?:failed|missing)|no-report|unreadable-report/u);
  });

  it('rewriting the locked tests before they are loaded does not make it pass', async () => {
    const rewrites = `import { writeFileSync } from 'node:fs';\nwriteFileSync('test/paths.test.mjs', '');\n${OPEN}`;
    expect((await suiteOf(SUITE, LOCKED, { 'src/paths.mjs': rewrites })).kind).not.toBe('passed');
  });

  it('NODE_OPTIONS and other variables of ours do not reach it', async () => {
    const environment = {
      ...process.env,
      NODE_OPTIONS: '--import=data:text/javascript,process.exit(0)',
      SECRET_TOKEN: 'hunter2',
    };
    const tells = `if (process.env.SECRET_TOKEN || process.env.NODE_OPTIONS || process.env.HOME === ${JSON.stringify(process.env['HOME'])}) throw new Error('leak');\n${LOCKED['src/paths.mjs']}`;
    expect(saidBy(await suiteOf(SUITE, LOCKED, { 'src/paths.mjs': tells }, { workTree: '/', environment }))).toBe(
      'tool-missing',
    );
    expect(saidBy(await suiteOf(SUITE, LOCKED, { 'src/paths.mjs': tells }, { workTree: '/tmp', environment }))).toBe(
      'passed',
    );
  });
});

describe('when a suite cannot run', () => {
  it('no tests are no pass', async () => {
    expect(await suiteOf(SUITE, { 'src/a.mjs': '' })).toMatchObject({ kind: 'could-not-run', code: 'no-tests' });
  });

  it('only skipped tests are no pass', async () => {
    const locked = { 'test/a.test.mjs': `import { test } from 'node:test';\ntest.skip('a', () => {});\n` };
    expect(saidBy(await suiteOf(SUITE, locked))).toBe('no-tests');
  });

  it('a hanging test ends with the time limit', async () => {
    const hangs = `while (true);\n${OPEN}`;
    expect(saidBy(await suiteOf({ ...SUITE, timeoutMs: 1_500 }, LOCKED, { 'src/paths.mjs': hangs }))).toBe('timed-out');
  });

  it('too much memory ends it', async () => {
    const eats = `const all = []; for (;;) all.push(Buffer.alloc(16_000_000, 1));\n${OPEN}`;
    expect(saidBy(await suiteOf({ ...SUITE, maxMemoryBytes: 300_000_000 }, LOCKED, { 'src/paths.mjs': eats }))).toBe(
      'tool-failed',
    );
  });

  it('a set-up that fails is told', async () => {
    expect(await suiteOf({ ...SUITE, setup: ['node', '-e', 'process.exit(3)'] }, LOCKED)).toMatchObject({
      code: 'set-up-failed',
      why: expect.stringContaining('status 3') as string,
    });
  });

  it.each([
    ['rewrites a test', `require('node:fs').writeFileSync('test/paths.test.mjs', '')`],
    ['rewrites a helper', `require('node:fs').writeFileSync('test/helper.mjs', '')`],
    ['adds a setting', `require('node:fs').writeFileSync('vitest.config.ts', '')`],
    [
      'puts a link in its place',
      `const fs = require('node:fs'); fs.rmSync('test/helper.mjs'); fs.symlinkSync('../src/paths.mjs', 'test/helper.mjs')`,
    ],
  ])('a set-up that %s is found out', async (_name, code) => {
    expect(saidBy(await suiteOf({ ...SUITE, setup: ['node', '-e', code] }, LOCKED))).toBe('tests-changed');
  });
});
