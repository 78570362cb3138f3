import type { LanguageId, SyntaxTree } from '@pawl/syntax';
import { collectionOf, configuresTests } from './collection-of.ts';
import type { FileFloor } from './file-floor.ts';
import type { FileReading } from './file-reading.ts';
import { readGo } from './go/read-go.ts';
import { readJavascript } from './javascript/read-javascript.ts';
import { readPython } from './python/read-python.ts';
import { holdsSnapshots, snapshotsOf } from './snapshots-of.ts';

const READERS: Readonly<Record<string, (tree: SyntaxTree) => FileReading>> = {
  javascript: readJavascript,
  typescript: readJavascript,
  tsx: readJavascript,
  python: readPython,
  go: readGo,
};

const TEST_FILE =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|security|testing|cypress|playwright|test_[^/]*|unittests?|integration)\/|[._-](?:test|spec|cy|e2e)s?\.[cm]?[jt]sx?$|(?:^|\/)(?:test-[^/]*\.[cm]?[jt]s|(?:test_[^/]*|[^/]*_tests?|tests?|conftest)\.py|[^/]*_test\.go)$/iu;

/**
 * What a floor of a file is made from: a tree with errors tolerated, its text, or nothing, because the file has none. `extra` are the globs
 * of the suites of a project, as one question.
 */
export function floorNeeds(
  file: string,
  language: LanguageId | undefined,
  inSuite: (file: string) => boolean = () => false,
): 'tree' | 'text' | 'nothing' {
  if (
    language !== undefined &&
    language in READERS &&
    (TEST_FILE.test(file) || inSuite(file)) &&
    !/(?:^|\/)node_modules\//u.test(file)
  )
    return 'tree';
  return configuresTests(file) || holdsSnapshots(file) ? 'text' : 'nothing';
}

/** What a file promises to test. It depends on its path and its text alone. */
export function floorOf(file: string, source: SyntaxTree | string): FileFloor {
  const text = typeof source === 'string' ? source : source.text;
  const read = typeof source === 'string' ? undefined : READERS[source.profile.id]?.(source);
  return {
    file,
    ...(read ?? { framework: undefined, tests: [], functions: [], imports: {} }),
    ...(holdsSnapshots(file) ? { snapshots: snapshotsOf(text) } : {}),
    ...(configuresTests(file) ? { collection: collectionOf(file, text) } : {}),
    ...(typeof source !== 'string' && source.hasErrors
      ? { notExamined: { code: 'syntax-error', why: `line ${String(source.errorLine)} does not parse` } }
      : {}),
  };
}

/** The floor of a file that owes one and could not be read: too large, too deep, or without a tree. */
export function unreadFloor(file: string, notExamined: NonNullable<FileFloor['notExamined']>): FileFloor {
  return { file, framework: undefined, tests: [], functions: [], imports: {}, notExamined };
}
