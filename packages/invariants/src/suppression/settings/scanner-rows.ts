import type { SettingsFile } from './settings-file.ts';
import { BANDIT_KEYS, under } from './bandit-keys.ts';
import { LINES } from './plain-lists.ts';

/** Settings of what looks for dangerous code. */
export const SCANNER_ROWS: readonly SettingsFile[] = [
  // Semgrep, Bandit, CodeQL.
  { tool: 'semgrep', file: /(?:^|\/)\.semgrepignore$/iu, ...LINES },
  {
    tool: 'semgrep',
    file: /(?:^|\/)(?:\.?semgrep\.ya?ml|\.semgrep\/.+\.ya?ml)$/iu,
    format: 'yaml',
    silences: [{ at: 'rules[].paths.exclude[]', path: true, within: ['id'] }],
  },
  { tool: 'bandit', file: /(?:^|\/)\.?bandit\.ya?ml$/iu, format: 'yaml', silences: BANDIT_KEYS },
  {
    tool: 'bandit',
    file: /(?:^|\/)\.?bandit\.toml$/iu,
    format: 'toml',
    silences: [...under('tool.bandit', BANDIT_KEYS), ...under('bandit', BANDIT_KEYS)],
  },
  {
    tool: 'bandit',
    file: /(?:^|\/)\.?bandit\.json$/iu,
    format: 'json',
    silences: [{ at: 'results[]' }, ...BANDIT_KEYS],
  },
  {
    tool: 'bandit',
    file: /(?:^|\/)\.?bandit(?:\.ini|\.cfg)?$/iu,
    format: 'ini',
    silences: under('bandit', BANDIT_KEYS),
  },
  {
    tool: 'codeql',
    file: /(?:^|\/)(?:\.github\/codeql\/.+\.ya?ml|codeql-config\.ya?ml)$/iu,
    format: 'yaml',
    silences: [
      { at: 'paths-ignore[]', path: true },
      { at: 'query-filters[].exclude' },
      { at: 'disable-default-queries', when: /^true$/iu },
    ],
  },
  { tool: 'codeql', file: /\.qls$/iu, format: 'yaml', silences: [{ at: '[].exclude' }] },
  {
    tool: 'codeql',
    file: /(?:^|\/)\.?lgtm\.ya?ml$/iu,
    format: 'yaml',
    silences: [{ at: 'path_classifiers.*[]', path: true }, { at: 'queries[].exclude' }],
  },
  // Platforms.
  {
    tool: 'sonarqube',
    file: /(?:^|\/)(?:sonar-project|\.sonarcloud)\.properties$/iu,
    format: 'ini',
    silences: [
      { at: '.sonar.exclusions', path: true, split: true },
      { at: '.sonar.global.exclusions', path: true, split: true },
      { at: '.sonar.issue.ignore.*' },
    ],
  },
  {
    tool: 'bearer',
    file: /(?:^|\/)\.?bearer\.ya?ml$/iu,
    format: 'yaml',
    silences: [
      { at: 'rule.skip-rule[]', rules: 'value' },
      { at: 'scan.skip-path[]', path: true },
    ],
  },
  { tool: 'bearer', file: /(?:^|\/)\.?bearer\.ignore$/iu, format: 'json', silences: [{ at: '*' }] },
  {
    tool: 'horusec',
    file: /(?:^|\/)\.?horusec[^/]*\.json$/iu,
    format: 'json',
    silences: [
      { at: 'horusecCliFilesOrPathsToIgnore[]', path: true },
      { at: 'horusecCliFalsePositiveHashes[]' },
      { at: 'horusecCliRiskAcceptHashes[]' },
    ],
  },
  {
    tool: 'devskim',
    file: /(?:^|\/)\.devskim\.json$/iu,
    format: 'json',
    silences: [
      { at: 'Globs[]', path: true },
      { at: 'IgnoreRuleIds[]', rules: 'value' },
      { at: 'ignoreRules[]', rules: 'value' },
      { at: 'ignoreFiles[]', path: true },
    ],
  },
];
