import type { Framework } from '../settings.ts';

const BY_NAME = /[._-](?:test|spec|cy|e2e)s?\.[cm]?[jt]sx?$/iu;
const BY_FOLDER = /(?:^|\/)(?:__tests__|tests?|specs?)\//iu;
const NODE_NAME = /(?:^|\/)(?:test|test-[^/]+)\.[cm]?[jt]s$|[._-]test\.[cm]?[jt]s$/iu;
const PYTHON = /(?:^|\/)(?:test[^/]*|[^/]*_tests?|tests?)\.py$/u;

/** Whether a framework looks for tests in a file of this name by itself. */
export function isCollected(file: string, framework?: Framework): boolean {
  if (file.endsWith('.py')) return PYTHON.test(file);
  if (file.endsWith('.go')) return file.endsWith('_test.go') && !/(?:^|\/)[_.]/u.test(file);
  if (BY_NAME.test(file) || NODE_NAME.test(file)) return true;
  return framework === 'vitest' ? false : BY_FOLDER.test(file);
}

/** Whether tests that were collected under one name still are under another. */
export function staysCollected(before: string, after: string, framework?: Framework): boolean {
  if (before === after || !isCollected(before, framework)) return true;
  // A name that was collected for its ending is not collected for its folder.
  if (BY_NAME.test(before) && framework !== 'node' && framework !== 'mocha')
    return BY_NAME.test(after) || (BY_FOLDER.test(after) && /(?:^|\/)__tests__\//u.test(after));
  return isCollected(after, framework);
}
