import { describe, expect, it } from 'vitest';
import { scanText } from './scan-text.fixture.ts';

async function rulesIn(text: string): Promise<readonly string[]> {
  return (await scanText(text)).findings.map(({ rule }) => rule);
}

async function refusal(text: string): Promise<unknown> {
  const { findings, coverage } = await scanText(text);
  expect(coverage.examined).toEqual([]);
  return { findings, code: coverage.notExamined[0]?.code };
}

describe('U01, U02: when a comment tells Ruff to keep silent', () => {
  it.each([
    '# noqa',
    '#noqa',
    '# NOQA',
    '# NoQa:S307',
    '#noqa:S307',
    '# noqa : S307, E501',
    '#  noqa  :S307',
    '# noqa S307',
    '# pragma: no cover # noqa',
    '# ruff: ignore[S307]',
    '# ruff:ignore[S307] trusted',
    '# nosec',
    '# nosec B307',
  ])('it is not obeyed at the end of a line: %s', async (comment) => {
    expect(await rulesIn(`eval(x)  ${comment}\n`)).toEqual(['S307']);
  });

  it.each([
    '# ruff: noqa',
    '# ruff:noqa',
    '# ruff: noqa: S307',
    '#ruff: NOQA',
    '# flake8: noqa',
    '#flake8:noqa:S307',
    '# FLAKE8: noqa',
    '# ruff: file-ignore[S307]',
    '# ruff: ignore[S307]',
    '# ruff: disable[S307]',
    '# ruff : disable[S307]',
    '# Ruff:disable[S307]',
  ])('it is not obeyed on a line of its own: %s', async (comment) => {
    expect(await rulesIn(`${comment}\neval(x)\n${comment.replace('disable', 'enable')}\n`)).toEqual(['S307']);
    expect(await rulesIn(`x = 1\r${comment}\reval(x)\r`)).toEqual(['S307']);
    expect(await rulesIn(`def f():\n    ${comment}\n    eval(x)\n`)).toEqual(['S307']);
  });

  it('it is not obeyed after a statement of several lines', async () => {
    expect(await rulesIn('eval(\n  x\n)  # noqa: S307\n')).toEqual(['S307']);
    expect(await rulesIn('y = """\n""" + eval(x)  # noqa\n')).toEqual(['S307']);
  });

  it('it changes no position', async () => {
    const { findings } = await scanText('a = "😀 # noqa"; eval(x)  # noqa\n');
    expect(findings).toMatchObject([{ line: 1, column: 18, endLine: 1, endColumn: 25 }]);
  });
});

describe('E01: when Python would read another text than we do', () => {
  it.each([
    '# -*- coding: utf-7 -*-',
    '# coding=unicode_escape',
    '#!/usr/bin/python\n# vim: set fileencoding=rot13 :',
    '\uFEFF# coding: UTF_7',
    '\n# coding: raw-unicode-escape',
    '\f# coding: utf-16',
    '# coding: latin-1\n"\u00e9"',
  ])('it does not count as examined: %j', async (declaration) => {
    expect(await refusal(`${declaration}\n# +AGUAdgBhAGw-(x)\n`)).toEqual({ findings: [], code: 'not-utf8' });
  });

  it.each([
    '# -*- coding: utf-8 -*-',
    '# coding: UTF8',
    '# -*- coding: us-ascii -*-',
    '# coding: latin-1',
    'import os\n# coding: utf-7',
    '"""coding: utf-7"""',
    '#!/bin/sh\n#\n# coding: utf-7',
  ])('it is examined where Python reads the same: %j', async (declaration) => {
    expect(await rulesIn(`${declaration}\neval(x)\n`)).toEqual(['S307']);
  });
});

describe('S03: when a file does not parse', () => {
  it.each(['def f(:\n    eval(x)\n', 'print "x"\neval(x)\n', 'eval(x)\n)\n', 'eval(x)\0\n', '\teval(x)\n  eval(y)\n'])(
    'it does not count as examined: %j',
    async (text) => {
      expect(await refusal(text)).toEqual({ findings: [], code: 'syntax-error' });
    },
  );

  it('it says what Ruff says, and where', async () => {
    const { coverage } = await scanText('x = 1\ndef f(:\n');
    expect(coverage.notExamined).toMatchObject([{ why: expect.stringMatching(/\(line 2\)$/u) }]);
  });

  it('it examines the next file all the same', async () => {
    expect(await refusal(`${'('.repeat(100_000)}${')'.repeat(100_000)}`)).toEqual({ findings: [], code: 'too-deep' });
    expect(await rulesIn('eval(x)\n')).toEqual(['S307']);
  });

  it('S01: it does not skip a padded file in silence', async () => {
    expect(await rulesIn(`${'# padding\n'.repeat(120_000)}eval(x)\n`)).toEqual(['S307']);
    expect(await refusal(`${'# padding\n'.repeat(220_000)}eval(x)\n`)).toEqual({ findings: [], code: 'too-large' });
  });
});

describe('E03, E12: when code is spelt differently', () => {
  it('it sees a name that Python normalises', async () => {
    expect(await rulesIn('\uFF45val(x)\n')).toEqual(['S307']);
  });

  it.each([
    ['os.system(a + ")") # (', 'import os\n', 'os.system(a + ")")'],
    ['os.system(\n  """)""",\n  a\n)', 'import os\n', 'os.system(\n  """)""",\n  a\n)'],
    ['exec(f"{a}") or 1', '', 'exec(f"{a}")'],
  ])('it takes the arguments into the identity of %j', async (code, before, whole) => {
    const text = `${before}${code}\n`;
    const [finding] = (await scanText(text)).findings;
    const lines = text.split('\n').slice((finding?.line ?? 0) - 1, finding?.endLine);
    const end = lines.slice(0, -1).join('\n').length + (lines.length > 1 ? 1 : 0) + Number(finding?.endColumn) - 1;
    expect(lines.join('\n').slice(0, end)).toBe(whole);
  });
});
