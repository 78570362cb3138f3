import type { Cache } from '@pawl/cache';
import { judgeContracts } from '@pawl/contracts';
import type { PinnedTool } from '@pawl/ledger';
import type { Syntax } from '@pawl/syntax';
import type { Tree } from '../tree.ts';
import { evaluationsBy } from './evaluations.ts';
import { pinContracts, readContracts } from './project-contracts.ts';

export interface Promises {
  readonly contracts: number;
  /** Contracts that speak of nothing: a typing error, or a promise about code that is not there yet. */
  readonly warnings: readonly string[];
}

export interface LockedContracts {
  readonly pinned: PinnedTool;
  readonly promises: Promises;
}

export async function lockContracts(
  text: string,
  tree: Tree,
  syntax: Syntax,
  cache: () => Promise<Cache | undefined>,
): Promise<LockedContracts> {
  const pinned = pinContracts(text);
  const project = readContracts(text, 'trusted');
  const all = await evaluationsBy(project, syntax, cache).ofEntries(tree, tree.entries);
  const { warnings } = judgeContracts(project.contracts, all, all, { changed: [] });
  return {
    pinned,
    promises: {
      contracts: project.contracts.contracts.length,
      warnings: warnings.map(({ message }) => message),
    },
  };
}
