import type { RawFinding } from '@pawl/findings';
import type { Scanner, ScanResult } from '@pawl/scanner';
import { beforeAll, expect, it } from 'vitest';
import { describeWithBandit, realScanner, scanWith } from './real-bandit.fixture.ts';

let scanner: Scanner;
const scan = (texts: Readonly<Record<string, string>>): Promise<ScanResult> => scanWith(scanner, texts);
const isolate = ({ file, rule, line }: RawFinding): unknown => [file, rule, line];

/** What became of each text, all scanned at once and beside a healthy file, which must come out examined whatever they do. */
async function codesOf(texts: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
  const named = texts.map((text, at) => [`${String(at)}.py`, text] as const);
  const { findings, coverage } = await scan({ ...Object.fromEntries(named), 'healthy.py': 'eval(x)\n' });
  expect(findings.map(isolate)).toEqual([['healthy.py', 'B307', 1]]);
  expect(coverage.examined.map(({ file }) => file)).toEqual(['healthy.py']);
  return new Map(named.map(([name, text]) => [text, coverage.notExamined.find(({ file }) => file === name)?.code]));
}

describeWithBandit('C02: when the judged code brings a configuration', () => {
  beforeAll(async () => void (scanner = await realScanner()));

  it('it configures nothing', async () => {
    const ini = '[bandit]\nskips: B307\nexclude: /\ntests: B101\n';
    const texts = {
      'a.py': 'eval(x)\n',
      'bandit.yaml': 'skips: [B307]\n',
      'pyproject.toml': '[tool.bandit]\nskips = ["B307"]\nexclude_dirs = ["."]\n',
      'setup.cfg': ini,
      'tox.ini': ini,
      '.bandit': ini,
      'sub/.bandit': ini,
    };
    const { findings } = await scan(texts);
    expect(findings.map(isolate)).toEqual([['a.py', 'B307', 1]]);
  });

  it('it adds no code to Bandit', async () => {
    const texts = {
      'a.py': 'eval(x)\n',
      'sitecustomize.py': 'import os\nos._exit(0)\n',
      'ast.py': 'raise SystemExit\n',
    };
    expect((await scan(texts)).coverage.examined).toHaveLength(3);
  });
});

describeWithBandit('S04, S05: when a file lies or is named as Bandit passes over it', () => {
  beforeAll(async () => void (scanner = await realScanner()));

  const names = [
    'a/.tox/x.py',
    '.git2/.svn/x.py',
    'CVS/x.py',
    'x.egg/a.py',
    'a/.eggs/x.py',
    '__pycache__/x.py',
    '.hg/x.py',
    'tests/test_x.py',
    'node_modules/x.py',
    'stub.pyi',
    'window.pyw',
    'UPPER.PY',
    '.hidden.py',
    '-r.py',
    'a b.py',
    'a,b.py',
    '[ab]*?.py',
    'é\u{1F600}.py',
    '{files}.py',
    '_totals',
  ];

  it('it is examined all the same', async () => {
    const { findings, coverage } = await scan(Object.fromEntries(names.map((name) => [name, 'eval(x)\n'])));
    expect(findings.map(({ file }) => file)).toEqual(names);
    expect(coverage.notExamined).toEqual([]);
  });

  it('it is owed by every name that Python runs', () => {
    expect(['a.py', 'a.pyi', 'a.pyw', 'A.PY', 'a.pyc', 'a.txt', 'py'].filter((file) => scanner.owes(file))).toEqual([
      'a.py',
      'a.pyi',
      'a.pyw',
      'A.PY',
    ]);
  });

  it('it makes no difference how many there are', async () => {
    const texts = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`a/${String(at)}.py`, 'eval(x)\n']));
    expect((await scan(texts)).findings).toHaveLength(400);
  });
});

describeWithBandit('S01, S02: when a file is too much', () => {
  beforeAll(async () => void (scanner = await realScanner()));

  it('it is examined past one megabyte, not past the limit, and the others are', async () => {
    const pad = (lines: number): string => `${'# padding\n'.repeat(lines)}eval(x)\n`;
    const { findings, coverage } = await scan({ 'a.py': pad(220_000), 'b.py': pad(120_000) });
    expect(findings.map(isolate)).toEqual([['b.py', 'B307', 120_001]]);
    expect(coverage.notExamined.map(({ file, code }) => [file, code])).toEqual([['a.py', 'too-large']]);
  });
});

describeWithBandit('S03: when Bandit cannot read a file to its end', () => {
  const broken = [
    'def f(:\n    eval(x)\n',
    'print "x"\neval(x)\n',
    'eval(x)\n)\n',
    '\teval(x)\n  eval(y)\n',
    '('.repeat(1000),
  ];
  const tooMuch: Readonly<Record<string, string>> = {
    signs: `${'-'.repeat(100_000)}1\neval(x)\n`,
    members: `a${'.b'.repeat(50_000)}\neval(x)\n`,
    additions: `a${'+a'.repeat(50_000)}\neval(x)\n`,
  };
  const breakingATest = [
    'from django.utils.safestring import mark_safe\nmark_safe()\n',
    'import importlib\nimportlib.import_module()\n',
    'from cryptography.hazmat.primitives.asymmetric import dsa\ndsa.generate_private_key(key_size=b"1")\n',
  ];
  let codes: ReadonlyMap<string, string | undefined>;

  beforeAll(async () => {
    scanner = await realScanner();
    codes = await codesOf([...broken, ...Object.values(tooMuch), ...breakingATest]);
  });

  it.each(broken)('it does not count as examined where it does not parse: %.40j', (text) => {
    expect(codes.get(text)).toBe('syntax-error');
  });

  it.each(Object.keys(tooMuch))('it does not count as examined with too many %s', (name) => {
    expect(codes.get(tooMuch[name] as string)).toBe('tool-failed');
  });

  it.each(breakingATest)('it does not count as examined where only stderr tells that a test broke down: %j', (text) => {
    expect(codes.get(text)).toBe('tool-failed');
  });
});

describeWithBandit('E01, E02: when Python would read another text than we do', () => {
  const foreign = [
    '# -*- coding: utf-7 -*-\n# +AAo-eval(x)\n',
    '# coding=unicode_escape\n# \\neval(x)\n',
    '# coding: raw_unicode_escape\n# \\u000aeval(x)\n',
    '#!/usr/bin/python\n# vim: set fileencoding=rot13 :\nriny(k)\n',
    '\uFEFF# coding: UTF_7\n# +AAo-eval(x)\n',
    '\f# coding: utf-16\neval(x)\n',
    '# coding: latin-1\n"\u00e9"\neval(x)\n',
  ];
  const withNul = 'eval(x)\n\0';
  const plain = ['\uFEFFeval(x)\n', 'x = 1\reval(x)\r', '# coding: utf-8\r\neval(x)\r\n', '\f\neval(x)\n'];
  let codes: ReadonlyMap<string, string | undefined>;

  beforeAll(async () => {
    scanner = await realScanner();
    codes = await codesOf([...foreign, withNul]);
  });

  it.each(foreign)('it does not count as examined: %j', (text) => {
    expect(codes.get(text)).toBe('not-utf8');
  });

  it('it does not count as examined with a NUL', () => {
    expect(codes.get(withNul)).toMatch(/^(syntax-error|tool-failed)$/u);
  });

  it('it is examined where Python reads the same, and the place is right', async () => {
    const { findings } = await scan(Object.fromEntries(plain.map((text, at) => [String(at), text])));
    const marked = findings.map(({ file, line, column, endColumn }) =>
      plain[Number(file)]?.split(/\r\n|\r|\n/u)[line - 1]?.slice((column ?? 0) - 1, (endColumn ?? 0) - 1),
    );
    expect(marked).toEqual(plain.map(() => 'eval(x)'));
  });
});

describeWithBandit('U01, U02: when a comment tells Bandit to keep silent', () => {
  const comments = [
    '# nosec',
    '#nosec',
    '# NOSEC',
    '# nosec: B307',
    '# nosec B307',
    '# nosec:B307, B101',
    '# noqa # nosec',
    '# nosec blacklist',
  ];
  let found: readonly unknown[];

  beforeAll(async () => {
    const text = (comment: string): string => `eval(x)  ${comment}\neval(\n  y\n)  ${comment}\n`;
    const named = comments.map((comment, at) => [`${String(at)}.py`, text(comment)] as const);
    found = (await scanWith(await realScanner(), Object.fromEntries(named))).findings.map(isolate);
  });

  it.each(comments)('it is not obeyed: %s', (comment) => {
    const file = `${String(comments.indexOf(comment))}.py`;
    expect(found).toContainEqual([file, 'B307', 1]);
    expect(found).toContainEqual([file, 'B307', 2]);
  });
});

describeWithBandit('E12, E03: when findings are counted', () => {
  beforeAll(async () => void (scanner = await realScanner()));

  it('it counts two equal ones twice, and ten copies ten times', async () => {
    expect((await scan({ 'a.py': 'eval(x); eval(x)\n' })).findings.map(({ column }) => column)).toEqual([1, 10]);
    expect((await scan({ 'a.py': 'eval(x)\n'.repeat(10) })).findings).toHaveLength(10);
  });

  it('it drops none for low severity or low confidence', async () => {
    const { findings } = await scan({ 'a.py': 'assert x\nq = "SELECT a FROM b WHERE c = " + d\n' });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['B101', 'low'],
      ['B608', 'medium'],
    ]);
  });

  it('it sees a name that Python normalises, and text that reads otherwise than it runs', async () => {
    const { findings } = await scan({ 'a.py': '\uFF45val(x)\n', 'b.py': '# a\fb\n\n# \u202E\n' });
    expect(findings.map(isolate)).toEqual([
      ['a.py', 'B307', 1],
      ['b.py', 'B613', 3],
    ]);
  });

  it('it gives one result for a file wherever it lies and whatever lies beside it', async () => {
    const text = 'import pickle\ndef f(password="x"):\n    assert pickle.loads(x)\n';
    const alone = await scan({ 'a.py': text });
    const beside = await scan({ 'pkg/__init__.py': 'eval(x)\n', 'pkg/test_a.py': text });
    const inPackage = beside.findings.filter(({ file }) => file === 'pkg/test_a.py');
    expect(inPackage.map((finding) => ({ ...finding, file: 'a.py' }))).toEqual(alone.findings);
    expect(alone.findings).toHaveLength(4);
  });
});

describeWithBandit('S07: when Bandit dies', () => {
  beforeAll(async () => void (scanner = await realScanner()));

  it('it has examined nothing, although it ends with the status of a scan that found something', async () => {
    // The message would hold the password, and Bandit cannot write half a surrogate pair.
    const { findings, coverage } = await scan({ 'a.py': 'password = "\\ud800"\n', 'b.py': 'eval(x)\n' });
    expect(findings).toEqual([]);
    expect(coverage.examined).toEqual([]);
    expect(coverage.notExamined.map(({ code }) => code)).toEqual(['tool-failed', 'tool-failed']);
  });
});
