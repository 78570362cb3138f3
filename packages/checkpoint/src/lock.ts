import { type Inventory, type Lock, weightedTotal } from '@pawl/baseline';
import { CONFIG_FILE, type Config, parseConfig, resolveConfig } from '@pawl/config';
import { PawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import { LOCK_REFS, type LockMemory, nextPlace, openMemory, storeLock, type StoredLock } from '@pawl/ledger';
import { isKnownAgent } from './audience.ts';
import { type Context, repositoryOf } from './context.ts';
import { gateFilesAt } from './gate-files.ts';
import { type Progress, takeInventory } from './inventory.ts';
import { openSyntaxFor } from './open-syntax-for.ts';
import { protectedBranch } from './protected-branch.ts';
import { scannersOf } from './scanners.ts';
import { toolsOf } from './tools.ts';
import { readWorkTreeFile } from './work-tree.ts';

export interface LockRequest {
  readonly directory: string | undefined;
  /** The protected branch; found out where it is not given. */
  readonly target: string | undefined;
}

export interface Locked {
  readonly stored: StoredLock;
  readonly inventory: Inventory;
}

export class LockError extends PawlError<'agent-may-not-relock'> {}

/** Scans the whole tree of HEAD once and stores what was found, as the state that may not get worse. */
export async function lock(request: LockRequest, context: Context, progress: Progress): Promise<Locked> {
  const repository = await repositoryOf(context, request.directory);
  const commit = await repository.resolveCommit('HEAD');
  const config = await configToLock(repository, commit);
  const target = request.target ?? config.target;
  const memory = openMemory(repository.commonDir, context.env);
  const place = await nextPlace(repository, memory, target);
  if (await anyLockSeen(repository, memory)) refuseAgents(context, await repository.branch());

  const tree = await repository.resolveTree(commit);
  const scanners = await scannersOf('full', config.scanners);
  const inventory = await takeInventory(
    { repository, tree, config, scanners, syntax: openSyntaxFor(context) },
    progress,
  );
  const draft = {
    schema: 'pawl/lock@1',
    target,
    commit,
    tree,
    lockedAt: context.now().toISOString(),
    configuration: asJson({ ...config, target }),
    gateFiles: await gateFilesAt(repository, tree),
    tools: [...toolsOf(scanners)],
    inventory: countsOf(inventory),
  } as const;
  const stored = await storeLock(repository, draft, inventory, place);
  await memory.remember(target, stored.lock.sequence, stored.commit);
  return { stored, inventory };
}

/** What a person has on disk is what that person locks, even before it is committed; a bare repository has only commits. */
async function configToLock(repository: Repository, commit: string): Promise<Config> {
  const bytes =
    repository.topLevel === undefined
      ? await repository.readCommitFile(commit, CONFIG_FILE)
      : await readWorkTreeFile(repository.topLevel, CONFIG_FILE);
  if (bytes !== undefined) return resolveConfig(await parseConfig(bytes, CONFIG_FILE));
  return { ...resolveConfig(undefined), target: await protectedBranch(repository) };
}

/** The resolved configuration is plain data already; its interfaces only hide that from the type checker. */
function asJson(config: Config): Lock['configuration'] {
  return config as unknown as Lock['configuration'];
}

/** A lock of another branch counts too: an agent that may lock its own branch would be judged by itself. */
async function anyLockSeen(repository: Repository, memory: LockMemory): Promise<boolean> {
  const [refs, known] = await Promise.all([repository.listRefs(LOCK_REFS), memory.recall()]);
  return refs.size > 0 || Object.keys(known).length > 0;
}

/** A baseline that the gated party may reset is reset at every iteration, so small losses add up unseen (L02). */
function refuseAgents(context: Context, branch: string | undefined): void {
  if (!isKnownAgent({ env: context.env, branch })) return;
  throw new LockError('agent-may-not-relock', 'there is a lock already, and only a person may lock again', {
    next: 'ask the person who runs this loop',
  });
}

function countsOf({ findings, suppressions, coverage }: Inventory): {
  readonly findings: number;
  readonly suppressions: number;
  readonly weightedTotal: number;
  readonly examined: number;
  readonly notExamined: number;
} {
  return {
    findings: findings.length,
    suppressions: suppressions.length,
    weightedTotal: weightedTotal(findings),
    examined: new Set(coverage.examined.map(({ file }) => file)).size,
    notExamined: new Set(coverage.notExamined.map(({ file }) => file)).size,
  };
}
