import { AdapterError } from '@pawl/scanner';

/** Errors that the report tells as well: the file stands under `errors`. */
const ALSO_IN_THE_REPORT = /^(Exception occurred when executing tests against |Run "bandit --debug )/u;

/**
 * The files on which a test of Bandit's broke down, by what Bandit printed. Nothing else tells: the report has no error,
 * the exit status is that of success, and what the test would have found there is missing. `mark_safe()` is enough.
 *
 * @throws AdapterError `rules-missing` where a pinned test is not installed.
 * @throws Error where Bandit complains of something that we do not know.
 */
export function filesWithBrokenTests(stderr: string, paths: readonly string[]): ReadonlySet<string> {
  if (stderr.includes('Unknown test found in profile'))
    throw new AdapterError('rules-missing', 'A test of Bandit that was pinned is not installed here.', {
      next: 'pawl lock',
    });
  const broken = new Set<string>();
  for (const [, complaint = ''] of stderr.matchAll(/^\[[^\]\n]*\]\t(?:ERROR|CRITICAL)\t(.*)$/gmu)) {
    if (ALSO_IN_THE_REPORT.test(complaint)) continue;
    const [, where] = /^Bandit internal error running: \S+ on file (.*)$/u.exec(complaint) ?? [];
    const path = paths.find((each) => where?.startsWith(`${each} at line `));
    if (path === undefined) throw new Error(`Bandit says: ${complaint.slice(0, 200)}`);
    broken.add(path);
  }
  return broken;
}
