import type { ScanRequest } from '@pawl/scanner';
import { type HonestRun, lyingToolSuite } from '@pawl/scanner-tester';
import { describe, it } from 'vitest';
import {
  foundNothingInTheFirst,
  gaveUpOnTheFirst,
  runThatSays,
  saidOfAsserts,
  scannerFromRecord,
} from './said.fixture.ts';

const request: ScanRequest = {
  files: [
    { file: 'a.py', blob: 'blob-a', text: 'assert ok\n' },
    { file: 'pkg/b.py', blob: 'blob-b', text: 'assert ok\nx = 1\n' },
  ],
};

const INTERNAL_ERROR =
  "[tester]\tERROR\tBandit internal error running: assert_used on file {files}/a.py at line 1: 'name'Traceback\n";

function admissions(asked: ScanRequest): Readonly<Record<string, HonestRun>> {
  const honest = saidOfAsserts(asked);
  const gaveUp = gaveUpOnTheFirst(honest);
  const because = (reason: string): HonestRun =>
    runThatSays({ ...gaveUp, errors: [{ filename: '{files}/a.py', reason }] });
  const silenced = { ...foundNothingInTheFirst(honest) };
  const obeyed = { ...silenced.metrics['{files}/a.py'], nosec: 1 };
  return {
    'it could not parse a file': because('syntax error while parsing AST from file'),
    'it stopped with an exception on a file': because('exception while scanning file'),
    'it could not open a file': because('Permission denied'),
    'it did not come to the end of a file': runThatSays(gaveUp),
    'a test of its own broke down on a file': runThatSays(foundNothingInTheFirst(honest), INTERNAL_ERROR),
    'a test that is pinned is not there': runThatSays(
      foundNothingInTheFirst(honest),
      '[extension_loader]\tWARNING\tUnknown test found in profile: B101\n',
    ),
    'it has an error that nobody knows': runThatSays(foundNothingInTheFirst(honest), '[main]\tERROR\tno luck\n'),
    'it obeyed a comment': runThatSays({ ...silenced, metrics: { ...silenced.metrics, '{files}/a.py': obeyed } }),
  };
}

const suite = lyingToolSuite({
  scanner: await scannerFromRecord(),
  request,
  honest: saidOfAsserts,
  namesScanned: true,
  admissions,
});

describe('when Bandit lies', () => {
  const lies = suite.map(({ title, attempt }) => [title, attempt] as const);
  // In milliseconds, for a machine that has other things to do: one of them starts the tool 254 times.
  it.each(lies)('it is not believed: the tool %s', (_, attempt) => attempt(), 120_000);
});
