import type { CollectionFloor } from './file-floor.ts';

/** Files that say which tests are collected, and how much coverage is enough. */
const CONFIGURES =
  /(?:^|\/)(?:(?:vitest|vite|jest|playwright|karma)(?:\.[\w-]+)?\.(?:config|workspace)\.(?:[cm]?[jt]s|json)|vitest\.workspace\.[cm]?[jt]s|\.mocharc\.(?:[cm]?js|json|jsonc|ya?ml)|mocha\.opts|\.?pytest\.ini|\.?pytest\.toml|pyproject\.toml|setup\.cfg|tox\.ini|conftest\.py|package\.json|\.nycrc(?:\.json|\.ya?ml)?|\.c8rc(?:\.json)?|\.coveragerc|nyc\.config\.[cm]?js|noxfile\.py|Makefile)$/u;

export function configuresTests(file: string): boolean {
  return CONFIGURES.test(file);
}

const OPTION =
  /--(?:ignore(?:-glob)?|deselect|exclude|testPathIgnorePatterns|test-name-pattern|testNamePattern|grep|fgrep|invert|spec|skip)(?:[= ]\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"']+))?|(?<![\w-])-(?:k|m|skip|run)[= ]\s*(?:\\?"[^"\n]*"|'[^'\n]*'|[^\s"']+)/gu;
const LIST =
  /(?<![\w-])["']?(testPathIgnorePatterns|modulePathIgnorePatterns|exclude|ignore|collect_ignore(?:_glob)?|norecursedirs|testIgnore|grepInvert|python_files|python_classes|python_functions|testMatch|testRegex|testpaths|roots)["']?\s*[:=+]+\s*(\[[^\]]{0,4000}\]|[^\n,}]{1,400})/gu;
const NARROWS = /^(?:python_|testMatch|testRegex|testpaths|roots)/u;
const THRESHOLD =
  /["']?(fail_under|--?cov-fail-under|cov-fail-under|statements|branches|functions|lines|check-coverage)["']?\s*[:= ]\s*["']?(\d{1,3}(?:\.\d+)?)\b/gu;

/** What a configuration leaves out, piece by piece, and the least coverage that it asks for. */
export function collectionOf(file: string, text: string): CollectionFloor {
  const code = text.replace(/^\s*(?:#|\/\/).*$/gmu, '');
  return {
    exclusions: [...new Set([...optionsIn(code), ...listsIn(code), ...hooksIn(file, code)])],
    scripts: file.endsWith('package.json') ? scriptsIn(text) : {},
    thresholds: thresholdsIn(code),
  };
}

function optionsIn(code: string): readonly string[] {
  return [...code.matchAll(OPTION)].map(([option]) =>
    option
      .replace(/\\?["']/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
}

function listsIn(code: string): readonly string[] {
  return [...code.matchAll(LIST)].flatMap(([, name = '', value = '']) => {
    const items = [...value.matchAll(/["'`]([^"'`\n]+)["'`]/gu)].map(([, item = '']) => item);
    const plain =
      items.length > 0 ? items : value.split(/[\s,]+/u).filter((item) => item !== '' && !/^[[\]]/u.test(item));
    // What is collected narrows as a whole: one entry more is no exclusion.
    return NARROWS.test(name) ? [`${name}: ${plain.join(' ')}`] : plain.map((item) => `${name}: ${item}`);
  });
}

/** `pytest_collection_modifyitems` and `pytest_ignore_collect` take tests away by code. */
function hooksIn(file: string, code: string): readonly string[] {
  if (!file.endsWith('conftest.py')) return [];
  const hook =
    /^def (pytest_(?:collection_modifyitems|ignore_collect|runtest_makereport|runtest_protocol|runtest_call|pyfunc_call|sessionfinish|report_teststatus|collect_file|pycollect_makeitem))\b.*(?:\n(?:[ \t].*|\s*))*/gmu;
  return [...code.matchAll(hook)].map(([body, name = '']) => `${name}: ${body.replace(/\s+/gu, ' ').slice(0, 400)}`);
}

const RUNS_TESTS = /^(?:test|pretest|posttest|check|ci|verify)(?![a-z])|security/iu;

function scriptsIn(text: string): Readonly<Record<string, string>> {
  const pairs = /"scripts"\s*:\s*\{([^}]*)\}/u.exec(text)?.[1] ?? '';
  const scripts = [...pairs.matchAll(/"((?:\\.|[^"\\])+)"\s*:\s*"((?:\\.|[^"\\])*)"/gu)];
  return Object.fromEntries(
    scripts.map(([, name = '', command = '']) => [name, command] as const).filter(([name]) => RUNS_TESTS.test(name)),
  );
}

function thresholdsIn(code: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [, name = '', value = ''] of code.matchAll(THRESHOLD)) {
    const key = name.replace(/^-+/u, '');
    found[key] = Math.max(found[key] ?? 0, Number(value));
  }
  return found;
}
