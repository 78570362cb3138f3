import type { Severity } from '@pawl/findings';
import type { RuleNote } from '@pawl/scanner';

/** What is known of a rule of a scanner, and when Pawl runs it. */
export interface ScannerRule {
  /** As findings name them. */
  readonly tool: string;
  readonly rule: string;
  readonly title: string | null;
  readonly severity: Severity | null;
  readonly cwe: readonly string[];
  /** Who wrote the rule, and where that is documented. */
  readonly maker: string;
  readonly page: string | null;
  readonly runs: Runs;
}

/** `with-log`: Pawl never runs that tool; somebody hands in what it found. */
export type Runs =
  | { readonly when: 'commit' | 'push'; readonly setting: string }
  | { readonly when: 'left-out'; readonly why: string }
  | { readonly when: 'with-log' };

interface Book {
  readonly tool: string;
  readonly maker: string;
  /** What people call the tool besides. */
  readonly also: readonly string[];
  readonly runs: Extract<Runs, { readonly setting: string }>;
  readonly load: () => Promise<readonly RuleNote[]>;
}

/** The tools of which every rule is known. A literal map: nothing is discovered by name. */
const BOOKS: readonly Book[] = [
  {
    tool: 'javascript',
    maker: 'ESLint and its plugins',
    also: ['eslint', 'js'],
    runs: { when: 'push', setting: '"javascript": true, which is the default' },
    load: async () => (await import('@pawl/scanner-javascript')).ruleNotes,
  },
  {
    tool: 'python',
    maker: 'Ruff (flake8-bandit)',
    also: ['ruff', 'flake8-bandit'],
    runs: { when: 'push', setting: '"python": true, which is the default' },
    load: async () => (await import('@pawl/scanner-python')).ruleNotes,
  },
  {
    tool: 'secrets',
    maker: 'Secretlint',
    also: ['secretlint', '@secretlint'],
    runs: { when: 'commit', setting: '"secrets": true, which is the default' },
    load: async () => (await import('@pawl/scanner-secrets')).ruleNotes,
  },
  {
    tool: 'bandit',
    maker: 'Bandit',
    also: [],
    runs: { when: 'push', setting: '"bandit": true' },
    load: async () => (await import('@pawl/scanner-bandit')).ruleNotes,
  },
];

/**
 * The rules that go by a name: `bandit/B602`, `B602`, `eslint-plugin-security/detect-child-process`, `semgrep/<id>`,
 * `py/sql-injection`. None where a tool has no such rule.
 */
export async function scannerRules(name: string): Promise<readonly ScannerRule[]> {
  const known = await Promise.all(BOOKS.map((book) => rulesIn(book, name)));
  const found = known.flat();
  return found.length > 0 ? found : openEnded(name);
}

/** What one may ask for by name, for whoever mistyped it. */
export async function scannerRuleNames(): Promise<readonly string[]> {
  const names = await Promise.all(
    BOOKS.map(async ({ tool, load }) =>
      (await load()).flatMap(({ rule, also = [] }) => [`${tool}/${rule}`, rule, ...also]),
    ),
  );
  return [...new Set(names.flat())];
}

async function rulesIn({ tool, maker, also, runs, load }: Book, name: string): Promise<readonly ScannerRule[]> {
  const asked = name.toLowerCase();
  const prefixes = ['', ...[tool, ...also].map((each) => `${each}/`)];
  const isAsked = (one: string): boolean => prefixes.some((prefix) => `${prefix}${one}`.toLowerCase() === asked);
  return (await load())
    .filter(({ rule, also: others = [] }) => [rule, ...others].some(isAsked))
    .map(({ rule, title, severity = null, cwe, page = null, leftOut }) => ({
      tool,
      rule,
      title,
      severity,
      cwe,
      maker,
      page,
      runs: leftOut === undefined ? runs : { when: 'left-out', why: leftOut },
    }));
}

/** The languages of CodeQL's queries, by the beginning of their names. */
const CODEQL: Readonly<Record<string, string>> = {
  actions: 'actions',
  cpp: 'cpp',
  cs: 'csharp',
  go: 'go',
  java: 'java',
  js: 'javascript',
  py: 'python',
  rb: 'ruby',
  rust: 'rust',
  swift: 'swift',
};

const NOTHING_KNOWN = { title: null, severity: null, cwe: [] } as const;
const REGISTRY_RULE = /^[\w-]+(?:\.[\w-]+){2,}$/u;

/** Tools whose rules nobody can list: those of a registry, of a query pack, or of the project itself. */
function openEnded(name: string): readonly ScannerRule[] {
  const [, tool = '', rule = ''] = /^(semgrep|codeql|sarif:[a-z0-9-]+|log:[^/\s]+)\/(\S+)$/u.exec(name) ?? [];
  if (tool === 'semgrep' || (tool === '' && REGISTRY_RULE.test(name))) return [semgrepRule(rule || name)];
  const [language = '', query] = (tool === 'codeql' ? rule : name).split('/');
  if (query && Object.hasOwn(CODEQL, language)) return [codeqlRule(tool === 'codeql' ? rule : name, CODEQL[language])];
  if (tool === 'codeql') return [codeqlRule(rule, undefined)];
  if (tool === '') return [];
  const own = tool.slice(tool.indexOf(':') + 1);
  const runs: Runs = tool.startsWith('log:')
    ? { when: 'with-log' }
    : { when: 'push', setting: `"sarif": { "${own}": { … } }` };
  return [{ tool, rule, ...NOTHING_KNOWN, maker: own, page: null, runs }];
}

function semgrepRule(rule: string): ScannerRule {
  const page = REGISTRY_RULE.test(rule) ? `https://semgrep.dev/r/${rule}` : null;
  const runs: Runs = { when: 'push', setting: '"semgrep": { "rules": […] }' };
  return { tool: 'semgrep', rule, ...NOTHING_KNOWN, maker: 'Semgrep', page, runs };
}

function codeqlRule(rule: string, language: string | undefined): ScannerRule {
  const isPlain = /^[a-z]+(?:\/[a-z0-9-]+)+$/u.test(rule);
  const page =
    language && isPlain
      ? `https://codeql.github.com/codeql-query-help/${language}/${rule.replaceAll('/', '-')}/`
      : null;
  const runs: Runs = { when: 'push', setting: '"codeql": { "languages": […] }' };
  return { tool: 'codeql', rule, ...NOTHING_KNOWN, maker: 'CodeQL', page, runs };
}
