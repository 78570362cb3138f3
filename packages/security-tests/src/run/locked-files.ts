import { graftSettings, isGrafted } from './graft-settings.ts';
import type { TreeFile } from './tree-file.ts';

/** Folders that hold tests and what tests need. */
const TESTS =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|__fixtures__|__snapshots__|specs?|e2e|testdata|cypress|playwright|test[-_]?(?:utils?|helpers?|support))\//iu;
const TEST_NAMES =
  /[._-](?:test|spec|cy|e2e)s?\.[cm]?[jt]sx?$|(?:^|\/)(?:test_[^/]*|[^/]*_tests?|tests|conftest)\.py$|_test\.go$/iu;
/** What decides how tests are found, transformed and told about, and what interpreters read before any of our code. */
const SETTINGS =
  /(?:^|\/)(?:(?:vitest|vite|jest|babel|playwright|cypress|ava|nyc)(?:\.[\w-]+)?\.(?:config|workspace|setup|preset)\.(?:[cm]?[jt]s|json)|\.babelrc(?:\.[cm]?js|\.json)?|\.swcrc|\.mocharc\.\w+|mocha\.opts|\.taprc|[\w.-]*tsconfig[\w.-]*\.json|\.?pytest\.(?:ini|toml)|sitecustomize\.py|usercustomize\.py|[^/]*\.pth|\.coveragerc|\.npmrc|\.yarnrc(?:\.ya?ml)?|\.pnpmfile\.cjs|pip\.conf|(?:vitest|jest|test)[-.]?setup\.[cm]?[jt]sx?|setup[-.]?tests?\.[cm]?[jt]sx?)$/iu;
/** Dependencies, and compiled Python: a tree that is judged may not bring its own. */
const BROUGHT = /(?:^|\/)(?:node_modules|\.venv|venv|site-packages|\.pnp\.c?js|\.yarn)(?:\/|$)/u;
const COMPILED = /(?:^|\/)__pycache__\/|\.py[co]$/u;

/** Whether a file is taken from the locked tree, and left out where that has none. */
export function isLocked(file: string, inSuite: (file: string) => boolean): boolean {
  return inSuite(file) || TESTS.test(file) || TEST_NAMES.test(file) || SETTINGS.test(file) || BROUGHT.test(file);
}

/**
 * The tree that is judged, with the tests of the locked tree in it: every test, helper, fixture and setting of a test framework is the
 * locked one, and what the judged tree adds of these is not there at all.
 */
export function checkoutOf(
  locked: readonly TreeFile[],
  judged: readonly TreeFile[],
  inSuite: (file: string) => boolean,
): readonly TreeFile[] {
  const before = new Map(locked.map((each) => [each.file, each]));
  const own = judged.filter(({ file }) => !isLocked(file, inSuite) && !COMPILED.test(file));
  return [
    ...own.map((each) => (isGrafted(each.file) ? graftSettings(each, before.get(each.file)) : each)),
    ...locked.filter(({ file }) => isLocked(file, inSuite) && !COMPILED.test(file)),
  ];
}
