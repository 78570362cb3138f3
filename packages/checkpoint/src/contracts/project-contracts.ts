import { createHash } from 'node:crypto';
import {
  CONTRACTS,
  CONTRACTS_DIGEST,
  CONTRACTS_FILE,
  CONTRACTS_VERSION,
  type Contracts,
  contractsDigest,
  parseContracts,
} from '@pawl/contracts';
import type { PinnedTool } from '@pawl/ledger';
import type { Tool } from '../tools.ts';

/** What a project promises of itself, and by which engine that is judged. */
export interface ProjectContracts {
  readonly contracts: Contracts;
  readonly digest: string;
  readonly tool: Tool;
}

/** `trusted`: a text that was read before, as a lock's was. Throws a `ContractError` where it holds no contracts that could be judged. */
export function readContracts(text: string, patterns: 'checked' | 'trusted'): ProjectContracts {
  const contracts = parseContracts(text, CONTRACTS_FILE, { patterns });
  const digest = contractsDigest(contracts);
  const rulesDigest = createHash('sha256').update(`${CONTRACTS_DIGEST} ${digest}`).digest('hex');
  return { contracts, digest, tool: { name: CONTRACTS, version: CONTRACTS_VERSION, rulesDigest } };
}

/** As a lock keeps them: the whole text, so that nothing that a change says decides about that change. */
export function pinContracts(text: string): PinnedTool {
  return { ...readContracts(text, 'checked').tool, rules: [{ name: CONTRACTS_FILE, text }] };
}
