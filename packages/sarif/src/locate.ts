import type { RawFinding } from '@pawl/findings';
import type { ColumnKind, SarifRun } from './read-sarif.ts';
import { SarifError } from './sarif-error.ts';

/**
 * The findings of a run with columns in UTF-16 units, after each place was looked up in the text that is judged.
 *
 * @throws SarifError `stale` where a file is not there or has fewer lines: then the log is about another tree.
 */
export function locate(
  { findings, columnKind }: Pick<SarifRun, 'findings' | 'columnKind'>,
  textOf: (file: string) => string | undefined,
): readonly RawFinding[] {
  const texts = new Map<string, readonly string[]>();
  return findings.map((finding) => {
    const lines = texts.get(finding.file) ?? linesOf(textOf(finding.file), finding.file);
    texts.set(finding.file, lines);
    return placed(finding, columnKind, lines);
  });
}

function linesOf(text: string | undefined, file: string): readonly string[] {
  if (text === undefined) throw stale(`A result is in ${JSON.stringify(file)}, which the judged tree does not have.`);
  return text.split(/\r\n|\r|\n/u);
}

function placed(finding: RawFinding, columnKind: ColumnKind | null, lines: readonly string[]): RawFinding {
  const { file, line, endLine = line, column, endColumn } = finding;
  const [first, last] = [lines[line - 1], lines[endLine - 1]];
  if (first === undefined || last === undefined) {
    throw stale(`A result is in line ${endLine} of ${JSON.stringify(file)}, which has ${lines.length}.`);
  }
  if (columnKind !== 'unicodeCodePoints') return finding;
  return {
    ...finding,
    ...(column === undefined ? {} : { column: inUtf16(first, column) }),
    ...(endColumn === undefined ? {} : { endColumn: inUtf16(last, endColumn) }),
  };
}

/** A column beyond the line stays as far beyond it. */
function inUtf16(line: string, column: number): number {
  const characters = Array.from(line);
  const before = characters.slice(0, column - 1).join('').length;
  return before + Math.max(1, column - characters.length);
}

function stale(what: string): SarifError {
  return new SarifError('stale', what, { next: 'Run the tool on the tree that is judged, and give that log.' });
}
