/**
 * What a command or a step checks, as keys that stay the same when a project changes its package manager or its runner of
 * tests. What is about security keeps its own name: it is not made up for by something else.
 */
export function checksIn(written: string): readonly string[] {
  const command = written.slice(0, LONGEST);
  const found = new Set<string>();
  for (const [pattern, key] of TOOLS) if (pattern.test(command)) found.add(key);
  for (const [, name = ''] of command.matchAll(SCRIPT)) found.add(scriptKey(name));
  for (const [word] of command.matchAll(SCANNER_WORD)) found.add(word.toLowerCase());
  return [...found];
}

/** A command that goes on for longer is no command that a person wrote. */
export const LONGEST = 2000;

/** Tools that look for what Pawl looks for, by the names that commands, actions and templates have. */
const SCANNERS =
  'pawl|codeql|semgrep|bandit|gitleaks|trufflehog|detect-secrets|secretlint|snyk|trivy|grype|sonar(?:qube|cloud|-?scanner|source)|checkov|tfsec|kics|hadolint|osv-scanner|scorecard|zizmor|dependency-review|dependency-check|pip-audit|safety|audit-ci|govulncheck|gosec|brakeman|bundler-audit|njsscan|horusec|bearer|veracode|checkmarx|fortify|sast|dast|secret[-_]detection|dependency[-_]scanning|container[-_]scanning';
const SCANNER_WORD = new RegExp(String.raw`(?<![\w-])(?:${SCANNERS})(?![\w])`, 'giu');
const HAS_SCANNER_WORD = new RegExp(SCANNER_WORD.source, 'iu');

/** An audit of packages is one command with hardly a setting: that it runs and counts is enough. */
export function runsAScanner(text: string): boolean {
  return HAS_SCANNER_WORD.test(text);
}

const SCRIPT =
  /\b(?:npm|pnpm|yarn|bun|npx nx|nx)\b(?:[ \t]+(?:run|run-script|exec|-\S+|workspaces?[ \t]+\S+))*[ \t]+((?:test|t\b|lint|check|typecheck|type-check|audit|security|verify|validate|e2e|scan|sast|format:check|prettier:check)[\w:.-]*)/gu;

function scriptKey(name: string): string {
  if (name === 't' || name === 'test') return 'tests';
  if (/^(?:lint|check|format:check|prettier:check)$/u.test(name)) return 'lint';
  if (/^type-?check/u.test(name)) return 'types';
  return name;
}

const TOOLS: readonly (readonly [pattern: RegExp, key: string])[] = [
  [
    /\b(?:pytest|py\.test|tox|nox|nosetests|unittest|runtests(?:\.py)?|jest|vitest|mocha|karma|ava|rspec|phpunit|ctest|nyc|c8|bats)\b/u,
    'tests',
  ],
  [
    /\b(?:node --test|manage\.py test|go test|cargo (?:nextest|test)|dotnet test|make (?:\S+ )*(?:test|check)\S*|gradlew? (?:.* )?(?:test|check)|mvnw? (?:.* )?(?:test|verify|install)|hatch (?:run|test)\b.*test|uv run .*test|poetry run .*test|python -m test)/u,
    'tests',
  ],
  [/\b(?:playwright test|cypress run)\b/u, 'browser tests'],
  [
    /\b(?:eslint|flake8|ruff|pylint|oxlint|biome|standard|rubocop|golangci-lint|clippy|go vet|stylelint|pre-commit|black|isort|prettier|make lint)\b/u,
    'lint',
  ],
  [/\b(?:tox|nox|hatch|make|just|task)\b.*\b(?:lint|style|flake8)\b/u, 'lint'],
  [/\b(?:mypy|pyright|basedpyright|pytype|tsc|vue-tsc)\b/u, 'types'],
  [/\b(?:npm|pnpm|yarn|yarn npm|cargo|composer) audit\b/u, 'audit'],
];

/** What an action checks; a local one, or a workflow that is called, by its name. */
export function checksOfAction(uses: string): readonly string[] {
  const name = uses.replace(/@.*$/u, '');
  const scanners = [...name.matchAll(SCANNER_WORD)].map(([word]) => word.toLowerCase());
  if (scanners.length > 0) return scanners;
  if (/(?:super-linter|reviewdog|pre-commit\/action|eslint|lint|ruff|golangci)/iu.test(name)) return ['lint'];
  // A workflow of others that is called like that does what a project needs before a merge.
  if (/^[^./][^@]*\/\.github\/workflows\/[^@]*(?:ci|test|check|build)[^@]*\.ya?ml$/iu.test(name))
    return ['tests', 'lint'];
  return /(?:^|[/_-])(?:tests?|checks?|ci|security|audit|verify)(?:$|[/._-])/iu.test(
    name.replace(/\.ya?ml$/u, '').replace(/^\.\/\.github\/(?:workflows|actions)/u, ''),
  )
    ? [name.replace(/^.*\//u, '')]
    : [];
}
