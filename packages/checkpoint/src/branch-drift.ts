import { readResolvedConfig } from '@pawl/config';
import type { Repository } from '@pawl/git';
import type { TrustedLock } from '@pawl/ledger';
import { type Drift, weightOfDrift } from '@pawl/verdict';
import { protectedTips } from './base.ts';
import { NO_LOGS } from './compare-logs.ts';
import type { Context } from './context.ts';
import type { Question } from './question.ts';
import { NO_SUITES } from './security-tests/no-suites.ts';

/** Where a protected branch is by now, and how far that is from its lock. */
export interface BranchDrift extends Drift {
  readonly tip: string;
  /** Not everything could be looked at, so it may be more. */
  readonly isAtLeast: boolean;
}

/**
 * How far the protected branch has moved for the worse since it was locked, here and as the remote had it last. No loop is
 * charged with it, so people have to be shown.
 */
export async function branchDrift(
  repository: Repository,
  stored: TrustedLock,
  context: Context,
): Promise<readonly BranchDrift[]> {
  const tips = await protectedTips(repository, stored.lock.target, undefined);
  const moved = tips.filter((tip) => tip !== stored.lock.commit);
  if (moved.length === 0) return [];
  const { judge, openWorkshop, startSyntax } = await import('./judge.ts');
  const request = { tier: 'full', cache: true, only: undefined } as const;
  const drifts: BranchDrift[] = [];
  for (const tip of moved) {
    const question = questionAbout(stored, tip);
    const workshop = await openWorkshop(
      { repository, question, locked: { stored } },
      startSyntax(request, context),
      request,
      context,
    );
    const { reasons } = (await judge({ ...workshop, runSuites: NO_SUITES }, question)).verdict;
    await workshop.close();
    drifts.push({
      tip,
      weight: weightOfDrift(reasons),
      limit: question.config.drift.limit,
      isAtLeast: reasons.some(({ outcome }) => outcome === 'inconclusive'),
    });
  }
  return drifts;
}

function questionAbout({ lock }: TrustedLock, tip: string): Question {
  return {
    base: lock.commit,
    baseTree: lock.tree,
    head: tip,
    tier: 'full',
    only: undefined,
    config: readResolvedConfig(lock.configuration),
    locked: { tools: lock.tools, gateFiles: lock.gateFiles, moved: undefined },
    logs: NO_LOGS,
  };
}
