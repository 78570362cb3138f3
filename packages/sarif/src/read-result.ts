import type { RawFinding } from '@pawl/findings';
import { artifactPath } from './artifact-path.ts';
import { cweOf } from './cwe.ts';
import { messageOf } from './message.ts';
import type { Node } from './node.ts';
import type { RuleTable } from './rules.ts';
import { severityOf } from './severity.ts';

/** So that one number in a log cannot exhaust the memory. */
const MAX_OCCURRENCES = 1_000;

export interface RunContext {
  readonly run: Node;
  readonly rules: RuleTable;
  /** The name that findings carry. */
  readonly tool: string;
  /** The `file:` URI of the folder that was scanned. */
  readonly root: string | undefined;
}

/**
 * One finding for each place of a result. What a log says about its own results (`suppressions`, `baselineState`,
 * `kind`, `level: none`) hides none of them: a result is new when our own delta says so.
 */
export function readResult(context: RunContext, result: Node): readonly RawFinding[] {
  const { run, rules, tool } = context;
  const { id, rule } = rules.of(result);
  const finding = {
    tool,
    rule: id,
    severity: severityOf(result, rule),
    message: messageOf(run, result.need('message'), () => rule),
    cwe: cweOf(run, result, rule),
  };
  const mark = isSuppressed(result) ? { suppressed: true } : {};
  const locations = result.need('locations').items();
  if (locations.length === 0) return result.fail('missing-field', 'has no location');
  const findings = locations.map((location) => ({ ...finding, ...placeOf(context, location), ...mark }));
  return Array.from({ length: timesOf(result) }, () => findings).flat();
}

/** A result may stand for several equal ones (SARIF 3.27.31); told as one, new copies of an old finding would be free. */
function timesOf(result: Node): number {
  const count = result.get('occurrenceCount');
  const times = count?.integer(1) ?? 1;
  return times <= MAX_OCCURRENCES ? times : result.fail('bad-number', `occurs more than ${MAX_OCCURRENCES} times`);
}

type Place = Pick<RawFinding, 'file' | 'line' | 'column' | 'endLine' | 'endColumn'>;

/** Without a region the whole file is meant, which is told at its first line. */
function placeOf({ run, root }: RunContext, location: Node): Place {
  const physical = location.need('physicalLocation');
  const file = artifactPath(run, physical.need('artifactLocation'), root);
  const region = physical.get('region');
  return region ? { file, ...readRegion(region) } : { file, line: 1 };
}

function readRegion(region: Node): Omit<Place, 'file'> {
  const line = region.need('startLine').integer(1);
  const endLine = region.get('endLine')?.integer(line);
  const given = region.get('startColumn')?.integer(1);
  const isOneLine = (endLine ?? line) === line;
  const endColumn = region.get('endColumn')?.integer(isOneLine ? (given ?? 1) : 1);
  // Without a start a region begins with its line (SARIF 3.30.6).
  const column = given ?? (endColumn === undefined ? undefined : 1);
  return {
    line,
    ...(column === undefined ? {} : { column }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}

/** A suppression that was asked for and not granted suppresses nothing (SARIF 3.35.3). */
function isSuppressed(result: Node): boolean {
  const states = result.list('suppressions').map((suppression) => suppression.get('status')?.text() ?? 'accepted');
  return states.includes('accepted');
}
