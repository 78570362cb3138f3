import type { Inventory } from '@pawl/baseline';
import { CONFIG_FILE, type Config, parseConfig, readResolvedConfig, resolveConfig } from '@pawl/config';
import { INDEX, type Repository } from '@pawl/git';
import { loadInventory, openMemory, type StoredLock, trustedLock } from '@pawl/ledger';
import { type Audience, audienceOf } from './audience.ts';
import { CheckError } from './check-error.ts';
import type { CheckRequest } from './check-request.ts';
import { type Context, repositoryOf } from './context.ts';
import type { Question } from './question.ts';
import type { Sides } from './sides.ts';

export interface Asked {
  readonly repository: Repository;
  readonly audience: Audience;
  readonly question: Question;
  readonly lock: StoredLock | undefined;
}

/** From what a person asked to the whole question, and where it is to be answered. */
export async function ask(request: CheckRequest, context: Context): Promise<Asked> {
  const repository = await repositoryOf(context, request.directory);
  const branch = repository.branch();
  const audience = branch.then((current) => audienceFor(request, current, context));
  // Whatever fails first below is what is told; this one failing later must not end the process instead.
  audience.catch(() => undefined);
  const head = request.head === undefined ? indexOf(repository) : await revision(repository, request.head);
  const logs = await logsOf(request, context);
  if (request.base !== undefined) {
    const question = await unlockedQuestion(request.base, head, request, logs, repository);
    return { repository, audience: await audience, question, lock: undefined };
  }
  const [lock, reader] = await Promise.all([lockOrRefuse(request, branch, repository, context), audience]);
  return { repository, audience: reader, question: lockedQuestion(lock, head, request, logs.head, repository), lock };
}

/** The files that were handed in. */
async function logsOf({ base, logs, baseLogs }: CheckRequest, { cwd }: Context): Promise<Sides<readonly string[]>> {
  if (base === undefined && baseLogs.length > 0)
    throw new CheckError('base-log-with-lock', 'the lock has the logs to compare with already', {
      next: 'leave out --base-sarif, or compare two revisions: pawl check --base main --head HEAD',
    });
  if (logs.length === 0 && baseLogs.length === 0) return { base: [], head: [] };
  const { readLogFiles } = await import('./given-logs.ts');
  return { base: await readLogFiles(baseLogs, cwd), head: await readLogFiles(logs, cwd) };
}

async function unlockedQuestion(
  name: string,
  head: Question['head'],
  { tier, only }: Pick<CheckRequest, 'tier' | 'only'>,
  logs: Sides<readonly string[]>,
  repository: Repository,
): Promise<Question> {
  const base = await revision(repository, name);
  const config = await configAt(repository, base);
  const logsToCompare = { base: { kind: 'given', logs: logs.base }, head: logs.head } as const;
  return { base, baseTree: base, head, tier, only, config, locked: undefined, logs: logsToCompare };
}

/** Everything that decides comes from the lock; only what is judged comes from outside it. */
function lockedQuestion(
  stored: StoredLock,
  head: Question['head'],
  { tier, only }: Pick<CheckRequest, 'tier' | 'only'>,
  logs: readonly string[],
  repository: Repository,
): Question {
  const { lock } = stored;
  const config = readResolvedConfig(lock.configuration);
  const locked = { tools: lock.tools, gateFiles: lock.gateFiles };
  const inventory = (): Promise<Inventory> => loadInventory(repository, stored);
  // A commit does not wait for logs: what the lock has of them is asked for in the full tier.
  const tools = tier === 'fast' && logs.length === 0 ? [] : lock.tools;
  const logsToCompare = { base: { kind: 'locked', tools, inventory }, head: logs } as const;
  return { base: lock.commit, baseTree: lock.tree, head, tier, only, config, locked, logs: logsToCompare };
}

async function lockOrRefuse(
  request: CheckRequest,
  branch: Promise<string | undefined>,
  repository: Repository,
  context: Context,
): Promise<StoredLock> {
  const lock = await trustedLock({
    store: repository,
    memory: openMemory(repository.commonDir, context.env),
    target: request.target,
    branch,
  });
  if (lock) return lock;
  throw new CheckError('no-lock', 'there is no lock to judge against', {
    next: 'make one: pawl lock, or compare two revisions: pawl check --base main --head HEAD',
  });
}

function indexOf(repository: Repository): typeof INDEX {
  if (repository.topLevel !== undefined) return INDEX;
  throw new CheckError('no-index', 'a bare repository has no index to judge', {
    next: 'name a revision: pawl check --head REV',
  });
}

/** A commit where the revision names one, else a tree: a refused commit leaves only its tree. */
async function revision(repository: Repository, name: string): Promise<string> {
  try {
    return await repository.resolveCommit(name);
  } catch (notACommit) {
    return repository.resolveTree(name).catch(() => {
      throw notACommit;
    });
  }
}

/** Without a lock the base's own configuration decides: what is judged must not choose its judge. */
async function configAt(repository: Repository, revisionId: string): Promise<Config> {
  const bytes = await repository.readCommitFile(revisionId, CONFIG_FILE);
  return resolveConfig(bytes === undefined ? undefined : await parseConfig(bytes, CONFIG_FILE));
}

function audienceFor({ audience }: CheckRequest, branch: string | undefined, { env, terminal }: Context): Audience {
  return audience === 'auto' ? audienceOf({ env, branch, terminal }) : audience;
}
