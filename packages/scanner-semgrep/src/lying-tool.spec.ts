import type { ScanRequest } from '@pawl/scanner';
import { type HonestRun, lyingToolSuite } from '@pawl/scanner-tester';
import { describe, it } from 'vitest';
import { runThatSays, type Said, saidOfEvals, scannerFromPin, withoutInTheFirst } from './said.fixture.ts';

const request: ScanRequest = {
  files: [
    { file: 'a.py', blob: 'blob-a', text: 'eval(x)\n' },
    { file: 'pkg/b.py', blob: 'blob-b', text: 'eval(x)\ny = "é"\n' },
  ],
};

function admissions(asked: ScanRequest): Readonly<Record<string, HonestRun>> {
  const honest = saidOfEvals(asked);
  const path = honest.paths.scanned[0];
  const silent = withoutInTheFirst(honest, (rule) => rule === 'py-eval');
  const but = (error: object): HonestRun => runThatSays({ ...silent, errors: [{ code: 2, level: 'warn', ...error }] });
  const lacking = (rule: string): Said => withoutInTheFirst(silent, (each) => each === `pawl.canary.${rule}`);
  return {
    'it read a file in part': but({ type: ['PartialParsing', [{ path }]], message: 'Syntax error', path }),
    'it could not read a file': but({ type: 'Other syntax error', message: 'Syntax error', path }),
    'a rule took too long': but({ type: 'Timeout', rule_id: 'py-eval', message: 'Timeout', path }),
    'a rule found too much': but({ type: 'Too many matches', rule_id: 'py-eval', message: 'Too many', path }),
    'it ran out of memory': but({ type: 'Out of memory', message: 'OOM', path }),
    'an error is of a type that nobody knows': but({ type: 'Moonshine', message: 'm', path }),
    'an error is about no file': but({ type: 'Fatal error', message: 'm' }),
    'an error is only information': but({ level: 'info', type: 'Missing plugin', rule_id: 'py-eval', message: 'm' }),
    'a rule was left out': runThatSays({ ...silent, skipped_rules: [{ rule_id: 'py-eval' }] }),
    'it passed over a file': runThatSays({ ...silent, paths: { scanned: honest.paths.scanned.slice(1) } }),
    'no rule for Python came to a file': runThatSays(lacking('python')),
    'generic patterns did not come to a file': runThatSays(lacking('read.0')),
  };
}

const suite = lyingToolSuite({
  scanner: scannerFromPin(),
  request,
  honest: (asked) => runThatSays(saidOfEvals(asked)),
  namesScanned: true,
  admissions,
});

describe('when Semgrep lies', () => {
  const lies = suite.map(({ title, attempt }) => [title, attempt] as const);
  // Some of them start the tool once for each exit status.
  it.each(lies)('it is not believed: the tool %s', (_, attempt) => attempt(), 120_000);
});
