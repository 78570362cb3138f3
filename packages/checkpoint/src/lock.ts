import { pathToFileURL } from 'node:url';
import { type Inventory, type Lock, weightedTotal } from '@pawl/baseline';
import { CONFIG_FILE, type Config, parseConfig, resolveConfig } from '@pawl/config';
import { PawlError } from '@pawl/errors';
import { joinCoverage } from '@pawl/findings';
import type { Repository } from '@pawl/git';
import {
  LOCK_REFS,
  type LockMemory,
  nextPlace,
  openMemory,
  type PinnedTool,
  storeLock,
  type StoredLock,
} from '@pawl/ledger';
import type { PinningDoor } from '@pawl/scanner';
import { withoutAccepted } from './accepted.ts';
import { isKnownAgent } from './audience.ts';
import { type Context, repositoryOf } from './context.ts';
import { gateFilesAt } from './gate-files.ts';
import { readLogFiles, readLogs, type Told } from './given-logs.ts';
import { type Progress, takeInventory } from './inventory.ts';
import { openResults } from './open-results.ts';
import { openScanners } from './open-scanners.ts';
import { openSyntaxFor } from './open-syntax-for.ts';
import { pinningDoor } from './pins.ts';
import { protectedBranch } from './protected-branch.ts';
import { runnerFor } from './runner.ts';
import { installedTools } from './scanners.ts';
import { surrounder, type Surrounder } from './surroundings.ts';
import { toolsOf } from './tools.ts';
import { openTree } from './tree.ts';
import { readWorkTreeFile } from './work-tree.ts';

export interface LockRequest {
  readonly directory: string | undefined;
  /** The protected branch; found out where it is not given. */
  readonly target: string | undefined;
  /** Whether results that were found before are used, and new ones kept. */
  readonly cache: boolean;
  /** SARIF files about HEAD, from the current folder: what their tools found belongs to the lock. */
  readonly logs: readonly string[];
}

export interface Locked {
  readonly stored: StoredLock;
  readonly inventory: Inventory;
}

export class LockError extends PawlError<'agent-may-not-relock' | 'tool-unusable'> {}

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
  const { tools, inventory } = await examineTree({ repository, commit, tree, config }, request, context, progress);
  const draft = {
    schema: 'pawl/lock@2',
    target,
    commit,
    tree,
    lockedAt: context.now().toISOString(),
    expires: null,
    decision: { kind: 'lock' },
    waivers: [],
    releases: [],
    configuration: asJson({ ...config, target }),
    gateFiles: await gateFilesAt(repository, tree),
    tools,
    inventory: countsOf(inventory),
  } as const;
  const stored = await storeLock(repository, draft, inventory, place);
  await memory.remember(target, stored.lock.sequence, stored.commit);
  return { stored, inventory };
}

interface Subject {
  readonly repository: Repository;
  readonly commit: string;
  readonly tree: string;
  readonly config: Config;
}

/** Settles the version and the rules of every tool, then lets them all look at the whole tree. */
async function examineTree(
  { repository, commit, tree, config }: Subject,
  request: LockRequest,
  context: Context,
  progress: Progress,
): Promise<{ readonly tools: readonly PinnedTool[]; readonly inventory: Inventory }> {
  const run = runnerFor(repository, context, config.limits);
  const pinned = await pinAll(config, pinningDoor(repository, commit, run));
  const opened = await openScanners('full', config.scanners, ({ name }) => Promise.resolve(pinOf(pinned, name)));
  const [fault] = opened.faults;
  // A lock that names a tool which never looked would be a baseline without its findings.
  if (fault) throw new LockError('tool-unusable', fault.message, fault.next === undefined ? {} : { next: fault.next });
  const syntax = openSyntaxFor(context);
  const results = await openResults(repository, context, { tier: 'full', cache: request.cache });
  const scanned = await takeInventory({ repository, tree, config, opened, run, results, syntax }, progress);
  await results.close();
  const told = await heedLogs({ repository, commit, tree, config }, request, context, surrounder(syntax));
  return {
    tools: [
      ...toolsOf(opened.embedded).map((tool) => ({ ...tool, rules: [] })),
      ...pinned,
      ...told.map(({ tool }) => tool),
    ],
    inventory: {
      ...scanned,
      findings: [...scanned.findings, ...told.flatMap(({ findings }) => findings)],
      coverage: withoutAccepted(joinCoverage([scanned.coverage, ...told.map(({ coverage }) => coverage)]), config),
    },
  };
}

/** What was handed in about this commit. A log may speak of files that are excluded: they are there all the same. */
async function heedLogs(
  { repository, commit, tree, config }: Subject,
  { logs }: LockRequest,
  { cwd }: Context,
  surround: Surrounder,
): Promise<readonly Told[]> {
  if (logs.length === 0) return [];
  const everything = await openTree(repository, tree, { ...config, exclude: [] }, new Set());
  const root = repository.topLevel && pathToFileURL(repository.topLevel).href;
  const texts = await readLogFiles(logs, cwd);
  return readLogs(texts, { files: await everything.texts(), commit, root }, { config, judged: new Set() }, surround);
}

/** One after the other, so that of several tools that cannot be used the first is told. */
async function pinAll(config: Config, door: PinningDoor): Promise<readonly PinnedTool[]> {
  const pinned: PinnedTool[] = [];
  for (const tool of installedTools('full', config.scanners))
    pinned.push({ name: tool.name, ...(await tool.pin(door)) });
  return pinned;
}

function pinOf(pinned: readonly PinnedTool[], name: string): PinnedTool {
  return pinned.find((one) => one.name === name) as PinnedTool;
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
