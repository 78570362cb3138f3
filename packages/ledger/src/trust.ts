import { findAnchor, type Environment, type FoundAnchor, type Whereabouts } from './find-anchor.ts';
import { type LockMemory, openMemory } from './memory.ts';
import type { Memory } from './memory-document.ts';
import type { Signatures } from './signatures.ts';

/** Everything outside the repository that says which lock of it counts. */
export interface Trust {
  readonly memory: LockMemory;
  /** The anchor of the repository with this id. @throws LedgerError `anchor-unusable`, `signer-wildcard` */
  anchor(repository: string | undefined): Promise<FoundAnchor | undefined>;
  /** Not loaded before it is asked for: most repositories have no signature. */
  signatures(): Promise<Signatures>;
  now(): Date;
}

/** What is known of one repository. */
export interface Known {
  readonly memory: Memory;
  readonly found: FoundAnchor | undefined;
}

/**
 * What lies outside this repository: the memory of this user and the anchor. Nothing is read before it is asked for.
 */
export function openTrust(
  place: Whereabouts,
  { env, now }: { readonly env: Environment; readonly now: () => Date },
): Trust {
  const signatures = async (): Promise<Signatures> => (await import('./open-signatures.ts')).openSignatures(env, now);
  return {
    memory: openMemory(place.commonDir, env),
    anchor: async (repository) => {
      const found = await findAnchor(place, env, repository);
      if (found === undefined) return undefined;
      // Every line before any of them counts: a list with a hole in it is no list.
      const { signers, verifiers } = found.anchor;
      for (const lines of [signers, verifiers]) if (lines.length > 0) (await signatures()).checkLines(lines);
      return found;
    },
    signatures,
    now,
  };
}

/**
 * What is known before a lock is read: the memory, and the anchor of the repository that it names.
 *
 * @throws LedgerError `memory-unusable`, `anchor-unusable`, `signer-wildcard`
 */
export async function recallAll(trust: Trust): Promise<Known> {
  const memory = await trust.memory.recall();
  return { memory, found: await trust.anchor(memory.repository) };
}

/** The id that a lock claims leads to the user's own anchor where the memory knows of none yet, as in a fresh clone. */
export async function recallFor(claimed: string, known: Known, trust: Trust): Promise<Known> {
  if (known.found !== undefined || known.memory.repository !== undefined) return known;
  return { ...known, found: await trust.anchor(claimed) };
}
