import type { SettingsFile, Silence } from './settings-file.ts';
import { ESLINT_SECURITY } from './about-security.ts';
import { BANDIT_KEYS, under } from './bandit-keys.ts';
import { LINES } from './plain-lists.ts';

const PYTHON = /^(?:S(?!101$)\d*|B(?!101$)\d{3}|BLE\d*|DUO\d*|PGH001|E722|ALL)$/u;

const PYLINT =
  /^(?:all|eval-used|exec-used|bare-except|broad-except|broad-exception-caught|W0122|W0123|W070[23]|W0718|W|E|F)$/u;

const OFF = /^(?:0|off|none)$|^\[(?:0|off)\b/iu;

const FALSE = /^false$/iu;

const ESLINT: readonly Silence[] = [
  { at: 'rules.*', rules: 'key', only: ESLINT_SECURITY, when: OFF },
  { at: 'overrides[].rules.*', rules: 'key', only: ESLINT_SECURITY, when: OFF, within: ['files', 'excludedFiles'] },
  { at: 'ignorePatterns[]', path: true },
  { at: 'ignorePatterns', path: true, when: /^[^[{]/u },
  { at: 'overrides[].ignorePatterns[]', path: true },
];

const RUFF: readonly Silence[] = ['', 'lint.'].flatMap((part) => [
  { at: `${part}ignore[]`, rules: 'value', only: PYTHON },
  { at: `${part}extend-ignore[]`, rules: 'value', only: PYTHON },
  { at: `${part}per-file-ignores.*[]`, rules: 'value', only: PYTHON, path: true },
  { at: `${part}extend-per-file-ignores.*[]`, rules: 'value', only: PYTHON, path: true },
  { at: `${part}exclude[]`, path: true },
  { at: `${part}extend-exclude[]`, path: true },
]);

const FLAKE8: readonly Silence[] = [
  { at: 'ignore', rules: 'value', only: PYTHON, split: true },
  { at: 'extend-ignore', rules: 'value', only: PYTHON, split: true },
  { at: 'extend_ignore', rules: 'value', only: PYTHON, split: true },
  { at: 'per-file-ignores', only: PYTHON, path: true, split: true },
  { at: 'exclude', path: true, split: true },
  { at: 'extend-exclude', path: true, split: true },
];

/** Settings of the linters of JavaScript and Python. */
export const SCRIPT_ROWS: readonly SettingsFile[] = [
  // ESLint and the like.
  { tool: 'eslint', file: /(?:^|\/)\.eslintignore$/iu, ...LINES },
  { tool: 'eslint', file: /(?:^|\/)\.eslintrc(?:\.json)?$/iu, format: 'json', silences: ESLINT, style: true },
  { tool: 'eslint', file: /(?:^|\/)\.eslintrc\.ya?ml$/iu, format: 'yaml', silences: ESLINT, style: true },
  {
    tool: 'eslint',
    file: /(?:^|\/)eslint-suppressions\.json$/iu,
    format: 'json',
    silences: [{ at: '*.*', rules: 'key', only: ESLINT_SECURITY, count: 'count' }],
    style: true,
  },
  {
    tool: 'eslint',
    file: /(?:^|\/)package\.json$/iu,
    format: 'json',
    parts: ['eslintConfig', 'eslintIgnore', 'snyk', 'secretlint'],
    silences: [...under('eslintConfig', ESLINT), { at: 'eslintIgnore[]', path: true }],
    style: true,
  },
  {
    tool: 'oxlint',
    file: /(?:^|\/)\.?oxlintrc\.jsonc?$/iu,
    format: 'json',
    silences: [
      ...ESLINT,
      { at: 'categories.*', rules: 'key', when: /^(?:off|allow)$/iu, only: /^(?:correctness|suspicious)$/u },
      { at: 'rules.*', rules: 'key', only: ESLINT_SECURITY, when: /^allow$/iu },
    ],
    style: true,
  },
  {
    tool: 'biome',
    file: /(?:^|\/)biome\.jsonc?$/iu,
    format: 'json',
    silences: [
      { at: 'linter.enabled', when: FALSE },
      { at: 'linter.rules.security', when: /^off$/iu },
      { at: 'linter.rules.security.*', rules: 'key', when: /off|^false$/iu },
      { at: 'linter.rules.suspicious.*', rules: 'key', only: /^noGlobalEval$/u, when: /off/iu },
      { at: 'overrides[].linter.enabled', when: FALSE, within: ['include', 'includes'] },
      {
        at: 'overrides[].linter.rules.security.*',
        rules: 'key',
        when: /off|^false$/iu,
        within: ['include', 'includes'],
      },
      { at: 'files.ignore[]', path: true },
      { at: 'linter.ignore[]', path: true },
      { at: 'files.includes[]', path: true, when: /^!/u },
    ],
    style: true,
  },
  // Python.
  {
    tool: 'python',
    file: /(?:^|\/)pyproject\.toml$/iu,
    format: 'toml',
    parts: ['tool.bandit', 'tool.ruff', 'tool.semgrep', 'tool.pylint', 'tool.flake8', 'tool.detect-secrets'],
    silences: [
      ...under('tool.bandit', BANDIT_KEYS),
      ...under('tool.ruff', RUFF),
      ...under('tool.flake8', FLAKE8),
      { at: 'tool.pylint.*.disable[]', rules: 'value', only: PYLINT },
      { at: 'tool.pylint.*.disable', rules: 'value', only: PYLINT, split: true },
      { at: 'tool.pylint.*.ignore[]', path: true },
      { at: 'tool.pylint.*.ignore-paths[]', path: true },
    ],
    style: true,
  },
  { tool: 'ruff', file: /(?:^|\/)\.?ruff\.toml$/iu, format: 'toml', silences: RUFF, style: true },
  {
    tool: 'flake8',
    file: /(?:^|\/)(?:\.flake8|setup\.cfg|tox\.ini)$/iu,
    format: 'ini',
    parts: ['flake8', 'bandit', 'pylint'],
    silences: [...under('flake8', FLAKE8), ...under('bandit', BANDIT_KEYS)],
    style: true,
  },
  {
    tool: 'pylint',
    file: /(?:^|\/)\.?pylintrc$/iu,
    format: 'ini',
    silences: [
      { at: '*.disable', rules: 'value', only: PYLINT, split: true },
      { at: '*.ignore', path: true, split: true },
      { at: '*.ignore-paths', path: true, split: true },
    ],
    style: true,
  },
];
