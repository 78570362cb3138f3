import type { SettingsFile } from './settings-file.ts';

const RUBY =
  /^(?:Security(?:\/\w+)?|Rails\/OutputSafety|Rails\/LinkToBlank|Lint\/(?:SuppressedException|RescueException)|GitHub\/\w+)$/u;

const GO = /^(?:gosec|gas|G\d{3}|bodyclose|sqlclosecheck|rowserrcheck|bidichk|all)$/u;

const FALSE = /^false$/iu;

const CSHARP = /^(?:CA(?:2[13]\d\d|3\d{3}|5[34]\d\d)|SCS\d+|SYSLIB0\d+|SEC\d+)$/u;

/** Settings of the linters of other languages. */
export const LANGUAGE_ROWS: readonly SettingsFile[] = [
  // Other languages.
  {
    tool: 'rubocop',
    file: /(?:^|\/)\.rubocop(?:_todo)?\.yml$/iu,
    format: 'yaml',
    silences: [
      { at: '*.Enabled', rules: 'key', only: RUBY, when: FALSE },
      { at: '*.Exclude[]', rules: 'key', only: RUBY, path: true },
      { at: 'AllCops.Exclude[]', path: true },
    ],
    style: true,
  },
  {
    tool: 'brakeman',
    file: /(?:^|\/)brakeman\.ignore$/iu,
    format: 'json',
    silences: [{ at: 'ignored_warnings[]' }, { at: 'updated', idle: true }, { at: 'brakeman_version', idle: true }],
  },
  {
    tool: 'brakeman',
    file: /(?:^|\/)brakeman\.yml$/iu,
    format: 'yaml',
    silences: [
      { at: ':skip_checks[]', rules: 'value' },
      { at: 'skip_checks[]', rules: 'value' },
      { at: ':skip_files[]', path: true },
      { at: 'skip_files[]', path: true },
    ],
  },
  ...(['yaml', 'toml', 'json'] as const).map((format) => ({
    tool: 'golangci-lint',
    file: new RegExp(String.raw`(?:^|/)\.golangci\.${format === 'yaml' ? 'ya?ml' : format}$`, 'iu'),
    format,
    silences: [
      { at: 'linters.disable[]', rules: 'value', only: GO },
      { at: 'linters-settings.gosec.excludes[]', rules: 'value', only: GO },
      { at: 'linters.settings.gosec.excludes[]', rules: 'value', only: GO },
      { at: 'issues.exclude-rules[]', when: /gosec|\bG\d{3}|^(?!.*linters:)/u },
      { at: 'linters.exclusions.rules[]', when: /gosec|\bG\d{3}|^(?!.*linters:)/u },
      ...[
        'issues.exclude-dirs[]',
        'issues.exclude-files[]',
        'run.skip-dirs[]',
        'run.skip-files[]',
        'linters.exclusions.paths[]',
      ].map((at) => ({ at, path: true }) as const),
    ] as const,
    style: true as const,
  })),
  {
    tool: 'gosec',
    file: /(?:^|\/)\.?gosec\.json$/iu,
    format: 'json',
    silences: [
      { at: 'global.nosec', when: /^(?:true|enabled)$/iu },
      { at: 'global.exclude', rules: 'value', split: true },
    ],
  },
  {
    tool: 'phpcs',
    file: /(?:^|\/)\.?phpcs\.xml(?:\.dist)?$/iu,
    format: 'xml',
    silences: [
      {
        at: 'ruleset[].rule[].exclude[].@name',
        rules: 'value',
        only: /Security|DB\.|PHPCS_SecurityAudit|NoSilencedErrors|ForbiddenFunctions|Eval|^WordPress(?:VIP\w*)?$/u,
      },
      { at: 'ruleset[].exclude-pattern[].#[]', path: true },
      { at: 'ruleset[].rule[].exclude-pattern[].#[]', path: true, within: ['@ref'] },
    ],
    style: true,
  },
  {
    tool: 'psalm',
    file: /(?:^|\/)psalm\.xml(?:\.dist)?$/iu,
    format: 'xml',
    silences: [
      { at: 'psalm[].projectFiles[].ignoreFiles[].*[].@name', path: true },
      {
        at: 'psalm[].issueHandlers[].*[]',
        rules: 'key',
        only: /^(?:Tainted\w*|ForbiddenCode|UnresolvableInclude)$/u,
        when: /suppress|info/u,
      },
      { at: 'psalm[].taintAnalysis[].ignoreFiles[].*[].@name', path: true },
    ],
    style: true,
  },
  {
    tool: 'psalm',
    file: /(?:^|\/)psalm-baseline\.xml$/iu,
    format: 'xml',
    silences: [
      {
        at: 'files[].file[].*[].code[].#[]',
        rules: 'key',
        only: /^(?:Tainted\w*|ForbiddenCode|UnresolvableInclude)$/u,
        within: ['@src'],
      },
      {
        at: 'files[].file[].*[]',
        rules: 'key',
        only: /^(?:Tainted\w*|ForbiddenCode|UnresolvableInclude)$/u,
        count: '@occurrences',
        when: /@occurrences/u,
        within: ['@src'],
      },
    ],
    style: true,
  },
  {
    tool: 'phpstan',
    file: /(?:^|\/)phpstan(?:-baseline)?\.neon(?:\.dist)?$/iu,
    format: 'yaml',
    silences: [
      {
        at: 'parameters.ignoreErrors[]',
        when: /eval|exec|shell|taint|disallowed|banned|security|unserialize|^[#~]?\/?\.\*/iu,
        count: 'count',
      },
      { at: 'parameters.excludePaths[]', path: true },
      { at: 'parameters.excludePaths.*[]', path: true },
      { at: 'parameters.excludes_analyse[]', path: true },
    ],
    style: true,
  },
  {
    tool: 'clang-tidy',
    file: /(?:^|\/)\.clang-tidy$/iu,
    format: 'yaml',
    silences: [
      {
        at: 'Checks',
        rules: 'value',
        split: true,
        only: /^-(?:\*|cert|clang-analyzer|bugprone|concurrency|hicpp|android|cppcoreguidelines-pro)/u,
      },
    ],
    style: true,
  },
  {
    tool: 'spotbugs',
    file: /(?:^|\/)(?:spotbugs|findbugs|findsecbugs)[^/]*\.xml$/iu,
    format: 'xml',
    silences: [
      { at: 'FindBugsFilter[].Match[]', when: /SECURITY|SQL|INJECT|XSS|XXE|TRAVERSAL|CRYPT|CIPHER|WEAK|^(?!.*Bug:)/u },
    ],
    style: true,
  },
  {
    tool: 'detekt',
    file: /(?:^|\/)detekt[^/]*\.ya?ml$/iu,
    format: 'yaml',
    silences: [
      { at: '*.*.active', rules: 'key', only: /Unsafe|Swallowed|TooGeneric|Secur|Crypto|Exception/u, when: FALSE },
    ],
    style: true,
  },
  {
    tool: 'roslyn',
    file: /(?:^|\/)\.(?:editorconfig|globalconfig)$/iu,
    format: 'ini',
    parts: [],
    silences: [
      { at: '*.dotnet_diagnostic.*.severity', rules: 'key', only: CSHARP, when: /^(?:none|silent|suggestion)$/iu },
    ],
    style: true,
  },
  {
    tool: 'roslyn',
    file: /(?:\.csproj|(?:^|\/)Directory\.Build\.(?:props|targets))$/iu,
    format: 'xml',
    silences: [{ at: 'Project[].PropertyGroup[].NoWarn[].#[]', rules: 'value', split: true, only: CSHARP }],
    parts: [],
    style: true,
  },
];
