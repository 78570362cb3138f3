import type { Repository } from '@pawl/git';
import { loadTool, type StoredLock } from '@pawl/ledger';
import type { Standard } from '../standard.ts';
import { readWorkTreeFile } from '../work-tree.ts';

/** Spelled out here, so that who has no contracts need not load what reads them; a spec compares them. */
export const CONTRACTS = 'contracts';
export const CONTRACTS_FILE = 'pawl.contracts.jsonc';

export interface ContractsOf {
  readonly base: string;
  readonly locked: StoredLock | undefined;
  readonly standard?: Standard | undefined;
}

/** The contracts that a change is judged by: those of the lock, or where there is none of the standard, or of the base. */
export async function decidingContracts(
  repository: Repository,
  { base, locked, standard }: ContractsOf,
): Promise<string | undefined> {
  if (locked === undefined && standard) return standard.contracts;
  if (locked === undefined) return contractsAt(repository, base);
  const pinned = await loadTool(repository, locked, CONTRACTS);
  // A lock that names contracts and has none is broken, and no lock without promises: an empty text is refused where it is read.
  return pinned && (pinned.rules.find(({ name }) => name === CONTRACTS_FILE)?.text ?? '');
}

/** What a person has on disk is what that person locks, even before it is committed; a bare repository has only commits. */
export async function contractsToLock(repository: Repository, commit: string): Promise<string | undefined> {
  if (repository.topLevel === undefined) return contractsAt(repository, commit);
  const bytes = await readWorkTreeFile(repository.topLevel, CONTRACTS_FILE);
  return bytes && decode(bytes);
}

/** A link or a folder of that name is an error: whoever put it there meant something. */
async function contractsAt(repository: Repository, commit: string): Promise<string | undefined> {
  const bytes = await repository.readCommitFile(commit, CONTRACTS_FILE);
  return bytes && decode(bytes);
}

/** What is no UTF-8 leaves a mark in the text, which is refused where it is read. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
