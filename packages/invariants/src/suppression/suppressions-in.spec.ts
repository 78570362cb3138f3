import { type LanguageId, PROFILES } from '@pawl/syntax';
import { describe, expect, it } from 'vitest';
import { takeSuppressions } from '../take-suppressions.ts';
import { localSyntax } from '../testing/local-syntax.ts';
import { DIRECTIVE_MARK, DIRECTIVES } from './directives.ts';

const syntax = localSyntax();

async function taken(text: string, language: LanguageId): Promise<readonly string[]> {
  const file = `a.${PROFILES[language].extensions[0]}`;
  const { suppressions } = await takeSuppressions({ file, blob: '1', text }, syntax);
  return suppressions.map(({ tool, rules, scope, code }) => [tool, scope, rules.join(), code].join('|'));
}

describe('when a comment silences a scanner', () => {
  it.each<[LanguageId, string, string]>([
    ['javascript', 'eval(a); // eslint-disable-line', 'eslint|line||eval(a)'],
    ['javascript', 'eval(a); //ESLint-Disable-Line no-eval', 'eslint|line|no-eval|eval(a)'],
    [
      'javascript',
      '// eslint-disable-next-line no-eval, no-console -- because\neval(a);',
      'eslint|line|no-eval|eval(a)',
    ],
    ['javascript', '/*eslint-disable*/\neval(a);', 'eslint|block||'],
    ['javascript', '/* eslint-disable security/detect-child-process */', 'eslint|block|security/detect-child-process|'],
    ['javascript', '/* eslint no-eval: 0, no-console: "off" */', 'eslint|file|no-eval|'],
    ['javascript', '/* eslint "no-eval": "off" */', 'eslint|file|no-eval|'],
    ['javascript', '// oxlint-disable-next-line\nf();', 'eslint|line||f()'],
    ['javascript', '/**\n * eslint-disable-next-line\n */\nf();', 'eslint|line||f()'],
    [
      'typescript',
      '// biome-ignore lint/security/noGlobalEval: old\neval(a);',
      'biome|line|lint/security/noGlobalEval|eval(a)',
    ],
    ['typescript', '// tslint:disable\nf();', 'tslint|block||'],
    ['typescript', '//@ts-ignore\nf();', 'typescript|line||f()'],
    ['typescript', 'f(); // NOSONAR', 'sonarqube|line||f()'],
    ['typescript', 'f(); // nosemgrep: js.eval', 'semgrep|line|js.eval|f()'],
    ['typescript', 'f(); // codeql[js/path-injection]', 'codeql|line|js/path-injection|f()'],
    ['typescript', 'f(); // lgtm [js/xss] checked', 'codeql|line|js/xss|f()'],
    ['typescript', 'f(); // gitleaks:allow', 'gitleaks|line||f()'],
    ['typescript', '// secretlint-disable-next-line\nf();', 'secretlint|line||f()'],
    [
      'tsx',
      'const a = <p>\n  {/* eslint-disable-next-line react/no-danger */}\n  <b />\n</p>;',
      'eslint|line|react/no-danger|<b/>',
    ],
    ['python', 'f()  # nosec', 'bandit|line||f()'],
    ['python', 'f()  #NOSEC:B602', 'bandit|line|B602|f()'],
    ['python', 'f()  # nosec B602, B607', 'bandit|line|B602,B607|f()'],
    ['python', 'f()  # type: ignore  # nosec', 'bandit|line||f()'],
    ['python', 'f()  # noqa', 'flake8|line||f()'],
    ['python', 'f()  # noqa: S602,E501', 'flake8|line|S602|f()'],
    ['python', '# ruff: noqa', 'flake8|file||'],
    ['python', 'eval(a)  # pylint: disable=eval-used', 'pylint|line|eval-used|eval(a)'],
    ['python', '# pylint: skip-file', 'pylint|file||'],
    ['python', 'k = "x"  # pragma: allowlist secret', 'detect-secrets|line||k="x"'],
    ['python', '# nosemgrep\nf()', 'semgrep|line||f()'],
    ['go', 'package a\n\nvar a = f() //nolint:gosec,lll // checked above', 'golangci-lint|line|gosec|var a=f()'],
    ['go', 'package a\n\n//nolint\nvar a = f()', 'golangci-lint|line||var a=f()'],
    ['go', 'package a\n\nvar a = f() // #nosec G204 -- fixed', 'gosec|line|G204|var a=f()'],
    ['csharp', '#pragma warning disable CA2100, CS0618\nF();', 'roslyn|block|CA2100|'],
    ['csharp', '#pragma warning disable\nF();', 'roslyn|block||'],
    ['kotlin', '//noinspection SqlInjection\nval a = f()', 'intellij|line|SqlInjection|val a=f()'],
    ['java', 'class A { int a = f(); } // NOSONAR', 'sonarqube|line||class A{int a=f();}'],
    ['rust', 'fn a() { f(); } // nosemgrep: rust.a', 'semgrep|line|rust.a|fn a(){f();}'],
    ['ruby', 'eval(a) # rubocop:disable Security/Eval, Style/Send', 'rubocop|line|Security/Eval|eval(a)'],
    ['ruby', '# rubocop:todo Security/Open -- later\nopen(a)', 'rubocop|block|Security/Open|'],
    [
      'php',
      '<?php\n// phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- built above\nf();',
      'phpcs|line|WordPress.DB.PreparedSQL.NotPrepared|f()',
    ],
    ['php', '<?php\nf(); # phpcs:ignore', 'phpcs|line||f()'],
    ['php', '<?php\n/* phpcs:disable WordPress.Security */\nf();', 'phpcs|block|WordPress.Security|'],
    ['php', '<?php\n// phpcs:ignoreFile\nf();', 'phpcs|file||'],
    ['php', '<?php\n/**\n * @psalm-suppress TaintedSql\n */\nf();', 'psalm|line|TaintedSql|f()'],
    ['c', 'int a = f(); // NOLINT(cert-env33-c)', 'clang-tidy|line|cert-env33-c|int a=f()'],
    ['c', '/* Flawfinder: ignore */\nint a = f();', 'flawfinder|line||int a=f()'],
    [
      'c',
      '// cppcheck-suppress bufferAccessOutOfBounds\nint a = f();',
      'cppcheck|line|bufferAccessOutOfBounds|int a=f()',
    ],
    ['cpp', '// NOLINTNEXTLINE\nint a = f();', 'clang-tidy|line||int a=f()'],
    ['cpp', '// NOLINTBEGIN(bugprone-*)\nint a = f();', 'clang-tidy|block||'],
  ])('%s: %s', async (language, text, expected) => {
    expect(await taken(text, language)).toEqual([expected]);
  });
});

describe('when a comment silences nothing that security rests on', () => {
  it.each<[LanguageId, string]>([
    ['javascript', '// eslint-disable-next-line no-console\nf();'],
    ['javascript', '/* eslint-disable-next-line max-len -- eslint-disable */\nf();'],
    ['javascript', '/* eslint-enable */'],
    ['javascript', '/* eslint-env node */'],
    ['javascript', '/* eslint no-eval: "error" */'],
    ['javascript', '// do not write eslint-disable here'],
    ['javascript', 'f("// eslint-disable-line");'],
    ['javascript', 'f(`/* nosemgrep */`);'],
    ['javascript', 'f(); // nosec'],
    ['go', 'package a\n\nvar a = f() //nolint:lll'],
    ['csharp', '#pragma warning disable 612, 618\nF();'],
    ['csharp', '#pragma warning disable IDE0060\nF();'],
    ['ruby', 'f # rubocop:disable Metrics/MethodLength'],
    ['ruby', 'f "# rubocop:disable Security/Eval"'],
    ['php', '<?php\n// phpcs:ignore Squiz.Commenting.FileComment\nf();'],
    ['c', 'int a = f(); // NOLINT(readability-magic-numbers)'],
    ['cpp', '// cppcheck-suppress unusedFunction\nint a = f();'],
    ['tsx', 'const a = <p>// eslint-disable-line</p>;'],
    ['python', 'f()  # noqa: E501'],
    ['python', 'f("# nosec")'],
    ['python', 'f()  # nosecrets here'],
    ['python', 'f()  # pylint: disable=line-too-long'],
    ['python', '"""\n# nosec\n"""'],
  ])('%s: %s', async (language, text) => {
    expect(await taken(text, language)).toEqual([]);
  });
});

describe('when the table is read', () => {
  it('has no pattern that remembers where it stopped', () => {
    for (const { pattern, security } of DIRECTIVES) expect(pattern.flags + security.flags).not.toMatch(/[gy]/u);
  });

  it('marks lines whatever the case', () => {
    expect(DIRECTIVE_MARK.flags).toContain('i');
  });
});
