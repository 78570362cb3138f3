import { AdapterError } from '@pawl/scanner';
import { beforeAll, expect, it } from 'vitest';
import { banditAdapter } from './bandit-adapter.ts';
import { describeWithBandit, realScanner, runReal, scanWith } from './real-bandit.fixture.ts';

const noFiles = { readFile: () => Promise.resolve(undefined), listFiles: () => Promise.resolve([]) };

describeWithBandit('when the real Bandit is asked', () => {
  it('it says which tests it has, and the same each time', async () => {
    const pins = [
      await banditAdapter.pin({}, { run: runReal, ...noFiles }),
      await banditAdapter.pin({}, { run: runReal, ...noFiles }),
    ];
    expect(pins[0]).toEqual(pins[1]);
    expect(JSON.parse(pins[0]?.rules[0]?.text ?? '')).toMatchObject({
      tests: expect.arrayContaining(['B101', 'B307', 'B404', 'B613', 'B704']),
    });
  });

  it('it is not taken for another version, another Python or other tests', async () => {
    const pin = await banditAdapter.pin({}, { run: runReal, ...noFiles });
    const scanner = banditAdapter.open({}, { ...pin, version: '1.0.0' });
    const { coverage } = await scanWith(scanner, { 'a.py': 'eval(x)\n' });
    expect(coverage).toMatchObject({
      examined: [],
      notExamined: [{ code: 'tool-failed', why: expect.stringMatching(/1\.0\.0/u) }],
    });
  });

  it('it is missed where it is not on the search path', async () => {
    const door = {
      run: () => Promise.resolve({ kind: 'failed', code: 'tool-missing', why: 'no' } as const),
      ...noFiles,
    };
    await expect(banditAdapter.pin({}, door)).rejects.toSatisfy(
      (error) => error instanceof AdapterError && error.code === 'tool-missing',
    );
  });
});

describeWithBandit('when real code is scanned', () => {
  let findings: readonly unknown[];
  const text = [
    'import subprocess',
    'subprocess.call(',
    '    "ls " + x,',
    '    shell=True,',
    ')',
    'é = "😀"; eval(y)',
    'd = {"password": "hunter2",',
    '     "k": 1}',
    'def f(a, password="x",',
    '      b=2):  # (',
    '    return a',
    'q = ("SELECT * FROM t WHERE a = "',
    '     + a)',
    '',
  ].join('\n');

  beforeAll(async () => {
    const result = await scanWith(await realScanner(), { 'src/a.py': text, 'empty.py': '' });
    findings = result.findings.map(({ rule, severity, cwe, line, column, endLine, endColumn }) => [
      ...[rule, severity, cwe[0]],
      ...[line, column, endLine, endColumn],
    ]);
    expect(result.coverage.notExamined).toEqual([]);
  });

  it('it places each finding on the code that it is known by', () => {
    expect(findings).toEqual([
      ['B404', 'low', 'CWE-78', 1, 1, 1, 18],
      ['B602', 'high', 'CWE-78', 2, 1, 5, 2],
      ['B307', 'medium', 'CWE-78', 6, 11, 6, 18],
      ['B105', 'low', 'CWE-259', 7, undefined, 7, undefined],
      ['B107', 'low', 'CWE-259', 9, undefined, 10, undefined],
      ['B608', 'medium', 'CWE-89', 12, undefined, 13, undefined],
    ]);
  });
});
