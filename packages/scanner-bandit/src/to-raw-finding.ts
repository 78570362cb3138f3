import type { RawFinding, Severity } from '@pawl/findings';
import type { Hit } from './examine.ts';
import { NAME } from './name.ts';
import type { Rank } from './report.ts';

/** Whatever the confidence. No test of Bandit's leaves its severity undefined; one that does is not taken for harmless. */
const SEVERITIES: Readonly<Record<Rank, Severity>> = {
  HIGH: 'high',
  MEDIUM: 'medium',
  LOW: 'low',
  UNDEFINED: 'medium',
};

/**
 * B613 knows marks of direction, in Python. Pawl tells them in every language, and asks a person: text in some scripts needs
 * them, so that they prove nothing and weigh nothing twice.
 */
const DIRECTION_MARKS = 'B613';

export function toRawFinding(file: string, { result, place }: Hit): RawFinding {
  return {
    tool: NAME,
    rule: result.test,
    severity: result.test === DIRECTION_MARKS ? 'info' : SEVERITIES[result.severity],
    message: withoutPassword(result),
    cwe: result.cwe === undefined ? [] : [`CWE-${String(result.cwe)}`],
    file,
    ...place,
  };
}

/** B105, B106 and B107 print the password, which has no place in a record or a log. */
function withoutPassword({ test, text }: Pick<Hit['result'], 'test' | 'text'>): string {
  return /^B10[567]$/u.test(test) ? 'Possible hardcoded password.' : text;
}
