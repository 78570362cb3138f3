import type { Cache } from '@pawl/cache';
import type { Config } from '@pawl/config';
import { judgeContracts } from '@pawl/contracts';
import type { PinnedTool } from '@pawl/ledger';
import { categoriesOf, type CategoryCoverage } from '@pawl/security-tests';
import type { Syntax } from '@pawl/syntax';
import { evaluationsBy } from './contracts/evaluations.ts';
import { pinContracts, readContracts } from './contracts/project-contracts.ts';
import { floorsBy } from './security-tests/floors.ts';
import type { Tree } from './tree.ts';

/** What a project promises of itself: in its contracts, where it has some, and by its security tests. */
export interface Promises {
  readonly contracts: LockedPromises | undefined;
  readonly tests: CategoryCoverage;
}

export interface LockedPromises {
  readonly contracts: number;
  /** Contracts that speak of nothing: a typing error, or a promise about code that is not there yet. */
  readonly warnings: readonly string[];
}

export interface LockedContracts {
  readonly pinned: PinnedTool;
  readonly promises: LockedPromises;
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

/** Which kinds of security tests there are, and which nobody has written yet. */
export async function lockSecurityTests(
  settings: Config['securityTests'],
  tree: Tree,
  syntax: Syntax,
  cache: () => Promise<Cache | undefined>,
): Promise<CategoryCoverage> {
  const floors = floorsBy(settings, syntax, cache);
  const owed = tree.entries.filter(({ path }) => floors.owes(path));
  return categoriesOf(await floors.ofEntries(tree, owed), floors.judge);
}
