import { describe, expect, it } from 'vitest';
import { floorsOf } from '../testing/floors-of.ts';
import type { Framework } from '../settings.ts';
import { compareReport, owedBy } from './compare-report.ts';
import { readReport } from './read-report.ts';

const FILE = 'test/security/login.test.js';
const TEXT = `describe('login', () => {
  it('locks out', () => { expect(f()).toBe(1); });
  it.each([1, 2])('refuses %s', (x) => { expect(f(x)).toBe(1); });
  it.skip('later', () => { expect(f()).toBe(1); });
});
`;

async function said(framework: Framework, report: unknown): Promise<readonly string[]> {
  const { tests } = readReport(framework, typeof report === 'string' ? report : JSON.stringify(report), '/checkout');
  return compareReport(owedBy(await floorsOf({ [FILE]: TEXT })), tests, framework).map(({ message }) => message);
}

interface JestTest {
  readonly title: string;
  readonly status?: string;
  readonly numPassingAsserts?: number;
}

function jest(...tests: readonly JestTest[]): unknown {
  const assertionResults = tests.map((test) => ({ ancestorTitles: ['login'], status: 'passed', ...test }));
  return { testResults: [{ name: `/checkout/${FILE}`, status: 'passed', assertionResults }] };
}

const ALL = [{ title: 'locks out' }, { title: 'refuses 1' }, { title: 'refuses 2' }];

describe('when a report is held against the locked floor', () => {
  it('all that is owed is there', async () => {
    expect(await said('jest', jest(...ALL))).toEqual([]);
  });

  it('a skipped test of the floor is not owed', async () => {
    expect(await said('jest', jest(...ALL, { title: 'later', status: 'pending' }))).toEqual([]);
  });

  it('a new test that fails is told too', async () => {
    expect(await said('jest', jest(...ALL, { title: 'new', status: 'failed' }))).toEqual([
      'The locked security test `login new` fails.',
    ]);
  });

  it.each([
    ['no tests at all', jest(), 2],
    ['a test that is not there', jest(...ALL.slice(1)), 1],
    ['a test that was skipped', jest({ title: 'locks out', status: 'pending' }, ...ALL.slice(1)), 1],
    ['a test that failed', jest({ title: 'locks out', status: 'failed' }, ...ALL.slice(1)), 1],
    ['an input that was skipped', jest(...ALL.slice(0, 2), { title: 'refuses 2', status: 'pending' }), 1],
    ['a test that reached no assertion', jest({ title: 'locks out', numPassingAsserts: 0 }, ...ALL.slice(1)), 1],
    ['a test with a name that only begins so', jest({ title: 'locks out nobody' }, ...ALL.slice(1)), 1],
    [
      'a test of the same name in another file',
      {
        testResults: [
          {
            name: '/checkout/test/other.test.js',
            assertionResults: ALL.map(({ title }) => ({ ancestorTitles: ['login'], title, status: 'passed' })),
          },
        ],
      },
      2,
    ],
  ])('%s is told', async (_name, report, count) => {
    expect(await said('jest', report)).toHaveLength(count);
  });

  it('a report of Mocha is read by full titles', async () => {
    const of = (title: string): unknown => ({ title, fullTitle: `login ${title}`, file: `/checkout/${FILE}`, err: {} });
    expect(
      await said('mocha', { passes: ['refuses 1', 'refuses 2'].map(of), failures: [of('locks out')], pending: [] }),
    ).toEqual(['The locked security test `login › locks out` fails.']);
  });

  it.each(['', 'PASS', '[]', '{"tests":4}', 'null'])('%j is no report', async (text) => {
    await expect(said('jest', text)).rejects.toThrow();
    await expect(said('mocha', text)).rejects.toThrow();
    await expect(said('node', text)).rejects.toThrow();
    await expect(said('pytest', text)).rejects.toThrow();
  });
});
