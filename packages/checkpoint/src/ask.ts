import type { Inventory } from '@pawl/baseline';
import { CONFIG_FILE, type Config, parseConfig, readResolvedConfig, resolveConfig } from '@pawl/config';
import { INDEX, type Repository } from '@pawl/git';
import { loadInventory, openTrust, type TrustedLock, trustedLock } from '@pawl/ledger';
import { type Audience, audienceOf } from './audience.ts';
import { baseOf, parentsOf } from './base.ts';
import { CheckError } from './check-error.ts';
import type { CheckRequest } from './check-request.ts';
import { type Context, repositoryOf } from './context.ts';
import { loopName } from './loop-name.ts';
import { once } from './once.ts';
import type { Question } from './question.ts';
import type { Sides } from './sides.ts';
import { withOwnRefs } from './with-own-refs.ts';

export interface Asked {
  readonly repository: Repository;
  /** The same with our own refs as they were when the lock was read. */
  readonly seen: Repository;
  readonly audience: Audience;
  readonly question: Question;
  /** The tree that is judged. The index may be another one a moment later: this is what it was when it was asked for first. */
  readonly tree: () => Promise<string>;
  /** Absent when two revisions are compared: nobody's loop is judged then. */
  readonly locked: (LockedLoop & Pick<Question, 'base'>) | undefined;
}

/** The loop that is judged, and by which lock. */
export interface LockedLoop {
  readonly stored: TrustedLock;
  readonly loop: string;
  /** The commits that what is judged follows: HEAD and, in a merge, what is merged; or the judged commit itself. */
  readonly parents: () => Promise<readonly string[]>;
}

/** From what a person asked to the whole question, and where it is to be answered. Who has opened the repository hands it in. */
export async function ask(request: CheckRequest, context: Context, opened?: Repository): Promise<Asked> {
  const repository = opened ?? (await repositoryOf(context, request.directory));
  const seen = withOwnRefs(repository);
  const branch = repository.branch();
  const audience = branch.then((current) => audienceFor(request, current, context));
  const stored = once(() => lockOrRefuse(request, branch, seen, context));
  // Whatever fails first below is what is told; these failing later must not end the process instead.
  audience.catch(() => undefined);
  if (request.base === undefined) stored().catch(() => undefined);
  const head = request.head === undefined ? indexOf(repository) : await revision(repository, request.head);
  const tree = once(() => (head === INDEX ? repository.indexTree() : repository.resolveTree(head)));
  // A hook waits for nothing longer than for git: it is asked while the rest is found out.
  if (request.tier === 'fast') tree().catch(() => undefined);
  const logs = await logsOf(request, context);
  if (request.base !== undefined) {
    const question = await unlockedQuestion(request.base, head, request, logs, repository);
    return { repository, seen, audience: await audience, question, tree, locked: undefined };
  }
  const [lock, reader] = await Promise.all([stored(), audience]);
  const loop = await loopName(request, await branch, repository);
  const locked = {
    stored: lock,
    loop,
    parents: once(async () => [...(await parentsOf(head, repository)), ...(request.merging ?? [])]),
  };
  // The record wants them in the end.
  locked.parents().catch(() => undefined);
  const question = await lockedQuestion({ ...locked, head, logs: logs.head }, request, repository);
  return { repository, seen, audience: reader, question, tree, locked: { ...locked, base: question.base } };
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
  { tier, only, standard }: Pick<CheckRequest, 'tier' | 'only' | 'standard'>,
  logs: Sides<readonly string[]>,
  repository: Repository,
): Promise<Question> {
  const base = await revision(repository, name);
  const config = standard?.config ?? (await configAt(repository, base));
  const logsToCompare = { base: { kind: 'given', logs: logs.base }, head: logs.head } as const;
  return { base, baseTree: base, head, tier, only, config, locked: undefined, logs: logsToCompare };
}

/** Everything that decides comes from the lock; only what is judged, and how far people are by now, comes from outside it. */
async function lockedQuestion(
  {
    stored,
    loop,
    parents,
    head,
    logs,
  }: LockedLoop & { readonly head: Question['head']; readonly logs: readonly string[] },
  { tier, only }: Pick<CheckRequest, 'tier' | 'only'>,
  repository: Repository,
): Promise<Question> {
  const { lock } = stored;
  const config = readResolvedConfig(lock.configuration);
  const base = await baseOf(repository, { lock, name: loop, parents });
  const isMoved = base.commit !== lock.commit;
  const locked = {
    tools: lock.tools,
    // What people did to the gate on the protected branch is theirs: it drifts, and no loop is charged with it.
    gateFiles: isMoved ? {} : lock.gateFiles,
    moved: isMoved ? { from: lock.commit, fromTree: lock.tree } : undefined,
  };
  const inventory = (): Promise<Inventory> => loadInventory(repository, stored);
  // A commit does not wait for logs: what the lock has of them is asked for in the full tier.
  const tools = tier === 'fast' && logs.length === 0 ? [] : lock.tools;
  const logsToCompare = { base: { kind: 'locked', tools, inventory }, head: logs } as const;
  return { base: base.commit, baseTree: base.tree, head, tier, only, config, locked, logs: logsToCompare };
}

async function lockOrRefuse(
  request: CheckRequest,
  branch: Promise<string | undefined>,
  repository: Repository,
  context: Context,
): Promise<TrustedLock> {
  const lock = await trustedLock({
    store: repository,
    trust: openTrust(repository, context),
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
