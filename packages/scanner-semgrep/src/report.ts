import { guardJson } from '@pawl/sarif';
import { AdapterError, type CommandResult } from '@pawl/scanner';
import { integerOf, listOf, recordOf, textOf } from './json-shape.ts';

/** One match, at byte offsets from 0. */
export interface Match {
  readonly rule: string;
  /** As Semgrep writes it: under the folder of the files. */
  readonly path: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface Complaint {
  readonly type: string;
  readonly message: string;
  readonly path?: string;
  readonly rule?: string;
}

export interface Report {
  readonly version: string;
  readonly matches: readonly Match[];
  readonly complaints: readonly Complaint[];
  readonly scanned: readonly string[];
  readonly skipped: readonly string[];
}

/** Reads what `semgrep scan --json` prints. Whatever is not as expected throws: a report is read whole or not at all. */
export function readReport(output: unknown): Report {
  const { result } = output as CommandResult;
  guardJson(result);
  const report = recordOf(JSON.parse(result), 'the report');
  const paths = recordOf(report['paths'], 'paths');
  const leftOut = paths['skipped'] === undefined ? [] : listOf(paths['skipped'], 'paths.skipped');
  if (listOf(report['skipped_rules'], 'skipped_rules').length > 0) throw new Error('rules were left out');
  return {
    version: textOf(report['version'], 'version'),
    matches: listOf(report['results'], 'results').map(readMatch),
    complaints: listOf(report['errors'], 'errors').map(readComplaint),
    scanned: listOf(paths['scanned'], 'paths.scanned').map((path) => textOf(path, 'a scanned path')),
    skipped: leftOut.map((each) => textOf(recordOf(each, 'a skipped path')['path'], 'a skipped path')),
  };
}

/** @throws AdapterError `wrong-version`: both sides of a delta must come from one version. */
export function demandVersion({ version }: Report, pinned: string): void {
  if (version === pinned) return;
  throw new AdapterError('wrong-version', `Semgrep ${version} answered, and ${pinned} is locked.`, {
    next: `pip install semgrep==${pinned}`,
  });
}

function readMatch(value: unknown): Match {
  const match = recordOf(value, 'a result');
  const extra = recordOf(match['extra'], 'extra of a result');
  return {
    rule: textOf(match['check_id'], 'check_id'),
    path: textOf(match['path'], 'path of a result'),
    message: textOf(extra['message'], 'message of a result'),
    start: integerOf(recordOf(match['start'], 'start')['offset'], 'offset of the start'),
    end: integerOf(recordOf(match['end'], 'end')['offset'], 'offset of the end'),
  };
}

/** A type is a word, or a list of a word and details. */
function readComplaint(value: unknown): Complaint {
  const error = recordOf(value, 'an error');
  const type = Array.isArray(error['type']) ? (error['type'] as readonly unknown[])[0] : error['type'];
  const { path, rule_id: rule } = error;
  return {
    type: textOf(type, 'type of an error'),
    message: textOf(error['message'], 'message of an error'),
    ...(path === undefined ? {} : { path: textOf(path, 'path of an error') }),
    ...(rule === undefined ? {} : { rule: textOf(rule, 'rule_id of an error') }),
  };
}
