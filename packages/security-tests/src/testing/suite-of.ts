import { tmpdir } from 'node:os';
import { runSuite, type SecuritySuite, type SuiteOptions, type SuiteOutcome, type TreeFile } from '../index.ts';
import { judgeOf } from '../which/is-security-test.ts';
import { floorsOf } from './floors-of.ts';

export type Files = Readonly<Record<string, string>>;

/** Runs a suite whose trees are given as path → text; the judged tree is the locked one with some changes, `null` for a file that is gone. */
export async function suiteOf(
  suite: Partial<SecuritySuite> & Pick<SecuritySuite, 'files' | 'framework'>,
  locked: Files,
  changes: Readonly<Record<string, string | null>> = {},
  options: SuiteOptions = { workTree: tmpdir() },
): Promise<SuiteOutcome> {
  const whole: SecuritySuite = { name: 'guards', timeoutMs: 60_000, ...suite };
  const { inSuite } = judgeOf({ suites: [whole] });
  const tests = Object.fromEntries(Object.entries(locked).filter(([file]) => inSuite(file)));
  const judged = Object.entries({ ...locked, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return runSuite(
    {
      suite: whole,
      locked: treeOf(Object.entries(locked)),
      floor: await floorsOf(tests, { inSuite }),
      judged: treeOf(judged),
    },
    options,
  );
}

function treeOf(entries: readonly (readonly [string, string])[]): readonly TreeFile[] {
  return entries.map(([file, content]) => ({ file, content }));
}

/** The rules of what failed, or the code of what kept it from running. */
export function saidBy(outcome: SuiteOutcome): string {
  if (outcome.kind === 'passed') return 'passed';
  return outcome.kind === 'could-not-run'
    ? outcome.code
    : [...new Set(outcome.findings.map(({ rule }) => rule))].join();
}
