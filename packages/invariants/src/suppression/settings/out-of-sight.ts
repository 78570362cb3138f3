/** Folders of what nobody wrote by hand here: it is built, installed or copied, and scanners leave it out. */
export const BUILT: RegExp =
  /(?:^|\/)(?:node_modules|bower_components|jspm_packages|dist|build|out|output|target|coverage|\.?cache|\.next|\.nuxt|\.svelte-kit|\.turbo|\.nx|\.output|\.venv|venv|site-packages|__pycache__|\.tox|\.eggs|\.git|\.yarn|\.terraform|\.gradle|\.idea|\.vscode|\.mypy_cache|\.pytest_cache|\.ruff_cache|htmlcov|storybook-static|public\/build|tmp|temp|logs?)(?:\/|$)/iu;

/** Folders of the code of others, and of what a program writes. */
export const VENDORED: RegExp =
  /(?:^|\/)(?:vendors?|vendored|third[_-]?party|3rd[_-]?party|externals?|deps|_vendor|generated|__generated__|gen|autogen|auto[_-]?generated|\.generated)(?:\/|$)/iu;

/** Files that are built or written by a program, by their names. */
export const BUILT_FILE: RegExp =
  /(?:[.-]min\.(?:[cm]?js|css)|\.bundle\.[cm]?js|\.generated\.\w+|\.gen\.\w+|\.pb\.(?:go|cc|h)|_pb2(?:_grpc)?\.pyi?|\.g\.(?:cs|dart)|\.designer\.cs)$/iu;

/** What holds tests, samples or prose, and no code that anybody runs in earnest. */
export const SIDELINE: RegExp =
  /(?:^|\/|\*)(?:tests?|testing|__tests__|__mocks__|__snapshots__|specs?|e2e|cypress|playwright|fixtures?|mocks?|testdata|test-?data|conftest|benchmarks?|bench|examples?|samples?|demos?|docs?|documentation|stories|storybook|playground|locales?|i18n|translations)(?:\/|\*|$|\.py$)|(?:^|[/*._-])(?:test|spec|stories|mock)s?[._*/-]|(?:^|\/)test_[^/]*$|\.config\.[cm]?[jt]s$|_test\.\w+$|^tests?\b/iu;

/** What is neither code nor data that a secret could be in. */
const PROSE =
  /(?:^|\/)[^/]*\.(?:md|mdx|rst|adoc|lock|sum|snap|svg|png|jpe?g|gif|webp|ico|pdf|woff2?|ttf|otf|eot|s?[ac]ss|less|map|po|mo|pot|d\.ts|zip|gz|tgz|jar|bin|wasm|mp[34]|mov|parquet)$|(?:^|\/)(?:LICENSE|CHANGELOG|[^/]*-lock\.(?:json|ya?ml)|go\.sum|\.git)$/iu;

/** Data and settings, which only tools for secrets and for infrastructure read. */
const DATA =
  /(?:^|\/)[^/]*\.(?:txt|json5?|jsonc|ya?ml|toml|csv|tsv|xml|log|ipynb|pem|crt|key|db|sqlite3?)$|(?:^|\/)(?:\.[^/*]+|package\.json)$/iu;

/** Tools that read more than code. */
export const READ_DATA: readonly string[] = [
  'semgrep',
  'gitleaks',
  'secretlint',
  'ggshield',
  'detect-secrets',
  'talisman',
  'trufflehog',
  'snyk',
  'trivy',
  'checkov',
  'grype',
];

/** Whether a pattern of an ignore file hides only what its tool would not have to look at. */
export function hidesNothing(pattern: string, tool = ''): boolean {
  const path = pattern
    .trim()
    .replace(/^\.?\//u, '')
    .replace(/^(?:\*\*\/)+/u, '')
    .replace(/\/?\*{0,2}$/u, '');
  if (path === '') return false;
  if ([BUILT, BUILT_FILE, SIDELINE, PROSE].some((known) => known.test(path))) return true;
  return !READ_DATA.includes(tool) && DATA.test(path);
}
