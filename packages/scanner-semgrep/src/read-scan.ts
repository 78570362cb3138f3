import type { RawFinding } from '@pawl/findings';
import { type CommandResult, positionsIn, type ScanRequest, type ScanResult } from '@pawl/scanner';
import { hasWord } from './canaries.ts';
import { bomLength, laidOut, type LaidOut } from './layout.ts';
import { NAME } from './name.ts';
import { type Reason, reasonOf } from './not-examined.ts';
import { CANARY } from './read-rule.ts';
import { demandVersion, type Match, readReport, type Report } from './report.ts';
import type { Rule } from './rule.ts';
import { owedCanaries, type RuleBook } from './rule-book.ts';
import { unitsOf } from './units.ts';

/** What Semgrep said of one file. */
interface Said {
  readonly laidOut: LaidOut;
  readonly matches: Match[];
  readonly canaries: Set<string>;
  readonly reasons: Reason[];
  isScanned: boolean;
}

/** Reads a report strictly: a path, a rule or an error that nobody expects makes the whole of it unreadable. */
export function readScan(output: unknown, request: ScanRequest, book: RuleBook, version: string): ScanResult {
  const report = readReport(output);
  demandVersion(report, version);
  const files = sortByFile(report, request, (output as CommandResult).folder);
  const judged = files.map((said) => ({ said, reason: said.reasons[0] ?? silence(said, book) }));
  return {
    findings: files.flatMap((said) => findingsIn(said, book)),
    coverage: {
      examined: judged.flatMap(({ said, reason }) => (reason === undefined ? [{ ...recordOf(said) }] : [])),
      notExamined: judged.flatMap(({ said, reason }) =>
        reason === undefined ? [] : [{ ...recordOf(said), ...reason }],
      ),
    },
  };
}

function recordOf({ laidOut: { source } }: Said): {
  readonly file: string;
  readonly blob: string;
  readonly by: string;
} {
  return { file: source.file, blob: source.blob, by: NAME };
}

function sortByFile(report: Report, request: ScanRequest, folder: string): readonly Said[] {
  const files = laidOut(request).map((each): Said => ({
    laidOut: each,
    matches: [],
    canaries: new Set(),
    reasons: [],
    isScanned: false,
  }));
  const byPath = new Map(files.map((said) => [`${folder}/${said.laidOut.disk.file}`, said]));
  const at = (path: string | undefined, what: string): Said => {
    const said = byPath.get(path ?? '');
    if (said === undefined) throw new Error(`${what} is not about a file that was asked about`);
    return said;
  };
  for (const path of report.scanned) at(path, 'a scanned path').isScanned = true;
  for (const path of report.skipped)
    at(path, 'a skipped path').reasons.push({ code: 'tool-failed', why: 'Semgrep says that it passed over it' });
  // An error without a file is about the rules or the engine: nobody knows what is missing.
  for (const complaint of report.complaints)
    at(complaint.path, `the error ${JSON.stringify(complaint.type)}`).reasons.push(reasonOf(complaint));
  for (const match of report.matches) {
    const said = at(match.path, 'a result');
    if (match.rule.startsWith(CANARY)) said.canaries.add(match.rule);
    else said.matches.push(match);
  }
  return files;
}

/** What Semgrep does not say: that no rule of a language came to a file, or that generic patterns passed over it. */
function silence({ laidOut: { source, disk }, canaries, isScanned }: Said, book: RuleBook): Reason | undefined {
  if (!isScanned) return { code: 'tool-failed', why: 'Semgrep does not name it among the files that it scanned' };
  if (disk.text === '') return undefined;
  const missing = owedCanaries(book, source.file).find(({ id }) => !canaries.has(id));
  if (missing !== undefined)
    return { code: 'tool-failed', why: `Semgrep did not read it as ${missing.id.slice(CANARY.length)}` };
  if (!hasWord(disk.text)) return undefined;
  const unread = book.pairs.find(({ aimed, read }) => canaries.has(aimed.id) && !canaries.has(read.id));
  if (unread === undefined) return undefined;
  return {
    code: 'tool-failed',
    why: 'Semgrep takes it for binary or minified, and its generic patterns passed over it',
  };
}

function findingsIn({ laidOut: { source, disk }, matches }: Said, { rules }: RuleBook): readonly RawFinding[] {
  if (matches.length === 0) return [];
  const unitOf = unitsOf(disk.text);
  const positionOf = positionsIn(source.text);
  const skipped = bomLength(source.text);
  return eachPlaceOnce(matches, rules).map(({ rule, message, start, end }) => {
    if (end < start) throw new Error('a result ends before it starts');
    const from = positionOf(unitOf(start) + skipped);
    const to = positionOf(unitOf(end) + skipped);
    return {
      tool: NAME,
      rule: rule.id,
      severity: rule.severity,
      message,
      cwe: rule.cwe,
      file: source.file,
      ...from,
      endLine: to.line,
      endColumn: to.column,
    };
  });
}

interface RuleMatch extends Omit<Match, 'rule'> {
  readonly rule: Rule;
}

/** Two copies of a rule may come to one file, as a generic pattern and one for Python do: a place counts once. */
function eachPlaceOnce(matches: readonly Match[], rules: RuleBook['rules']): readonly RuleMatch[] {
  const copyAt = new Map<string, string>();
  return matches.flatMap((match) => {
    const rule = rules.get(match.rule);
    if (rule === undefined) throw new Error(`there is no rule ${JSON.stringify(match.rule)}`);
    const place = JSON.stringify([match.start, match.end, rule.id]);
    const copy = copyAt.get(place) ?? match.rule;
    copyAt.set(place, copy);
    return copy === match.rule ? [{ ...match, rule }] : [];
  });
}
