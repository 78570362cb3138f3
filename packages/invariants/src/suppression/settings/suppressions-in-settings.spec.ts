import { describe, expect, it } from 'vitest';
import { suppressionsInSettings } from './suppressions-in-settings.ts';

async function read(file: string, text: string): Promise<{ said: readonly string[]; rest: string }> {
  const found = await suppressionsInSettings(file, text);
  if (found === undefined) throw new Error(`${file} is no file of settings`);
  return {
    said: found.suppressions.map(({ tool, rules, code }) => [tool, rules.join(), code].join('|')),
    rest: found.rest,
  };
}

describe('U02 when a file of settings silences a scanner', () => {
  it.each<[string, string, readonly string[]]>([
    ['.semgrepignore', 'src/pay/\n# why\n', ['semgrep||src/pay/']],
    ['bandit.yaml', 'skips: [B101, B602]\nexclude_dirs: [tests, app]\n', ['bandit|B602|', 'bandit||app']],
    ['.bandit', '[bandit]\nskips: B602,B608\n', ['bandit|B602|', 'bandit|B608|']],
    ['setup.cfg', '[flake8]\nextend-ignore = E203, S608\n', ['flake8|S608|']],
    ['tox.ini', '[flake8]\nper-file-ignores =\n    app/a.py: S608,E501\n    tests/*: S101\n', ['flake8|S608|app/a.py']],
    ['ruff.toml', 'lint.per-file-ignores = { "app/a.py" = ["S", "E501"] }\n', ['ruff|S|app/a.py']],
    ['.pylintrc', '[MESSAGES CONTROL]\ndisable=fixme,\n  eval-used\n', ['pylint|eval-used|MESSAGES CONTROL']],
    ['.eslintrc.yml', 'rules: { no-eval: 0, semi: 0 }\n', ['eslint|no-eval|']],
    ['.eslintrc.cjs', "module.exports = { rules: { 'no-eval': ['off'] } };\n", ['eslint|no-eval|']],
    ['package.json', '{ "eslintConfig": { "rules": { "no-eval": "off" } } }', ['eslint|no-eval|']],
    ['biome.json', '{ "linter": { "rules": { "security": { "noGlobalEval": "off" } } } }', ['biome|noGlobalEval|']],
    ['.golangci.yml', 'linters:\n  disable: [gosec, lll]\n', ['golangci-lint|gosec|']],
    ['phpcs.xml', '<ruleset><rule ref="W"><exclude name="W.Security.X"/></rule></ruleset>', ['phpcs|W.Security.X|']],
    [
      'psalm.xml',
      '<psalm><issueHandlers><TaintedSql errorLevel="suppress"/></issueHandlers></psalm>',
      ['psalm|TaintedSql|{@errorLevel:suppress}'],
    ],
    ['.clang-tidy', "Checks: 'cert-*,-cert-env33-c,-readability-*'\n", ['clang-tidy|-cert-env33-c|']],
    [
      '.gitattributes',
      'src/*.ts linguist-generated -diff\n*.png binary\n',
      ['gitattributes|linguist-generated|src/*.ts', 'gitattributes|-diff|src/*.ts'],
    ],
    ['.snyk', "ignore:\n  SNYK-1:\n    - '*': { reason: x }\n", ['snyk|SNYK-1|[{*:{}}]']],
    [
      'eslint-suppressions.json',
      '{ "a.js": { "no-eval": { "count": 2 } } }',
      ['eslint|no-eval|a.js', 'eslint|no-eval|a.js'],
    ],
  ])('%s: %s', async (file, text, expected) => {
    expect((await read(file, text)).said).toEqual(expected);
  });
});

describe('when a file of settings says something else', () => {
  it.each<[string, string, string]>([
    ['.semgrepignore', '!src/pay/\ndist/\n', 'line[] = !src/pay/'],
    ['bandit.yaml', 'skips: [B602]\ntests: [B301]\n', 'tests[] = B301'],
    [
      '.github/codeql/config.yml',
      'paths-ignore: [src/old]\nqueries:\n  - uses: security-extended\n',
      'queries[].uses = security-extended',
    ],
    ['pyproject.toml', '[project]\nname = "a"\n\n[tool.ruff]\nline-length = 100\n', ''],
    ['package.json', '{ "name": "a", "scripts": { "lint": "eslint" } }', ''],
    ['eslint.config.js', "export default [{ rules: { semi: 'off', 'no-eval': 'off' } }];\n", ''],
  ])('%s: %s leaves a rest', async (file, text, rest) => {
    expect((await read(file, text)).rest).toBe(rest);
  });

  it('what cannot be read is its whole text', async () => {
    expect(await read('.snyk', 'ignore: [\n')).toEqual({ said: [], rest: 'ignore: [' });
    expect(await read('.eslintrc.json', '{ "rules": ')).toEqual({ said: [], rest: '{ "rules":' });
    expect(await read('psalm.xml', '<psalm><a></psalm>')).toEqual({ said: [], rest: '<psalm><a></psalm>' });
  });

  it('order, format and comments leave the same rest', async () => {
    const one = await read('.golangci.yml', 'linters: { enable: [gosec] }\nissues: { exclude-use-default: true }\n');
    const other = await read(
      '.golangci.yaml',
      '# ours\nissues:\n  exclude-use-default: true\nlinters:\n  enable:\n    - gosec\n',
    );
    expect(other).toEqual(one);
  });
});

describe('when a file is none of settings', () => {
  it.each(['README.md', 'src/a.ts', 'data.json', '.github/workflows/ci.yml'])('%s says nothing', async (file) => {
    expect(await suppressionsInSettings(file, 'a: 1\n')).toBeUndefined();
  });
});

describe('when a file of settings is hostile', () => {
  it.each<[string, string]>([
    ['.snyk', `${'a: &a [*a'.repeat(50)}\n`],
    ['.eslintrc.json', '['.repeat(20_000)],
    ['psalm.xml', '<a>'.repeat(20_000)],
    ['.bandit', '[bandit]\n'.repeat(20_000)],
    ['.semgrepignore', '*'.repeat(100_000)],
    ['eslint.config.js', `${'["'.repeat(20_000)}`],
    ['eslint-suppressions.json', '{ "a.js": { "no-eval": { "count": 1e9 } } }'],
  ])('%s is read to its end', async (file, text) => {
    expect((await suppressionsInSettings(file, text))?.suppressions.length).toBeLessThanOrEqual(1_000);
  });
});
