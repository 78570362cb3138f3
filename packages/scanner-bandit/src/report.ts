import { guardJson } from '@pawl/sarif';
import { integerOf, listOf, oneOf, recordOf, textOf } from './json-shape.ts';

export const RANKS = ['UNDEFINED', 'LOW', 'MEDIUM', 'HIGH'] as const;
export type Rank = (typeof RANKS)[number];

/** One result, in Bandit's own counting: lines from 1, columns in bytes of UTF-8 from 0. */
export interface Result {
  readonly filename: string;
  readonly test: string;
  readonly text: string;
  readonly severity: Rank;
  readonly confidence: Rank;
  readonly cwe: number | undefined;
  readonly line: number;
  /** The lines of the statement, first and last. */
  readonly lines: readonly [number, number];
  readonly column: number;
  readonly endColumn: number;
}

/** What Bandit counted in one file. Only a file that it read to the end has counts by severity. */
export interface Metrics {
  readonly filename: string;
  /** Results that a `# nosec` kept back. */
  readonly silenced: number;
  readonly severity: Readonly<Record<Rank, number>> | undefined;
}

export interface Report {
  readonly results: readonly Result[];
  readonly errors: readonly { readonly filename: string; readonly reason: string }[];
  readonly metrics: readonly Metrics[];
}

const MEMBERS = 'errors,generated_at,metrics,results';

/** Reads the JSON report. @throws Error where anything is not as Bandit writes it. */
export function readReport(text: string): Report {
  guardJson(text);
  const report = recordOf(JSON.parse(text), 'the report');
  if (Object.keys(report).sort().join() !== MEMBERS) throw new Error(`the report does not consist of ${MEMBERS}`);
  const { _totals: totals, ...files } = recordOf(report['metrics'], 'metrics');
  recordOf(totals, 'metrics._totals');
  return {
    results: listOf(report['results'], 'results').map(toResult),
    errors: listOf(report['errors'], 'errors').map(toError),
    metrics: Object.entries(files).map(toMetrics),
  };
}

function toResult(value: unknown): Result {
  const result = recordOf(value, 'a result');
  const lines = listOf(result['line_range'], 'line_range').map((line) => integerOf(line, 1, 'line_range'));
  const [first] = lines;
  if (first === undefined || lines.some((line, index) => line !== first + index))
    throw new Error('line_range is not a range of lines');
  return {
    filename: textOf(result['filename'], 'filename'),
    test: testOf(result['test_id']),
    text: textOf(result['issue_text'], 'issue_text'),
    severity: oneOf(result['issue_severity'], RANKS, 'issue_severity'),
    confidence: oneOf(result['issue_confidence'], RANKS, 'issue_confidence'),
    cwe: cweOf(result['issue_cwe']),
    line: integerOf(result['line_number'], 1, 'line_number'),
    lines: [first, first + lines.length - 1],
    column: integerOf(result['col_offset'], 0, 'col_offset'),
    endColumn: integerOf(result['end_col_offset'], 0, 'end_col_offset'),
  };
}

function testOf(value: unknown): string {
  const test = textOf(value, 'test_id');
  if (!/^[A-Z]+\d+$/u.test(test)) throw new Error('test_id is not the name of a test');
  return test;
}

/** `{}` where a test names none. */
function cweOf(value: unknown): number | undefined {
  const cwe = recordOf(value, 'issue_cwe');
  return Object.keys(cwe).length === 0 ? undefined : integerOf(cwe['id'], 1, 'issue_cwe.id');
}

function toError(value: unknown): { readonly filename: string; readonly reason: string } {
  const error = recordOf(value, 'an error');
  return { filename: textOf(error['filename'], 'filename'), reason: textOf(error['reason'], 'reason') };
}

function toMetrics([filename, value]: [string, unknown]): Metrics {
  const counts = recordOf(value, 'metrics of a file');
  const count = (name: string): number => integerOf(counts[name], 0, name);
  const silenced = count('nosec') + count('skipped_tests');
  const ended = Object.keys(counts).some((name) => name.startsWith('SEVERITY.'));
  if (!ended) return { filename, silenced, severity: undefined };
  const [UNDEFINED, LOW, MEDIUM, HIGH] = RANKS.map((rank) => count(`SEVERITY.${rank}`)) as [
    number,
    number,
    number,
    number,
  ];
  return { filename, silenced, severity: { UNDEFINED, LOW, MEDIUM, HIGH } };
}
