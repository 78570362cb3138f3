import type { Repository } from '@pawl/git';
import { openPorcelain } from '@pawl/git/porcelain';
import { type HookStatus, hookState } from '@pawl/hooks';
import { type Case, latchOfTip, openTrust, readTip, releasedIn, type TrustedLock, trustedLock } from '@pawl/ledger';
import { type Audience, audienceOf } from './audience.ts';
import { type BranchDrift, branchDrift } from './branch-drift.ts';
import { type Context, repositoryOf } from './context.ts';
import { openCases } from './decisions/find-cases.ts';
import { loopName } from './loop-name.ts';

export interface StatusRequest {
  readonly directory: string | undefined;
  readonly target: string | undefined;
  readonly audience: Audience | 'auto';
}

export interface Status {
  /** Who reads it: an agent is not told how to see a case. */
  readonly audience: Audience;
  readonly branch: string | undefined;
  readonly head: string | undefined;
  readonly lock: TrustedLock | undefined;
  /** How many commits HEAD is ahead of the locked commit; `undefined` where there is no lock or no commit. */
  readonly ahead: number | undefined;
  /** How far the protected branch has slipped since it was locked; empty where it did not move, and for an agent. */
  readonly drift: readonly BranchDrift[];
  /** What is recorded of the loop; absent where nothing was judged yet. */
  readonly loop: LoopState | undefined;
  /** Empty in a bare repository, which has no work tree to commit from. */
  readonly hooks: readonly HookStatus[];
  /** What waits for a person: each case that keeps a loop stopped, whatever was decided of others since. Newest first. */
  readonly cases: readonly Case[];
}

export interface LoopState {
  readonly name: string;
  /** How many judgements are in its chain. */
  readonly checkpoints: number;
  /** The cases that keep it stopped. */
  readonly latch: readonly string[];
}

/** Where the loop stands. Of what the agent did nothing is judged; how far people moved the protected branch is. */
export async function status(request: StatusRequest, context: Context): Promise<Status> {
  const repository = await repositoryOf(context, request.directory);
  const current = repository.branch();
  const [branch, head] = await Promise.all([current, repository.head()]);
  const { env, terminal } = context;
  const audience = request.audience === 'auto' ? audienceOf({ env, branch, terminal }) : request.audience;
  const trust = openTrust(repository, context);
  const lock = await trustedLock({ store: repository, trust, target: request.target, branch: current });
  const porcelain = openPorcelain(repository.topLevel ?? repository.gitDir);
  const { topLevel, commonDir } = repository;
  return {
    audience,
    branch,
    head,
    lock,
    ahead: lock && head ? (await porcelain.log(lock.lock.commit, head)).length : undefined,
    drift: lock && audience === 'human' ? await branchDrift(repository, lock, context) : [],
    loop: lock && (await loopState(repository, lock, branch)),
    hooks: topLevel === undefined ? [] : await hookState({ topLevel, commonDir, git: porcelain }),
    cases: lock ? await openCases({ repository, lock }) : [],
  };
}

async function loopState(
  repository: Repository,
  { lock }: TrustedLock,
  branch: string | undefined,
): Promise<LoopState | undefined> {
  const name = await loopName({ loop: undefined, head: undefined }, branch, repository);
  const tip = await readTip(repository, name);
  if (tip === undefined) return undefined;
  return { name, checkpoints: tip.statement.predicate.sequence, latch: latchOfTip(tip, releasedIn(lock)) };
}
