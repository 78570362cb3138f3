import type { Pin, Scanner, ScanRequest } from '@pawl/scanner';
import type { HonestRun } from '@pawl/scanner-tester';
import { banditAdapter } from './bandit-adapter.ts';

/** What Bandit 1.9.4 printed, recorded. */
export const VERSION_SAID = 'bandit 1.9.4\n  python version = 3.11.7 (main, May  9 2026, 07:35:25) [GCC 12.2.0]\n';
export const HELP_SAID = [
  'usage: bandit [-h] [-r] [-a {file,vuln}] [-n CONTEXT_LINES] [-c CONFIG_FILE]',
  '',
  'The following tests were discovered and loaded:',
  '-----------------------------------------------',
  '\tB307\teval',
  '\tB101\tassert_used',
  '',
].join('\n');

const said = (stdout: string): { status: number; stdout: string; stderr: string } => ({
  status: 0,
  stdout,
  stderr: '',
});

export function pinFrom(version = VERSION_SAID, help = HELP_SAID): Promise<Pin> {
  const value = { steps: [said(version), said(help)], result: help, folder: '/f' };
  return banditAdapter.pin(
    {},
    {
      run: () => Promise.resolve({ kind: 'done', value }),
      readFile: () => Promise.resolve(undefined),
      listFiles: () => Promise.resolve([]),
    },
  );
}

export async function scannerFromRecord(): Promise<Scanner> {
  return banditAdapter.open({}, await pinFrom());
}

const NO_COUNTS = { loc: 1, nosec: 0, skipped_tests: 0 };
const counts = (assert: number): object => ({
  'CONFIDENCE.HIGH': assert,
  'CONFIDENCE.LOW': 0,
  'CONFIDENCE.MEDIUM': 0,
  'CONFIDENCE.UNDEFINED': 0,
  'SEVERITY.HIGH': 0,
  'SEVERITY.LOW': assert,
  'SEVERITY.MEDIUM': 0,
  'SEVERITY.UNDEFINED': 0,
  ...NO_COUNTS,
});

const assertOnLine1 = (filename: string): object => ({
  code: '1 assert ok\n',
  col_offset: 0,
  end_col_offset: 9,
  filename,
  issue_confidence: 'HIGH',
  issue_cwe: { id: 703, link: 'https://cwe.mitre.org/data/definitions/703.html' },
  issue_severity: 'LOW',
  issue_text: 'Use of assert detected. The enclosed code will be removed when compiling to optimised byte code.',
  line_number: 1,
  line_range: [1],
  more_info: 'https://bandit.readthedocs.io/en/1.9.4/plugins/b101_assert_used.html',
  test_id: 'B101',
  test_name: 'assert_used',
});

/** What Bandit says of files that each begin with `assert ok`, in the shape of its own record. */
export function saidOfAsserts({ files }: ScanRequest, folder = '{files}'): HonestRun & { readonly report: Report } {
  const paths = files.map(({ file }) => `${folder}/${file}`);
  const report: Report = {
    errors: [],
    generated_at: '2026-11-23T05:36:10Z',
    metrics: {
      ...Object.fromEntries(paths.map((path) => [path, counts(1)])),
      _totals: counts(paths.length),
    },
    results: paths.map(assertOnLine1),
  };
  return { report, ...runThatSays(report) };
}

export interface Report {
  readonly errors: readonly object[];
  readonly generated_at: string;
  readonly metrics: Readonly<Record<string, object>>;
  readonly results: readonly object[];
}

export function runThatSays(report: Report, stderr = ''): HonestRun {
  const status = report.results.length > 0 ? 1 : 0;
  return { result: JSON.stringify(report, null, 2), steps: [{ stdout: VERSION_SAID }, { status, stderr }] };
}

/** The same run, in which Bandit found nothing in its first file and did not read that to the end. */
export function gaveUpOnTheFirst({ report }: { readonly report: Report }): Report {
  const [first = ''] = Object.keys(report.metrics);
  return {
    ...report,
    metrics: { ...report.metrics, [first]: NO_COUNTS },
    results: report.results.slice(1),
  };
}

/** The same run, in which Bandit counted and found nothing in its first file. */
export function foundNothingInTheFirst({ report }: { readonly report: Report }): Report {
  const [first = ''] = Object.keys(report.metrics);
  return { ...report, metrics: { ...report.metrics, [first]: counts(0) }, results: report.results.slice(1) };
}
