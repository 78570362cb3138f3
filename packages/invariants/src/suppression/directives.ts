import type { Suppression } from '@pawl/findings';
import { FURTHER_DIRECTIVES } from './further-directives.ts';
import { LANGUAGE_DIRECTIVES } from './language-directives.ts';

/** How one tool is told, in a comment, to look away. */
export interface Directive {
  readonly tool: string;
  /** The comment markers that the tool reads. */
  readonly markers: '//' | '#' | 'any';
  /** Matched at the start of the comment's text, whatever the case. Group 1, where it takes part, holds the rules. */
  readonly pattern: RegExp;
  readonly scope: Suppression['scope'];
  /** Whether it covers the code after it rather than beside it. */
  readonly covers: 'here' | 'next';
  /** The rules that matter for security; a directive that names only others silences nothing that Pawl asks about. */
  readonly security: RegExp;
  /** What the tool needs to silence anything: a bare one is an error to the tool, not a suppression. */
  readonly needsRules?: true;
  /** What ends the block that it begins; group 1 holds the rules that are looked for again. A block without one goes on to the end of the file. */
  readonly ends?: RegExp;
  /** Whether the tool reads it behind other words of a comment, too. */
  readonly anywhere?: true;
  /** Whether it counts for all of the statement that it stands in, on whatever line of it. */
  readonly statement?: true;
  /** A test may call code in ways that its types forbid; that hides nothing of the program. */
  readonly notInTests?: true;
}

const ANY = /^/u;
const LINT =
  /^(?:security|security-node|no-unsanitized|no-secrets|sonarjs|scanjs|xss|@microsoft\/sdl|node-security|react-security|anti-trojan-source|regexp|lintsecurity)(?:\/|$)|(?:^|\/)(?:no-(?:implied-)?eval|no-new-func|no-script-url|no-danger(?:-with-children)?|no-unsafe-\w+|no-global-eval|noGlobalEval|noDangerouslySetInnerHtml\w*|noImpliedEval|jsx-no-target-blank|jsx-no-script-url|noBlankTarget|no-v-html|no-at-html-tags|no-template-target-blank|no-triple-curlies|no-inner-html|no-document-write|no-proto|no-caller|no-with|detect-\w[\w-]*)$/iu;
const PYTHON_CODES = /^(?:S\d*|B\d{3}|DUO\d*|SC\d*|PGH\d*|BLE\d*|E722|ALL)$/iu;

const RULES = String.raw`(?:[\s:=]+([^\n]*))?`;
const bare = (words: string): RegExp => new RegExp(String.raw`^(?:${words})\b${RULES}`, 'iu');

export const DIRECTIVES: readonly Directive[] = [
  {
    tool: 'eslint',
    markers: '//',
    pattern: bare('(?:eslint|oxlint)-disable-next-line'),
    scope: 'line',
    covers: 'next',
    security: LINT,
  },
  {
    tool: 'eslint',
    markers: '//',
    pattern: bare('(?:eslint|oxlint)-disable-line'),
    scope: 'line',
    covers: 'here',
    security: LINT,
  },
  {
    tool: 'eslint',
    markers: '//',
    pattern: bare('(?:eslint|oxlint)-disable(?!-)'),
    ends: bare('(?:eslint|oxlint)-enable'),
    scope: 'block',
    covers: 'next',
    security: LINT,
  },
  {
    tool: 'eslint',
    markers: '//',
    pattern:
      /^eslint(?![\w-])\s+((?:["']?[@\w/-]+["']?\s*:\s*(?:0\b|["']?off\b["']?|\[\s*(?:0\b|["']?off\b["']?)[^\]]*\])[\s,]*)+)/iu,
    scope: 'file',
    covers: 'here',
    security: LINT,
    needsRules: true,
  },
  {
    tool: 'biome',
    markers: '//',
    pattern: /^biome-ignore-all\s+([^\s:]+)/iu,
    scope: 'file',
    covers: 'here',
    security: /^lint$|^lint\/security/iu,
  },
  {
    tool: 'biome',
    markers: '//',
    pattern: /^biome-ignore-start\s+([^\s:]+)/iu,
    ends: /^biome-ignore-end\s+([^\s:]+)/iu,
    scope: 'block',
    covers: 'next',
    security: /^lint$|^lint\/security/iu,
  },
  {
    tool: 'biome',
    markers: '//',
    pattern: /^biome-ignore\s+([^\s:]+)/iu,
    scope: 'line',
    covers: 'next',
    security: /^lint$|^lint\/security/iu,
  },
  {
    tool: 'tslint',
    markers: '//',
    pattern: bare('tslint:disable-next-line'),
    scope: 'line',
    covers: 'next',
    security: LINT,
  },
  {
    tool: 'tslint',
    markers: '//',
    pattern: bare('tslint:disable-line'),
    scope: 'line',
    covers: 'here',
    security: LINT,
  },
  {
    tool: 'tslint',
    markers: '//',
    pattern: bare('tslint:disable(?!-)'),
    ends: bare('tslint:enable(?!-)'),
    scope: 'block',
    covers: 'next',
    security: LINT,
  },
  {
    tool: 'typescript',
    markers: '//',
    pattern: /^@ts-nocheck\b/iu,
    scope: 'file',
    covers: 'here',
    security: ANY,
    notInTests: true,
  },
  {
    tool: 'typescript',
    markers: '//',
    pattern: /^@ts-(?:ignore|expect-error)\b/iu,
    scope: 'line',
    covers: 'next',
    security: ANY,
    notInTests: true,
  },
  {
    tool: 'bandit',
    markers: '#',
    pattern: /^nosec\b[\s:]*((?:[A-Z]\d{3}|[a-z_]{4,})(?:[\s,]+(?:B\d{3}))*(?=[\s,]|$))?/iu,
    statement: true,
    scope: 'line',
    covers: 'here',
    security: ANY,
  },
  {
    tool: 'flake8',
    markers: '#',
    pattern: /^(?:flake8|ruff)\s*[:=]\s*noqa\b\s*(?:[:=]\s*([A-Z]+\d+(?:[\s,]+[A-Z]+\d+)*))?/iu,
    scope: 'file',
    covers: 'here',
    security: PYTHON_CODES,
  },
  {
    tool: 'flake8',
    markers: '#',
    pattern: /^noqa\b\s*(?:[:=]\s*([A-Z]+\d+(?:[\s,]+[A-Z]+\d+)*))?/iu,
    scope: 'line',
    covers: 'here',
    security: PYTHON_CODES,
  },
  {
    tool: 'pylint',
    markers: '#',
    pattern: /^pylint\s*:\s*(?:disable(?:-next)?|skip-file)\s*(?:=\s*([\w\-, ]+))?/iu,
    ends: /^pylint\s*:\s*enable\s*(?:=\s*([\w\-, ]+))?/iu,
    scope: 'line',
    covers: 'here',
    security:
      /^(?:all|eval-used|exec-used|bare-except|broad-except|broad-exception-caught|W0122|W0123|W070[23]|W0718|R|W|E|C|F)$/iu,
  },
  {
    tool: 'mypy',
    markers: '#',
    pattern: /^mypy\s*:\s*ignore-errors\b/iu,
    scope: 'file',
    covers: 'here',
    security: ANY,
  },
  {
    tool: 'semgrep',
    markers: 'any',
    pattern: /^nosem(?:grep)?\b(?:\s*[:=]\s*([\w.\-/, ]+))?/iu,
    anywhere: true,
    scope: 'line',
    covers: 'here',
    security: ANY,
  },
  {
    tool: 'sonarqube',
    markers: 'any',
    pattern: /^nosonar\b(?:\s*\(([^)]*)\))?/iu,
    anywhere: true,
    scope: 'line',
    covers: 'here',
    security: ANY,
  },
  {
    tool: 'codeql',
    markers: 'any',
    pattern: /^(?:codeql|lgtm)\s*\[([^\]]*)\]/iu,
    scope: 'line',
    covers: 'here',
    security: ANY,
  },
  { tool: 'codeql', markers: 'any', pattern: /^lgtm\s*$/iu, scope: 'line', covers: 'here', security: ANY },
  {
    tool: 'detect-secrets',
    markers: 'any',
    pattern: /^pragma\s*:\s*(?:allow|white)list(?:\s+nextline)?\s+secret\b/iu,
    scope: 'line',
    covers: 'here',
    security: ANY,
  },
  {
    tool: 'secretlint',
    markers: 'any',
    pattern: /^secretlint-disable-(?:next-)?line\b\s*(\S[^\n]*)?/iu,
    scope: 'line',
    covers: 'here',
    security: ANY,
  },
  {
    tool: 'secretlint',
    markers: 'any',
    pattern: /^secretlint-disable\b(?!-)\s*(\S[^\n]*)?/iu,
    ends: /^secretlint-enable\b\s*(\S[^\n]*)?/iu,
    scope: 'block',
    covers: 'next',
    security: ANY,
  },
  {
    tool: 'gitleaks',
    markers: 'any',
    pattern: /^gitleaks\s*:\s*allow\b/iu,
    anywhere: true,
    scope: 'line',
    covers: 'here',
    security: ANY,
  },
  {
    tool: 'trufflehog',
    markers: 'any',
    pattern: /^trufflehog\s*:\s*ignore\b/iu,
    anywhere: true,
    scope: 'line',
    covers: 'here',
    security: ANY,
  },
  { tool: 'ggshield', markers: 'any', pattern: /^ggignore\b/iu, scope: 'line', covers: 'here', security: ANY },
  {
    tool: 'snyk',
    markers: 'any',
    pattern: /^(?:deepcode|snyk)\s*:?\s*ignore\b\s*:?\s*([\w\-/]+)?/iu,
    scope: 'line',
    covers: 'next',
    security: ANY,
  },
  {
    tool: 'checkov',
    markers: 'any',
    pattern: /^checkov\s*:\s*skip\s*=\s*([\w,]+)/iu,
    scope: 'block',
    covers: 'next',
    security: ANY,
  },
  {
    tool: 'bearer',
    markers: 'any',
    pattern: /^bearer\s*:\s*disable\b\s*([\w,\s-]+)?/iu,
    scope: 'line',
    covers: 'next',
    security: ANY,
  },
  {
    tool: 'trivy',
    markers: 'any',
    pattern: /^(?:trivy|tfsec)\s*:\s*ignore\s*:\s*([\w,-]+)/iu,
    scope: 'line',
    covers: 'next',
    security: ANY,
  },
  {
    tool: 'coverity',
    markers: 'any',
    pattern: /^coverity\s*\[([^\]]*)\]/iu,
    scope: 'line',
    covers: 'next',
    security: ANY,
  },
  {
    tool: 'devskim',
    markers: 'any',
    pattern: /^devskim\s*:\s*ignore\s+([\w,\s]+)/iu,
    scope: 'line',
    covers: 'here',
    security: ANY,
  },
  { tool: 'horusec', markers: 'any', pattern: /^nohorus\b/iu, scope: 'line', covers: 'next', security: ANY },
  ...LANGUAGE_DIRECTIVES,
  ...FURTHER_DIRECTIVES,
];

/**
 * A mark of each directive. A file without any has no suppression, and only comments on a line with one are looked at:
 * asking the tree for all its comments would cost more than all the rest.
 */
export const DIRECTIVE_MARK: RegExp =
  /eslint|oxlint|tslint\s*:|pylint\s*:|biome-ignore|@ts-(?:ignore|expect-error|nocheck)|nosec\b|noqa\b|mypy\s*:|nosem(?:grep)?\b|nosonar\b|codeql\s*\[|lgtm\s*(?:\[|$|\*\/)|pragma\s*:\s*(?:allow|white)list|secretlint-disable|gitleaks\s*:|trufflehog\s*:|ggignore\b|(?:deepcode|snyk)\s*:?\s*ignore|checkov\s*:|bearer\s*:\s*disable|(?:trivy|tfsec)\s*:|coverity\s*\[|devskim\s*:|nohorus\b|rubocop\s*:|phpcs:|@codingStandardsIgnore|@psalm-suppress|NOLINT|cppcheck-suppress|(?:flawfinder|rats|its4)\s*:|pragma\s+warning\s+(?:disable|restore)|noinspection\s|jshint|deno-lint-ignore|skipcq\b|nopmd\b|ts:skip|zizmor\s*:|hadolint\s|kics-scan|ruff\s*:|lint:(?:file-)?ignore|gosec\s*:|@phpstan-ignore|@psalm-taint-escape|@phan-(?:file-)?suppress|@SuppressWarnings\(|brakeman\s*:|pyre-(?:ignore|fixme)|file\s+deepcode/gimu;
