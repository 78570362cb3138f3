import { fingerprint } from './fingerprint.ts';
import type { Location } from './location.ts';
import type { Severity } from './severity.ts';

/** What a scanner says before anyone has looked at the code around it. Lines and columns count from 1. */
export interface RawFinding {
  readonly tool: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Like `CWE-79`; empty where the scanner does not say. */
  readonly cwe: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The tool itself marked the result as suppressed. It is still a finding: suppressions are judged by us. */
  readonly suppressed?: boolean;
}

/** One result of one scanner, with the identity that survives moves: see {@link fingerprint}. */
export interface Finding {
  readonly tool: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly cwe: readonly string[];
  readonly location: Location;
  /** The matched code as it stands in the file. */
  readonly snippet: string;
  readonly fingerprint: string;
  readonly suppressed?: boolean;
}

/** What the code around a raw finding says: the enclosing symbol and the matched code. */
export interface Surroundings {
  readonly symbol: string;
  readonly snippet: string;
}

export function toFinding(raw: RawFinding, { symbol, snippet }: Surroundings): Finding {
  const { tool, rule, severity, message, cwe, file, line, column, endLine, endColumn, suppressed } = raw;
  return {
    tool,
    rule,
    severity,
    message,
    cwe,
    location: {
      file,
      line,
      ...(column === undefined ? {} : { column }),
      ...(endLine === undefined ? {} : { endLine }),
      ...(endColumn === undefined ? {} : { endColumn }),
      symbol,
    },
    snippet,
    fingerprint: fingerprint({ tool, rule, symbol, code: snippet }),
    ...(suppressed === undefined ? {} : { suppressed }),
  };
}
