import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { saidBy, suiteOf } from '../testing/suite-of.ts';

/** The framework is borrowed from this repository, as `link` does for a project that says so. */
const SUITE = { files: ['tests/security/**'], framework: 'vitest', link: ['node_modules'] } as const;
const HERE = { workTree: fileURLToPath(new URL('../../../..', import.meta.url)) };

const LOCKED = {
  'package.json': '{"type":"module"}',
  'vitest.config.ts': `export default { test: { setupFiles: ['tests/setup.ts'] } };\n`,
  'tests/setup.ts': `globalThis.ready = true;\n`,
  'src/escape.ts': `export const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');\n`,
  'tests/security/escape.test.ts': `import { describe, expect, it } from 'vitest';
import { escape } from '../../src/escape';

describe('escape', () => {
  it.each([['<b>', '&lt;b>'], ['&', '&amp;']])('turns %s into text', (from, to) => {
    expect(escape(from)).toBe(to);
  });

  it('runs with the setup of the project', () => {
    expect(Reflect.get(globalThis, 'ready')).toBe(true);
  });
});
`,
};

const OPEN = 'export const escape = (text: string) => text;\n';

describe('when the locked tests run with Vitest', () => {
  it('they pass on what was locked', async () => {
    expect(await suiteOf(SUITE, LOCKED, {}, HERE)).toEqual({ kind: 'passed', suite: 'guards', ran: 3 });
  });

  it('a broken escape fails the test that is named by a table', async () => {
    const outcome = await suiteOf(SUITE, LOCKED, { 'src/escape.ts': OPEN }, HERE);
    expect(outcome).toMatchObject({
      kind: 'failed',
      findings: [{ location: { symbol: 'escape › turns %s into text' } }],
    });
  });

  it('a missing framework is told', async () => {
    expect(saidBy(await suiteOf({ ...SUITE, link: [] }, LOCKED))).toBe('tool-missing');
  });
});

describe('T04: when the judged tree fakes a pass', () => {
  it.each([
    [
      'a configuration that leaves the tests out',
      { 'vitest.config.ts': `export default { test: { exclude: ['tests/**'], passWithNoTests: true } };\n` },
    ],
    ['a workspace of its own', { 'vitest.workspace.ts': `export default [{ test: { include: [] } }];\n` }],
    [
      'a setup file that makes every expectation hold',
      {
        'tests/setup.ts': `import { expect } from 'vitest';\nexpect.extend({ toBe: () => ({ pass: true, message: () => '' }) });\n`,
      },
    ],
    ['a framework of its own', { 'node_modules/vitest/vitest.mjs': `process.exit(0);\n` }],
    ['an early exit', { 'src/escape.ts': `process.exit(0);\n${OPEN}` }],
    ['a mock beside the tests', { 'src/__mocks__/escape.ts': LOCKED['src/escape.ts'] }],
  ])('%s does not make it pass', async (_name, changes) => {
    expect((await suiteOf(SUITE, LOCKED, { 'src/escape.ts': OPEN, ...changes }, HERE)).kind).not.toBe('passed');
  });
});
