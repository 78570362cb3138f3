import { isPlainSource } from '@pawl/findings';

/**
 * Files that tell a scanner where to look and what to say (C02, C03), in whatever folder: some are read from the folder of the
 * file that is scanned. Ours read none of them, which `scanner-*` prove; the scanners of others do. What only measures,
 * as coverage of tests, is not among them.
 */
export const SCANNER_SETTINGS: readonly RegExp[] = [
  // Semgrep, Bandit, CodeQL.
  /(?:^|\/)(?:\.semgrepignore|\.?semgrep\.ya?ml|\.semgrep\/.+)$/iu,
  /(?:^|\/)\.?bandit(?:\.(?:ya?ml|toml|ini|cfg|json))?$/iu,
  /(?:^|\/)(?:\.github\/codeql\/.+|codeql-config\.ya?ml|codeql-(?:pack|workspace)\.ya?ml|qlpack\.ya?ml|\.?lgtm\.ya?ml)$/iu,
  /\.qls$/iu,
  /(?:^|\/)\.eslintignore$/iu,
  /(?:^|\/)(?:\.rubocop(?:_todo)?\.yml|brakeman\.(?:ignore|yml)|\.golangci\.(?:ya?ml|toml|json)|\.?gosec\.json)$/iu,
  /(?:^|\/)(?:\.?phpcs\.xml|psalm(?:-baseline)?\.xml|phpstan(?:-baseline)?\.neon)(?:\.dist)?$/iu,
  /(?:^|\/)(?:\.clang-tidy|(?:spotbugs|findbugs|findsecbugs)[^/]*\.xml|detekt[^/]*\.yml|clippy\.toml)$/iu,
  // Secrets, dependencies, images.
  /(?:^|\/)(?:\.?gitleaks[^/]*\.toml|\.gitleaks(?:ignore|-baseline[^/]*)|\.secretlint(?:rc(?:\.[a-z]+)?|ignore))$/iu,
  /(?:^|\/)(?:\.secrets\.baseline|\.trufflehog[^/]*|\.gitguardian\.ya?ml|\.ggignore|\.talismanrc)$/iu,
  /(?:^|\/)(?:\.snyk|\.nsprc|audit-ci\.jsonc?|osv-scanner\.toml|\.safety-policy\.yml|dependency-check[^/]*\.xml)$/iu,
  /(?:^|\/)(?:\.trivyignore(?:\.ya?ml)?|trivy\.ya?ml|\.checkov\.ya?ml|\.grype\.ya?ml|\.hadolint\.ya?ml|\.tfsec(?:\/.+|\.ya?ml|ignore))$/iu,
  // Platforms.
  /(?:^|\/)(?:sonar-project\.properties|\.sonarcloud\.properties|\.?bearer\.(?:yml|ignore)|\.horusec[^/]*|\.devskim\.json)$/iu,
];

/** Sections of files that hold much else, by the name of the file. */
const SECTIONS: readonly (readonly [file: RegExp, section: RegExp])[] = [
  [/(?:^|\/)pyproject\.toml$/iu, /^tool\.(?:bandit|ruff|semgrep|pylint|flake8|detect-secrets)(?:\.|$)/u],
  [/(?:^|\/)(?:setup\.cfg|tox\.ini)$/iu, /^(?:bandit|flake8|pylint)\b/u],
];

/** Linters of style that judge security, too, and the words that stand where they do. A rule about quotes is nobody's decision here. */
const LINTERS =
  /(?:^|\/)(?:\.eslintrc(?:\.[a-z]+)?|eslint\.config\.[cm]?[jt]s|\.?oxlintrc\.json|biome\.jsonc?|\.?ruff\.toml|\.flake8|\.?pylintrc(?:\.toml)?)$/iu;
const ABOUT_SECURITY =
  /security|bandit|\beval|-eval|new-func|script-url|unsanitized|xss|danger|secret|\bS\d{0,3}\b|ignore|exclude/iu;

/** Whether a file says nothing but that. A workflow that is called like a scanner is none. */
export function isScannerSetting(file: string): boolean {
  if (isPlainSource(file) || /^\.(?:github|gitea|forgejo)\/workflows\//u.test(file)) return false;
  return SCANNER_SETTINGS.some((pattern) => pattern.test(file));
}

/** What a file that holds much else says to scanners, as text to be compared; `''` where it says nothing. */
export function scannerSections(file: string, text: string): string {
  if (/(?:^|\/)package\.json$/iu.test(file)) return packageSettings(text);
  if (LINTERS.test(file)) return linesAboutSecurity(text.split(/\r\n|\r|\n/u));
  const wanted = SECTIONS.find(([pattern]) => pattern.test(file))?.[1];
  if (wanted === undefined) return '';
  const lines: string[] = [];
  let isWanted = false;
  for (const line of text.split(/\r\n|\r|\n/u).map((each) => each.trim())) {
    const header = /^\[{1,2}[ \t]*([^\]]*?)[ \t]*\]/u.exec(line)?.[1];
    // `["tool" . "bandit"]` is the same section as `[tool.bandit]`.
    if (header !== undefined) isWanted = wanted.test(header.replace(/["' \t]/gu, ''));
    const isSaid = line !== '' && !/^[#;]/u.test(line);
    // A key may name a section as well: `tool.bandit.skips = […]`.
    if (isSaid && (isWanted || wanted.test(line.replace(/["' \t]/gu, '')))) lines.push(line);
  }
  return lines.join('\n');
}

function linesAboutSecurity(lines: readonly string[]): string {
  return lines.filter((line) => ABOUT_SECURITY.test(line)).join('\n');
}

const PACKAGE_KEYS = ['eslintConfig', 'eslintIgnore', 'snyk', 'secretlint'] as const;

function packageSettings(text: string): string {
  if (!PACKAGE_KEYS.some((key) => text.includes(`"${key}"`))) return '';
  const value: unknown = parsed(text);
  // What cannot be read says anything, so that any change to it counts.
  if (typeof value !== 'object' || value === null) return text;
  const said = PACKAGE_KEYS.flatMap((key) => (Object.hasOwn(value, key) ? [[key, (value as Packaged)[key]]] : []));
  return said.length === 0 ? '' : JSON.stringify(said);
}

type Packaged = Readonly<Partial<Record<(typeof PACKAGE_KEYS)[number], unknown>>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
