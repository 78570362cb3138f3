import type { Suppression } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import type { FilePair } from '../source-text.ts';
import { localSyntax } from '../testing/local-syntax.ts';
import { judgeSuppressions } from './judge-suppressions.ts';

const syntax = localSyntax();

function pair(file: string, before: string, after: string, to: string = file): FilePair {
  return { base: { file, blob: '1', text: before }, head: { file: to, blob: '2', text: after } };
}

async function judged(...pairs: readonly FilePair[]): Promise<readonly Suppression['tool'][]> {
  return (await judgeSuppressions(pairs, syntax)).map(({ tool }) => tool);
}

const RUN = 'import os\n\n\ndef run(command):\n    os.system(command)\n';
const beside = (comment: string): string => RUN.replace('(command)\n', `(command)  ${comment}\n`);

describe('U01 when a comment silences a tool', () => {
  it.each([
    ['# nosec', 'bandit'],
    ['# nosemgrep', 'semgrep'],
    ['# noqa', 'flake8'],
    ['# codeql[py/command-line-injection]', 'codeql'],
    ['# NOSONAR', 'sonarqube'],
    ['# pragma: allowlist secret', 'detect-secrets'],
  ])('it stops: %s', async (comment, tool) => {
    expect(await judged(pair('a.py', RUN, beside(comment)))).toEqual([tool]);
  });

  it.each([
    ['// eslint-disable-next-line', 'eslint'],
    ['// @ts-ignore', 'typescript'],
  ])('it stops: %s', async (comment, tool) => {
    expect(await judged(pair('a.ts', 'eval(a);\n', `${comment}\neval(a);\n`))).toEqual([tool]);
  });
});

describe('U02 when the spelling is odd', () => {
  it.each(['#nosec', '# NoSec:B605', '#  nosec B605,B607 - reviewed', '# type: ignore#nosec'])(
    'it stops: %s',
    async (comment) => {
      expect(await judged(pair('a.py', RUN, beside(comment)))).toEqual(['bandit']);
    },
  );

  it.each([
    '/*eslint-disable*/',
    '/* ESLINT-DISABLE no-eval,semi */',
    '/* eslint no-eval: off */',
    '/*\n eslint-disable\n no-eval\n*/',
  ])('it stops: %s', async (comment) => {
    expect(await judged(pair('a.js', 'eval(a);\n', `${comment}\neval(a);\n`))).toEqual(['eslint']);
  });
});

describe('U04 when an old one silences more', () => {
  it('it stops where its codes are gone', async () => {
    expect(await judged(pair('a.py', beside('# nosec B605'), beside('# nosec')))).toEqual(['bandit']);
  });

  it('it stops where new code is put on its line', async () => {
    const after = beside('# nosec B605').replace('os.system(command)', 'os.system(command + options)');
    expect(await judged(pair('a.py', beside('# nosec B605'), after))).toEqual(['bandit']);
  });

  it('it stops where new code is put into its block', async () => {
    const block = (code: string): string => `/* eslint-disable no-eval */\n${code}/* eslint-enable no-eval */\n`;
    expect(await judged(pair('a.js', block('f(1);\n'), block('f(1);\neval(b);\n')))).toEqual(['eslint']);
  });
});

describe('S04 S05 when code is taken to where nobody looks', () => {
  it.each(['tests/a.py', 'vendor/a.py', 'build/a.py', 'dist/a.py', 'node_modules/a.py', 'a.inc', 'a', 'a.txt'])(
    'it stops: %s',
    async (to) => {
      expect(await judged(pair('a.py', RUN, RUN, to))).toEqual(['out-of-sight']);
    },
  );
});

describe('C02 C03 when the settings of a tool silence it', () => {
  it.each([
    ['.semgrepignore', '', 'app/\n', 'semgrep'],
    ['app/.semgrepignore', '', 'login.py\n', 'semgrep'],
    ['.bandit', '[bandit]\n', '[bandit]\nskips = B602\n', 'bandit'],
    ['pyproject.toml', '[tool.bandit]\n', '[tool.bandit]\nskips = ["B602"]\n', 'python'],
    ['.github/codeql/codeql-config.yml', 'name: a\n', 'name: a\npaths-ignore: [app]\n', 'codeql'],
    [
      '.github/codeql/codeql-config.yml',
      'name: a\n',
      'name: a\nquery-filters:\n  - exclude: { id: py/sql }\n',
      'codeql',
    ],
  ])('it stops: %s', async (file, before, after, tool) => {
    expect(await judged(pair(file, before, after))).toEqual([tool]);
  });
});

describe('when a change holds a flood of directives', () => {
  it('it ends', async () => {
    const lines = (comment: string): string =>
      Array.from({ length: 5_000 }, (_, at) => `f(${at})  ${comment}\n`).join('');
    expect(await judged(pair('a.py', lines('# nosec B605'), lines('# nosec')))).toHaveLength(5_000);
    expect(await judged(pair('a.py', lines('# nosec'), lines('# nosec B605')))).toEqual([]);
  });
});
