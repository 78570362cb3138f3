import { fingerprint, type InvariantFinding, type Severity } from '@pawl/findings';
import type { Contract } from '../contract.ts';
import type { ContractRule } from '../rules.ts';
import type { Place } from './place.ts';

export const CONTRACTS = 'contracts';

export interface Telling {
  readonly contract: Contract;
  readonly rule: ContractRule;
  readonly place: Place;
  /** What happened, as a person would say it, without the contract. */
  readonly what: string;
  readonly severity?: Severity;
}

/** A broken contract as a finding. Its identity is the contract, the symbol and the code: no path and no line. */
export function tell({ contract, rule, place, what, severity = contract.severity }: Telling): InvariantFinding {
  const { file, line, symbol, code } = place;
  return {
    kind: 'broken-contract',
    tool: CONTRACTS,
    rule,
    severity,
    message: `${what} This breaks the contract "${contract.id}": ${sentence(contract.why)}`,
    cwe: contract.cwe,
    location: { file, line, symbol },
    snippet: code,
    fingerprint: fingerprint({ tool: CONTRACTS, rule: `${rule}:${contract.id}`, symbol, code }),
  };
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Code short enough to stand in a sentence. */
export function quoted(code: string): string {
  return `\`${code.length > 100 ? `${code.slice(0, 100)}…` : code}\``;
}

export function where(symbol: string): string {
  return symbol === '' ? '' : ` in \`${symbol}\``;
}
