import { fingerprint, type InvariantFinding, type Severity } from '@pawl/findings';
import type { SideTest } from './side.ts';
import { nameOf } from './side.ts';

/** The name that findings about security tests have as their tool. */
export const SECURITY_TESTS = 'security-tests';

/** Something wrong with one test, before it is told. */
export interface Fault {
  readonly rule: string;
  readonly severity: Severity;
  /** What it is called in base: a fault is known by what was locked. */
  readonly test: SideTest;
  /** Where it is seen: in head, or in base where head has nothing. */
  readonly at: { readonly file: string; readonly line: number };
  /** What happened, to be read after the name of the test. */
  readonly why: string;
  readonly snippet?: string;
}

/** How many names a sentence bears. */
const MOST_NAMES = 3;

/** One finding for what happened to the tests of one file in one way. */
export function toldFaults(faults: readonly Fault[]): readonly InvariantFinding[] {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const key = JSON.stringify([fault.rule, fault.severity, fault.test.floor.file, fault.at.file]);
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()].map(told);
}

function told(faults: readonly Fault[]): InvariantFinding {
  const first = faults[0] as Fault;
  const { rule, severity, at } = first;
  const symbol = faults.length === 1 ? first.test.test.path.join('.') : commonPath(faults).join('.');
  const code = faults
    .map(({ test, snippet = '' }) => `${nameOf(test)} ${snippet}`)
    .sort()
    .join('\n');
  return findingOf({
    rule,
    severity,
    message: messageOf(faults),
    ...at,
    symbol,
    code,
    snippet: first.snippet ?? nameOf(first.test),
  });
}

function commonPath(faults: readonly Fault[]): readonly string[] {
  const paths = faults.map(({ test }) => test.test.path);
  const first = paths[0] as readonly string[];
  const end = first.findIndex((part, place) => paths.some((path) => path[place] !== part));
  return end === -1 ? first : first.slice(0, end);
}

function messageOf(faults: readonly Fault[]): string {
  const first = faults[0] as Fault;
  const kind = first.test.grade === 'security' ? 'security test' : 'test';
  if (faults.length === 1) return `The ${kind} ${quoted(nameOf(first.test))} ${first.why}`;
  const names = faults.slice(0, MOST_NAMES).map(({ test }) => quoted(nameOf(test)));
  const others = faults.length - names.length;
  const list = `${names.join(', ')}${others > 0 ? ` and ${String(others)} more` : ''}`;
  const reasons = [...new Set(faults.map(({ why }) => why))];
  return `${String(faults.length)} ${kind}s (${list}): each ${reasons.length === 1 ? (reasons[0] as string) : `is concerned; the first ${first.why}`}`;
}

export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').replaceAll('`', "'").trim();
  return `\`${line.length > 100 ? `${line.slice(0, 99)}…` : line}\``;
}

export interface FindingParts {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly symbol: string;
  /** What identifies it beside its rule and symbol. */
  readonly code: string;
  readonly snippet: string;
  readonly kind?: 'test-floor' | 'security-test-failed';
}

export function findingOf({
  rule,
  severity,
  message,
  file,
  line,
  symbol,
  code,
  snippet,
  kind = 'test-floor',
}: FindingParts): InvariantFinding {
  return {
    kind,
    tool: SECURITY_TESTS,
    rule,
    severity,
    message,
    // CWE-693: a protection mechanism fails.
    cwe: ['CWE-693'],
    location: { file, line, symbol },
    snippet,
    fingerprint: fingerprint({ tool: SECURITY_TESTS, rule, symbol, code }),
  };
}
