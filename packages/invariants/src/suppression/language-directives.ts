import type { Directive } from './directives.ts';

const ANY = /^/u;
const PHP_SNIFFS =
  /^(?:WordPress(?:VIPMinimum)?\.(?:Security|DB|VIP|JS)|WordPress-VIP|Security|PHPCS_SecurityAudit|Drupal\.Semantics|Generic\.PHP\.(?:ForbiddenFunctions|NoSilencedErrors|BacktickOperator)|Squiz\.PHP\.Eval|Magento2?\.(?:Security|SQL|XSS)|MEQP\d\.(?:Security|SQL))(?:\.|$)|^(?:WordPress|WordPress-Extra)$/iu;
const C_CHECKS =
  /^(?:cert|clang-analyzer|bugprone|concurrency|android|cppcoreguidelines-(?:pro|init|no-malloc|owning)|hicpp|clang-diagnostic|google-runtime|security)(?:-|$)|^runtime\/(?:printf|memset|threadsafe_fn|vlog)/iu;

/** Directives of the tools of one language, beside those of JavaScript and Python. */
export const LANGUAGE_DIRECTIVES: readonly Directive[] = [
  {
    tool: 'rubocop',
    markers: '#',
    pattern: /^rubocop\s*:\s*(?:disable|todo)\b(?:[\s:=]+([^\n]*))?/iu,
    ends: /^rubocop\s*:\s*enable\b(?:[\s:=]+([^\n]*))?/iu,
    scope: 'line',
    covers: 'here',
    security:
      /^(?:all|Security(?:\/\w+)?|Lint|Rails|Lint\/(?:SuppressedException|RescueException|Syntax)|Rails\/(?:OutputSafety|LinkToBlank|SquishedSQLHeredocs)|GitHub\/\w+)$/iu,
    needsRules: true,
  },
  {
    tool: 'phpcs',
    markers: 'any',
    pattern: /^(?:phpcs:ignoreFile|@codingStandardsIgnoreFile)\b(?:[ \t]+([^\n]*))?/iu,
    scope: 'file',
    covers: 'here',
    security: PHP_SNIFFS,
  },
  {
    tool: 'phpcs',
    markers: 'any',
    pattern: /^(?:phpcs:disable|@codingStandardsIgnoreStart)\b(?:[ \t]+([^\n]*))?/iu,
    ends: /^(?:phpcs:enable|@codingStandardsIgnoreEnd)\b(?:[ \t]+([^\n]*))?/iu,
    scope: 'block',
    covers: 'next',
    security: PHP_SNIFFS,
  },
  {
    tool: 'phpcs',
    markers: 'any',
    pattern: /^(?:phpcs:ignore|@codingStandardsIgnoreLine)\b(?:[ \t]+([^\n]*))?/iu,
    scope: 'line',
    covers: 'here',
    security: PHP_SNIFFS,
  },
  {
    tool: 'psalm',
    markers: '//',
    pattern: /^@psalm-suppress[ \t]+([^\n]*)/iu,
    scope: 'line',
    covers: 'next',
    security: /^(?:all|Tainted\w*|ForbiddenCode|UnresolvableInclude)$/iu,
    needsRules: true,
  },
  {
    tool: 'clang-tidy',
    markers: '//',
    pattern: /^NOLINTNEXTLINE\b(?:\(([^)]*)\))?/u,
    scope: 'line',
    covers: 'next',
    security: C_CHECKS,
  },
  {
    tool: 'clang-tidy',
    markers: '//',
    pattern: /^NOLINTBEGIN\b(?:\(([^)]*)\))?/u,
    ends: /^NOLINTEND\b(?:\(([^)]*)\))?/u,
    scope: 'block',
    covers: 'next',
    security: C_CHECKS,
  },
  {
    tool: 'clang-tidy',
    markers: '//',
    pattern: /^NOLINT\b(?:\(([^)]*)\))?/u,
    scope: 'line',
    covers: 'here',
    security: C_CHECKS,
  },
  {
    tool: 'cppcheck',
    markers: '//',
    pattern: /^cppcheck-suppress(?:-begin|-macro)?[ \t]*\[?[ \t]*([\w,\t -]+)/iu,
    scope: 'line',
    covers: 'next',
    security:
      /overflow|overrun|outofbounds|bounds|uninit|null|useafter|dealloc|free|dangling|leak|format|buffer|obsolete|dangerous|prohibited/iu,
  },
  {
    tool: 'flawfinder',
    markers: '//',
    pattern: /^(?:flawfinder|rats|its4)\s*:\s*ignore\b/iu,
    scope: 'line',
    covers: 'here',
    security: ANY,
  },
  {
    tool: 'golangci-lint',
    markers: '//',
    pattern: /^nolint\b(?:\s*:\s*([\w,\- ]+))?/u,
    scope: 'line',
    covers: 'here',
    security: /^(?:all|gosec|gas|bodyclose|sqlclosecheck|rowserrcheck|noctx|bidichk)$/u,
  },
  {
    tool: 'gosec',
    markers: '//',
    pattern: /^#\s*nosec\b\s*((?:G\d{3}[\s,]*)*)/iu,
    scope: 'line',
    covers: 'here',
    security: ANY,
  },
  {
    tool: 'roslyn',
    markers: '#',
    pattern: /^pragma\s+warning\s+disable(?:\s*$|\s+((?=[^\n]*[A-Z]{2})[\w, \t]+))/u,
    ends: /^pragma\s+warning\s+restore(?:\s+([\w, \t]+))?/u,
    scope: 'block',
    covers: 'next',
    security: /^(?:CA(?:2[13]\d\d|3\d{3}|5[34]\d\d)|SCS\d+|SYSLIB0\d+|SEC\d+|S\d{4}|RS0030)$/u,
  },
  {
    tool: 'intellij',
    markers: '//',
    pattern: /^noinspection\s+([\w, ]+)/u,
    scope: 'line',
    covers: 'next',
    security:
      /^(?:ALL|\w*(?:Sql|SQL|Security|Unsafe|Insecure|Injection|Trust|Certificate|Hostname|Xss|Xxe|Deserial)\w*)$/u,
    needsRules: true,
  },
];
