import type { NotExaminedCode } from '@pawl/findings';
import type { Complaint } from './report.ts';
import { withoutCopyNames } from './rule-copies.ts';

export interface Reason {
  readonly code: NotExaminedCode;
  readonly why: string;
}

const CODES: ReadonlyMap<string, NotExaminedCode> = new Map<string, NotExaminedCode>(
  Object.entries({
    PartialParsing: 'syntax-error',
    'Syntax error': 'syntax-error',
    'Other syntax error': 'syntax-error',
    'Lexical error': 'syntax-error',
    'AST builder error': 'syntax-error',
    Timeout: 'timed-out',
    'Fixpoint timeout': 'timed-out',
    'Timeout during interfile analysis': 'timed-out',
    // Ten thousand matches of one rule, and Semgrep gives none of them.
    'Too many matches': 'too-large',
    'Stack overflow': 'too-deep',
  }),
);

/** Semgrep ends well after each of these, and what it did not look at is missing from its results without a word. */
export function reasonOf({ type, rule, message }: Complaint): Reason {
  const code = CODES.get(type) ?? 'tool-failed';
  const withRule = rule === undefined ? '' : ` in the rule ${rule}`;
  const what = withoutCopyNames(`${type}${withRule}: ${firstLine(message)}`);
  return { code, why: `Semgrep did not look at all of it: ${what}` };
}

/** Messages quote the judged code, at any length, and name the private folder in their first line. */
function firstLine(message: string): string {
  return (message.split('\n')[0] as string).replace(/ (at line|on|file) \/.*$/u, '').slice(0, 200);
}
