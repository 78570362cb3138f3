import type { Pin, Scanner, ScanRequest } from '@pawl/scanner';
import type { HonestRun } from '@pawl/scanner-tester';
import { laidOut } from './layout.ts';
import { parseRules } from './parse-rules.ts';
import { digestOf } from './pin-digest.ts';
import { pinnedRules } from './rule-book.ts';
import { semgrepAdapter } from './semgrep-adapter.ts';

const RULES = `
rules:
  - { id: py-eval, languages: [python], severity: ERROR, message: eval of $X, pattern: eval($X) }
  - { id: pair, languages: [generic], severity: WARNING, message: a pair, pattern: eval x }
`;

export const VERSION = '1.185.0';

/** A scanner from a pin that was written by hand: no tool is needed. */
export function scannerFromPin(rules: string = RULES): Scanner {
  const own = pinnedRules(parseRules([{ name: 'rules.yml', text: rules }]));
  const pin: Pin = { version: VERSION, rules: own, rulesDigest: digestOf(own) };
  return semgrepAdapter.open({ rules: ['rules.yml'] }, pin);
}

/** What Semgrep prints, as far as it matters and a little more. */
export interface Said {
  readonly version: string;
  readonly results: readonly Result[];
  readonly errors: readonly unknown[];
  readonly paths: { readonly scanned: readonly string[] };
  readonly engine_requested: string;
  readonly skipped_rules: readonly unknown[];
}

interface Result {
  readonly check_id: string;
  readonly path: string;
  readonly start: Spot;
  readonly end: Spot;
  readonly extra: { readonly message: string; readonly severity: string; readonly fingerprint: string };
}

interface Spot {
  readonly line: number;
  readonly col: number;
  readonly offset: number;
}

/** What it says of files that start with `eval(x)`: that finding in each, and our canaries. */
export function saidOfEvals(request: ScanRequest): Said {
  const paths = laidOut(request).map(({ disk }) => `{files}/${disk.file}`);
  return {
    version: VERSION,
    results: paths.flatMap((path) => [
      resultAt(path, 'py-eval', 7),
      ...['python', 'generic', 'aimed.0', 'read.0'].map((canary) => resultAt(path, `pawl.canary.${canary}`, 1)),
    ]),
    errors: [],
    paths: { scanned: paths },
    engine_requested: 'OSS',
    skipped_rules: [],
  };
}

function resultAt(path: string, rule: string, length: number): Result {
  return {
    check_id: rule,
    path,
    start: { line: 1, col: 1, offset: 0 },
    end: { line: 1, col: length + 1, offset: length },
    extra: { message: 'eval of x', severity: 'ERROR', fingerprint: 'requires login' },
  };
}

/** The same, without the results of some rules in the first file: what a run lacks that did not look there. */
export function withoutInTheFirst(said: Said, isLacking: (rule: string) => boolean): Said {
  const first = said.paths.scanned[0];
  return { ...said, results: said.results.filter(({ path, check_id: rule }) => path !== first || !isLacking(rule)) };
}

export function runThatSays(said: Said): HonestRun {
  return { result: JSON.stringify(said) };
}
