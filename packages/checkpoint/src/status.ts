import { openPorcelain } from '@pawl/git/porcelain';
import { type HookStatus, hookState } from '@pawl/hooks';
import { type Case, listCases, openMemory, type StoredLock, trustedLock } from '@pawl/ledger';
import { type Audience, audienceOf } from './audience.ts';
import { type Context, repositoryOf } from './context.ts';

export interface StatusRequest {
  readonly directory: string | undefined;
  readonly target: string | undefined;
}

export interface Status {
  /** Who reads it: an agent is not told how to see a case. */
  readonly audience: Audience;
  readonly branch: string | undefined;
  readonly head: string | undefined;
  readonly lock: StoredLock | undefined;
  /** How many commits HEAD is ahead of the locked commit; `undefined` where there is no lock or no commit. */
  readonly ahead: number | undefined;
  /** Empty in a bare repository, which has no work tree to commit from. */
  readonly hooks: readonly HookStatus[];
  /** Those of the present lock: a person who locked again has decided the older ones. */
  readonly cases: readonly Case[];
}

/** Where the loop stands, without judging anything. */
export async function status(request: StatusRequest, context: Context): Promise<Status> {
  const repository = await repositoryOf(context, request.directory);
  const current = repository.branch();
  const [branch, head] = await Promise.all([current, repository.head()]);
  const memory = openMemory(repository.commonDir, context.env);
  const lock = await trustedLock({ store: repository, memory, target: request.target, branch: current });
  const porcelain = openPorcelain(repository.topLevel ?? repository.gitDir);
  const { topLevel, commonDir } = repository;
  return {
    audience: audienceOf({ env: context.env, branch, terminal: context.terminal }),
    branch,
    head,
    lock,
    ahead: lock && head ? (await porcelain.log(lock.lock.commit, head)).length : undefined,
    hooks: topLevel === undefined ? [] : await hookState({ topLevel, commonDir, git: porcelain }),
    cases: (await listCases(commonDir)).filter(({ question }) => question.lock === lock?.commit),
  };
}
