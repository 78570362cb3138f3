import type { Directive } from './directives.ts';

const ANY = /^/u;
const BESIDE = { scope: 'line', covers: 'here', security: ANY } as const;
const AFTER = { scope: 'line', covers: 'next', security: ANY } as const;
const FILE = { scope: 'file', covers: 'here', security: ANY } as const;

/** Directives of tools that are met less often. */
export const FURTHER_DIRECTIVES: readonly Directive[] = [
  // JavaScript.
  { tool: 'jshint', markers: '//', pattern: /^jshint\s+ignore\s*:\s*line\b/iu, ...BESIDE },
  {
    tool: 'jshint',
    markers: '//',
    pattern: /^jshint\s+ignore\s*:\s*start\b/iu,
    ends: /^jshint\s+ignore\s*:\s*end\b/iu,
    scope: 'block',
    covers: 'next',
    security: ANY,
  },
  {
    tool: 'jshint',
    markers: '//',
    pattern: /^js[hl]int\b[^\n]*\b((?:evil|scripturl)\s*:\s*true|-W0(?:54|60|61|66|85)\b)/iu,
    ...FILE,
  },
  {
    tool: 'deno',
    markers: '//',
    pattern: /^deno-lint-ignore-file\b(?:[ \t]+([^\n]*))?/iu,
    scope: 'file',
    covers: 'here',
    security: /^(?:no-eval|no-implied-eval|no-import-assertions|react-no-danger(?:-with-children)?)$/u,
  },
  // Python.
  {
    tool: 'ruff',
    markers: '#',
    pattern: /^ruff\s*:\s*(?:disable|ignore)\s*\[([^\]]*)\]/iu,
    ends: /^ruff\s*:\s*enable\s*\[([^\]]*)\]/iu,
    scope: 'block',
    covers: 'next',
    security: /^(?:S\d*|BLE\d*|E722|PGH\d*|ALL)$/iu,
  },
  {
    tool: 'ruff',
    markers: '#',
    pattern: /^ruff\s*:\s*file-ignore\s*\[([^\]]*)\]/iu,
    scope: 'file',
    covers: 'here',
    security: /^(?:S\d*|BLE\d*|E722|PGH\d*|ALL)$/iu,
  },
  { tool: 'pyre', markers: '#', pattern: /^pyre-(?:ignore|fixme)\s*\[((?:[56]\d{3}[\s,]*)+)\]/iu, ...AFTER },
  // Go.
  {
    tool: 'staticcheck',
    markers: '//',
    pattern: /^lint:ignore[ \t]+([\w,*]+)/u,
    scope: 'line',
    covers: 'next',
    security: /^(?:SA(?!1019|4006|4011|9003)\d{4}|SA\*|G\d{3}|\*)$/u,
    needsRules: true,
  },
  {
    tool: 'staticcheck',
    markers: '//',
    pattern: /^lint:file-ignore[ \t]+([\w,*]+)/u,
    scope: 'file',
    covers: 'here',
    security: /^(?:SA(?!1019|4006|4011|9003)\d{4}|SA\*|G\d{3}|\*)$/u,
    needsRules: true,
  },
  { tool: 'gosec', markers: '//', pattern: /^gosec\s*:\s*disable\b\s*((?:G\d{3}[\s,]*)*)/iu, ...BESIDE },
  // PHP.
  {
    tool: 'phpstan',
    markers: '//',
    pattern: /^@phpstan-ignore\b(?!-)[ \t]+([\w.]+(?:[ \t]*,[ \t]*[\w.]+)*)/iu,
    scope: 'line',
    covers: 'next',
    security: /disallowed|banned|security|taint|\beval|\bexec|shell/iu,
    needsRules: true,
  },
  { tool: 'phpstan', markers: '//', pattern: /^@phpstan-ignore-line\b/iu, ...BESIDE },
  { tool: 'phpstan', markers: '//', pattern: /^@phpstan-ignore-next-line\b/iu, ...AFTER },
  { tool: 'psalm', markers: '//', pattern: /^@psalm-taint-escape[ \t]+(\w+)/iu, ...AFTER },
  {
    tool: 'phan',
    markers: '//',
    pattern: /^@phan-(?:file-)?suppress(?:-\w+)*[ \t]+([^\n]*)/iu,
    scope: 'line',
    covers: 'next',
    security: /^(?:SecurityCheck|Phan(?:Eval|ShellExec|Plugin\w*(?:Shell|Eval|Security|Unserialize)))/iu,
    needsRules: true,
  },
  {
    tool: 'phpmd',
    markers: '//',
    pattern: /^@SuppressWarnings\(\s*["']?(PHPMD(?:\.\w+)?)["']?\s*\)/u,
    scope: 'block',
    covers: 'next',
    security: /^PHPMD(?:\.(?:EvalExpression|ExitExpression|Superglobals|ErrorControlOperator))?$/u,
  },
  // Java.
  { tool: 'pmd', markers: '//', pattern: /^NOPMD\b/u, anywhere: true, ...BESIDE },
  // Any language.
  { tool: 'deepsource', markers: 'any', pattern: /^skipcq\b(?:\s*:\s*([\w\-, ]+))?/iu, ...AFTER },
  { tool: 'snyk', markers: 'any', pattern: /^file\s+deepcode\s+ignore\b\s*([\w\-/]+)?/iu, ...FILE },
  { tool: 'brakeman', markers: 'any', pattern: /^brakeman\s*:\s*ignore\b/iu, ...BESIDE },
  // Infrastructure and workflows.
  { tool: 'terrascan', markers: 'any', pattern: /^ts:skip\s*=\s*([\w.]+)/iu, ...AFTER },
  { tool: 'zizmor', markers: 'any', pattern: /^zizmor\s*:\s*ignore\s*\[([^\]]*)\]/iu, ...BESIDE },
  {
    tool: 'hadolint',
    markers: '#',
    pattern: /^hadolint\s+(?:global\s+)?ignore\s*=\s*([\w,]+)/iu,
    scope: 'line',
    covers: 'next',
    security: /^(?:DL3002|DL3004|DL4006|DL3026|DL3020|SC\d+)$/iu,
    needsRules: true,
  },
  { tool: 'kics', markers: 'any', pattern: /^kics-scan\s+(?:ignore-line|ignore-block)\b/iu, ...AFTER },
  { tool: 'kics', markers: 'any', pattern: /^kics-scan\s+(?:ignore\b(?!-)|disable\s*=\s*([\w,-]+))/iu, ...FILE },
];
