import type { SettingsFile, Silence } from './settings-file.ts';
import { IDS, LINES } from './plain-lists.ts';

/** Settings of what looks for secrets, for known vulnerabilities, and at images and infrastructure. */
export const SECRET_ROWS: readonly SettingsFile[] = [
  // Secrets.
  {
    tool: 'gitleaks',
    file: /(?:^|\/)\.?gitleaks[^/]*\.toml$/iu,
    format: 'toml',
    silences: ['allowlist', 'allowlists[]', 'rules[].allowlist', 'rules[].allowlists[]']
      .flatMap((part) => [
        { at: `${part}.paths[]`, path: true, within: ['id'] } as const,
        ...['regexes', 'stopwords', 'commits'].map((key) => ({ at: `${part}.${key}[]`, within: ['id'] })),
      ])
      .concat([{ at: 'extend.disabledRules[]', within: [] }]),
  },
  { tool: 'gitleaks', file: /(?:^|\/)\.gitleaksignore$/iu, format: 'lines', silences: [{ at: 'line[]' }] },
  { tool: 'gitleaks', file: /(?:^|\/)\.gitleaks-baseline[^/]*\.json$/iu, format: 'json', silences: [{ at: '[]' }] },
  { tool: 'secretlint', file: /(?:^|\/)\.secretlintignore$/iu, ...LINES },
  {
    tool: 'secretlint',
    file: /(?:^|\/)\.secretlintrc(?:\.json|\.ya?ml)?$/iu,
    format: 'yaml',
    silences: [
      { at: 'rules[].disabled', when: /^true$/iu, within: ['id'] },
      { at: 'rules[].options.allows[]', within: ['id'] },
      { at: 'rules[].allowMessageIds[]', within: ['id'] },
    ],
  },
  {
    tool: 'detect-secrets',
    file: /(?:^|\/)\.secrets\.baseline$/iu,
    format: 'json',
    silences: [
      { at: 'results.*[]' },
      { at: 'generated_at', idle: true },
      { at: 'version', idle: true },
      { at: 'exclude.files', path: true, when: /./u },
    ],
  },
  { tool: 'ggshield', file: /(?:^|\/)\.ggignore$/iu, ...LINES },
  {
    tool: 'ggshield',
    file: /(?:^|\/)\.gitguardian\.ya?ml$/iu,
    format: 'yaml',
    silences: [
      'paths-ignore[]',
      'ignored-paths[]',
      'ignored_paths[]',
      'secret.ignored_paths[]',
      'secret.ignored-paths[]',
    ]
      .map((at) => ({ at, path: true }) as const satisfies Silence)
      .concat(
        [
          'matches-ignore[]',
          'ignored-matches[]',
          'secret.ignored_matches[]',
          'secret.ignored-matches[]',
          'secret.ignored_detectors[]',
        ].map((at) => ({ at }) as Silence & { path: true }),
      ),
  },
  {
    tool: 'talisman',
    file: /(?:^|\/)\.talismanrc$/iu,
    format: 'yaml',
    silences: [{ at: 'fileignoreconfig[]' }, { at: 'allowed_patterns[]' }],
  },
  { tool: 'trufflehog', file: /(?:^|\/)\.trufflehog(?:ignore|-exclude|[^/]*exclude)[^/]*$/iu, ...LINES },
  // Dependencies.
  {
    tool: 'snyk',
    file: /(?:^|\/)\.snyk$/iu,
    format: 'yaml',
    silences: [
      { at: 'ignore.*', rules: 'key' },
      { at: 'exclude.*[]', path: true },
      { at: 'patch.*', rules: 'key' },
    ],
  },
  {
    tool: 'better-npm-audit',
    file: /(?:^|\/)\.nsprc$/iu,
    format: 'json',
    silences: [
      { at: 'exceptions[]', rules: 'value' },
      { at: '*', rules: 'key' },
    ],
  },
  {
    tool: 'audit-ci',
    file: /(?:^|\/)audit-ci\.jsonc?$/iu,
    format: 'json',
    silences: [{ at: 'allowlist[]' }, { at: 'whitelist[]' }, { at: 'path-whitelist[]' }],
  },
  {
    tool: 'osv-scanner',
    file: /(?:^|\/)osv-scanner\.toml$/iu,
    format: 'toml',
    silences: [{ at: 'IgnoredVulns[]' }, { at: 'PackageOverrides[]', when: /ignore:true/u }],
  },
  {
    tool: 'safety',
    file: /(?:^|\/)\.safety-policy\.ya?ml$/iu,
    format: 'yaml',
    silences: [
      { at: 'security.ignore-vulnerabilities.*', rules: 'key' },
      { at: 'report.dependency-vulnerabilities.auto-ignore-in-report.vulnerabilities.*', rules: 'key' },
    ],
  },
  {
    tool: 'dependency-check',
    file: /(?:^|\/)dependency-check[^/]*\.xml$/iu,
    format: 'xml',
    silences: [{ at: 'suppressions[].suppress[]' }],
  },
  {
    tool: 'cargo',
    file: /(?:^|\/)(?:deny|\.?audit)\.toml$/iu,
    format: 'toml',
    silences: [{ at: 'advisories.ignore[]' }],
    style: true,
  },
  // Images and infrastructure.
  { tool: 'trivy', file: /(?:^|\/)\.trivyignore$/iu, ...IDS },
  { tool: 'trivy', file: /(?:^|\/)\.trivyignore\.ya?ml$/iu, format: 'yaml', silences: [{ at: '*[]' }] },
  {
    tool: 'trivy',
    file: /(?:^|\/)trivy\.ya?ml$/iu,
    format: 'yaml',
    silences: ['scan.skip-dirs[]', 'scan.skip-files[]'].map((at) => ({ at, path: true })),
  },
  {
    tool: 'checkov',
    file: /(?:^|\/)\.checkov\.ya?ml$/iu,
    format: 'yaml',
    silences: [
      { at: 'skip-check[]', rules: 'value' },
      { at: 'skip-path[]', path: true },
      { at: 'soft-fail', when: /^true$/iu },
    ],
  },
  {
    tool: 'grype',
    file: /(?:^|\/)\.grype\.ya?ml$/iu,
    format: 'yaml',
    silences: [{ at: 'ignore[]' }, { at: 'exclude[]', path: true }],
  },
  {
    tool: 'hadolint',
    file: /(?:^|\/)\.hadolint\.ya?ml$/iu,
    format: 'yaml',
    silences: [{ at: 'ignored[]', rules: 'value' }],
  },
  {
    tool: 'tfsec',
    file: /(?:^|\/)\.tfsec(?:\/config)?\.ya?ml$/iu,
    format: 'yaml',
    silences: [{ at: 'exclude[]', rules: 'value' }],
  },
  { tool: 'tfsec', file: /(?:^|\/)\.tfsecignore$/iu, ...IDS },
];
