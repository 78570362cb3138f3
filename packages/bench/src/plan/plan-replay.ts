import type { Context } from '@pawl/checkpoint';
import { type PastCommit, readHistory, type Repository } from '@pawl/git';
import { BenchError } from '../bench-error.ts';
import type { BenchRequest } from '../request.ts';
import { type PastFix, pastFixes } from './past-fixes.ts';

/** What of a history can be judged, and what cannot. */
export interface Replay {
  /** The newest commit of the history. */
  readonly tip: string;
  /** Newest first. */
  readonly ordinary: readonly OrdinaryCommit[];
  readonly fixes: readonly PastFix[];
  /** Fixes beyond the limit, older ones. */
  readonly olderFixes: number;
  readonly leftOut: readonly LeftOut[];
}

export interface OrdinaryCommit extends PastCommit {
  readonly parent: string;
}

/** `first-commit`: there is nothing to compare it with. `history-cut`: its parent is not in this shallow clone. */
export interface LeftOut extends Pick<PastCommit, 'id' | 'date' | 'message'> {
  readonly why: 'first-commit' | 'history-cut';
}

/** As many as anybody waits for. */
const MOST_COMMITS = 100_000;

export async function planReplay(repository: Repository, request: BenchRequest, context: Context): Promise<Replay> {
  const { tip, without } = await endsOf(repository, request.range);
  const history = await readHistory(
    request.directory ?? context.cwd,
    { tip, without, since: request.since, atMost: request.commits ?? MOST_COMMITS },
    { env: context.env },
  );
  const { fixes, older } = await pastFixes(repository, tip, request, context);
  const isFix = new Set(fixes.map(({ id }) => id));
  const isShallow = await repository.isShallow();
  const ordinary: OrdinaryCommit[] = [];
  const leftOut: LeftOut[] = [];
  for (const commit of history) {
    const [parent] = commit.parents;
    if (parent === undefined) leftOut.push({ ...commit, why: isShallow ? 'history-cut' : 'first-commit' });
    else if (!isFix.has(commit.id)) ordinary.push({ ...commit, parent });
  }
  if (ordinary.length + fixes.length === 0) throw nothingToReplay(request, leftOut);
  return { tip, ordinary, fixes, olderFixes: older, leftOut };
}

async function endsOf(
  repository: Repository,
  range: string | undefined,
): Promise<{ readonly tip: string; readonly without: string | undefined }> {
  if (range === undefined) return { tip: await repository.resolveCommit('HEAD'), without: undefined };
  const [from, to, ...more] = range.split('..');
  if (!from || to === undefined || to.startsWith('.') || more.length > 0)
    throw new BenchError('bad-range', `${JSON.stringify(range)} is no range of commits`, {
      next: 'name two revisions: pawl bench --range v1.0..HEAD',
    });
  const [without, tip] = [await repository.resolveCommit(from), await repository.resolveCommit(to || 'HEAD')];
  return { tip, without };
}

function nothingToReplay({ since, range }: BenchRequest, leftOut: readonly LeftOut[]): BenchError {
  if (leftOut.some(({ why }) => why === 'history-cut'))
    return new BenchError('nothing-to-replay', 'this clone is cut off where the history would begin', {
      next: 'fetch the rest: git fetch --unshallow',
    });
  if (leftOut.length > 0)
    return new BenchError(
      'nothing-to-replay',
      'the only commit here is the first one, and there is nothing to compare it with',
      {
        next: 'come back when there are more commits, or see the gate stop one: pawl check --base A --head B',
      },
    );
  const asked = since === undefined && range === undefined ? 'this history' : 'what was asked for';
  return new BenchError('nothing-to-replay', `${asked} has no commit but merges`, {
    next: 'ask for more: pawl bench --commits 200',
  });
}
