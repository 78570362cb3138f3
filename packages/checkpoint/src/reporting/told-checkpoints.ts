import type { Repository } from '@pawl/git';
import { isPawlError } from '@pawl/errors';
import type { AuditedEntry } from '@pawl/ledger';
import type { ReportCheckpoint } from '@pawl/report/page';
import type { CheckpointMeasure } from './measure-checkpoints.ts';
import { toldMeasures } from './told-state.ts';

/** The checkpoints of a loop, each with what was measured, or why nothing was: `otherwise` where nobody tried. */
export async function toldCheckpoints(
  repository: Repository,
  entries: readonly AuditedEntry[],
  measures: ReadonlyMap<string, CheckpointMeasure>,
  otherwise: string,
): Promise<readonly ReportCheckpoint[]> {
  const told: ReportCheckpoint[] = [];
  const commits = await commitsByTree(repository, entries);
  for (const { commit, statement, voucher } of entries) {
    const { sequence, at, question, outcome, case: opened, assurance } = statement.predicate;
    const measure = measures.get(commit);
    told.push({
      ...{ sequence, at, tier: question.tier, outcome, case: opened, commit: commits.get(question.tree) ?? null },
      ...{ tree: question.tree, lockSequence: question.lockSequence, assurance },
      signedBy: voucher?.isAnchored === true ? voucher.principal : (voucher?.fingerprint ?? null),
      ...(measure?.kind === 'measured'
        ? { measures: toldMeasures(measure.measured, measure.locked), notMeasured: null }
        : { measures: null, notMeasured: measure?.why ?? otherwise }),
    });
  }
  return told;
}

/**
 * Commits by their tree, among those that the checkpoints name. What is judged before it is committed is named by the commit that
 * it is to follow; the checkpoint after it names the commit that it became.
 */
async function commitsByTree(
  repository: Repository,
  entries: readonly AuditedEntry[],
): Promise<ReadonlyMap<string, string>> {
  const commits = new Set(entries.flatMap(({ statement }) => statement.predicate.question.head ?? []));
  const named = new Map<string, string>();
  let objects = repository.openObjects();
  for (const commit of commits) {
    try {
      named.set((await objects.commit(commit)).tree, commit);
    } catch (error) {
      if (!isPawlError(error)) throw error;
      // It was rewritten since. A reader gives up with the first object that is not there.
      objects.close();
      objects = repository.openObjects();
    }
  }
  objects.close();
  return named;
}
