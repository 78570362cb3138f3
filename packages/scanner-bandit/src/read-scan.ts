import { AdapterError, type CommandResult, readExaminations, type ScanRequest, type ScanResult } from '@pawl/scanner';
import { filesWithBrokenTests } from './complaints.ts';
import { type Evidence, examine } from './examine.ts';
import { type Installation, readVersion } from './installation.ts';
import { NAME } from './name.ts';
import { type Report, readReport } from './report.ts';
import { toRawFinding } from './to-raw-finding.ts';

interface Expected {
  readonly version: string;
  readonly python: string | undefined;
}

/**
 * From what Bandit left to findings and coverage.
 *
 * @throws AdapterError where another Bandit, another Python or other tests answered than the pinned ones.
 * @throws Error where the report contradicts itself, or is not as Bandit writes it.
 */
export function readScan(output: unknown, request: ScanRequest, expected: Expected): ScanResult {
  const { steps, result, folder } = output as CommandResult;
  const [asked, scanned] = steps;
  if (asked === undefined || scanned === undefined) throw new Error('a step of the scan is missing');
  verifyInstallation(readVersion(asked.stdout), expected);
  const report = readReport(result);
  if (scanned.status !== (report.results.length > 0 ? 1 : 0))
    throw new Error('the exit status says otherwise than the report whether something was found');
  const paths = request.files.map(({ file }) => `${folder}/${file}`);
  const evidence = gather(report, paths, filesWithBrokenTests(scanned.stderr, paths));
  const examinations = request.files.map(({ text }, index) => examine(text, evidence[index] as Evidence));
  return readExaminations(NAME, examinations, request, toRawFinding);
}

function verifyInstallation({ version, python }: Installation, expected: Expected): void {
  if (version === expected.version && python === expected.python) return;
  const pinned = `Bandit ${expected.version} on Python ${String(expected.python)}`;
  throw new AdapterError('wrong-version', `${pinned} is pinned, and Bandit ${version} on Python ${python} answered.`, {
    next: `pip install bandit==${expected.version}`,
  });
}

/** What the report says of each path. @throws Error where it speaks of a file that is not there. */
function gather(report: Report, paths: readonly string[], broken: ReadonlySet<string>): readonly Evidence[] {
  const results = byFile(report.results);
  const errors = byFile(report.errors);
  const metrics = byFile(report.metrics);
  const known = new Set(paths);
  const stray = [results, errors, metrics].flatMap((each) => [...each.keys()]).find((path) => !known.has(path));
  if (stray !== undefined) throw new Error(`the report speaks of ${JSON.stringify(stray)}, which is not there`);
  return paths.map((path) => ({
    results: results.get(path) ?? [],
    error: errors.get(path)?.[0]?.reason,
    metrics: metrics.get(path)?.[0],
    hasBrokenTest: broken.has(path),
  }));
}

function byFile<Entry extends { readonly filename: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, readonly Entry[]> {
  const map = new Map<string, Entry[]>();
  for (const entry of entries) {
    const here = map.get(entry.filename);
    if (here) here.push(entry);
    else map.set(entry.filename, [entry]);
  }
  return map;
}
