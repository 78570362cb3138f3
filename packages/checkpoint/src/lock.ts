import { pathToFileURL } from 'node:url';
import {
  type Inventory,
  type Lock,
  type Waiver,
  waiversAfterRelock,
  weightedTotal,
  writeInventory,
} from '@pawl/baseline';
import type { Config } from '@pawl/config';
import { PawlError } from '@pawl/errors';
import { joinCoverage } from '@pawl/findings';
import type { Repository } from '@pawl/git';
import {
  loadInventory,
  LOCK_REFS,
  nextPlace,
  openSigning,
  openTrust,
  type PinnedTool,
  recallAll,
  storeLock,
  type StoredLock,
  type Trust,
  type TrustedLock,
} from '@pawl/ledger';
import type { Syntax } from '@pawl/syntax';
import { withoutAccepted } from './accepted.ts';
import { isKnownAgent } from './audience.ts';
import { type Context, repositoryOf } from './context.ts';
import { type AcceptChange, acceptChanges, type NextLock, relockChanges } from './decisions/relock.ts';
import { gateFilesAt } from './gate-files.ts';
import { readLogFiles, readLogs, type Told } from './given-logs.ts';
import { type InventoryInput, type Progress, takeInventory } from './inventory.ts';
import { configToLock } from './config-to-lock.ts';
import { contractsToLock } from './contracts/contracts-text.ts';
import { type CacheWanted, type Front, openCacheFor } from './open-cache-for.ts';
import { openResults } from './open-results.ts';
import { openScanners } from './open-scanners.ts';
import { openSyntaxFor } from './open-syntax-for.ts';
import type { Locking } from './parts/look-by-parts.ts';
import type { PartReport, PartsGiven } from './parts/parts-given.ts';
import { pinAll, pinOf } from './pin-all.ts';
import { pinningDoor } from './pins.ts';
import type { Promises } from './promises.ts';
import { summariesBy } from './reach/project-summaries.ts';
import { runnerFor } from './runner.ts';
import { surrounder, type Surrounder } from './surroundings.ts';
import { toolsOf } from './tools.ts';
import { openTree } from './tree.ts';

export interface LockRequest {
  readonly directory: string | undefined;
  /** The protected branch; found out where it is not given. */
  readonly target: string | undefined;
  /** Whether results that were found before are used, and new ones kept. */
  readonly cache: boolean;
  /** SARIF files about HEAD, from the current folder: what their tools found belongs to the lock. */
  readonly logs: readonly string[];
  /** The key file to sign with; else what PAWL_SIGNING_KEY names. */
  readonly signWith: string | undefined;
  /** What was found out of single projects, elsewhere. */
  readonly parts?: PartsGiven;
}

export interface Locked {
  readonly stored: TrustedLock;
  readonly inventory: Inventory;
  readonly promises: Promises;
  /** What became of the parts that were given. */
  readonly parts?: readonly PartReport[] | undefined;
}

export class LockError extends PawlError<'agent-may-not-relock' | 'tool-unusable'> {}

/**
 * Scans the whole tree of HEAD once and stores what was found, as the state that may not get worse. Where there is a lock
 * already a person accepts, one by one, what is not as that one has it; `accept` is `undefined` where nobody can be asked.
 */
export async function lock(
  request: LockRequest,
  context: Context,
  progress: Progress,
  accept: AcceptChange | undefined,
): Promise<Locked> {
  const repository = await repositoryOf(context, request.directory);
  const commit = await repository.resolveCommit('HEAD');
  const config = await configToLock(repository, commit);
  const target = request.target ?? config.target;
  const trust = openTrust(repository, context);
  if (await anyLockSeen(repository, trust)) refuseAgents(context, await repository.branch());
  const place = await nextPlace(repository, trust, target);
  // A scan takes a minute, so whoever lacks a key learns it before.
  const signing = await openSigning(trust, {
    keyFile: request.signWith,
    cwd: context.cwd,
    env: context.env,
    isInteractive: context.terminal,
  });

  const tree = await repository.resolveTree(commit);
  const syntax = openSyntaxFor(context);
  const subject = { repository, commit, tree, config, syntax, signs: signing.sign !== undefined };
  const { tools, inventory, promises, parts } = await examineTree(subject, request, context, progress);
  const next = {
    tree,
    tools,
    inventory,
    configuration: asJson({ ...config, target }),
    gateFiles: await gateFilesAt(repository, tree),
  };
  const now = context.now();
  const waivers = place.before === undefined ? [] : await follow(place.before, next, subject, { accept, now });
  const draft = {
    schema: 'pawl/lock@2',
    target,
    commit,
    tree,
    lockedAt: now.toISOString(),
    expires: expiryOf(config, now),
    decision: { kind: 'lock' },
    waivers,
    configuration: next.configuration,
    gateFiles: next.gateFiles,
    tools,
    inventory: countsOf(inventory),
  } as const;
  const stored = await storeLock(repository, draft, inventory, place, signing);
  return { stored, inventory, promises, parts };
}

/** A person accepts what is not as the lock before has it; what that person waived and is not locked now stays waived. */
async function follow(
  before: StoredLock,
  next: NextLock,
  { repository, syntax }: Subject,
  { accept, now }: { readonly accept: AcceptChange | undefined; readonly now: Date },
): Promise<readonly Waiver[]> {
  await acceptChanges(await relockChanges(repository, syntax, before, next), accept);
  return waiversAfterRelock(before.lock.waivers, await loadInventory(repository, before), next.inventory, now);
}

interface Subject {
  readonly repository: Repository;
  readonly commit: string;
  readonly tree: string;
  readonly config: Config;
  readonly syntax: Syntax;
  readonly signs: boolean;
}

/** Settles the version and the rules of every tool, then lets them all look at the whole tree. */
async function examineTree(
  subject: Subject,
  request: LockRequest,
  context: Context,
  progress: Progress,
): Promise<{
  readonly tools: readonly PinnedTool[];
  readonly inventory: Inventory;
  readonly promises: Promises;
  readonly parts: Locked['parts'];
}> {
  const { repository, commit, config, syntax } = subject;
  const run = runnerFor(repository, context, config.limits);
  const pinned = await pinAll(config, pinningDoor(repository, commit, run));
  const opened = await openScanners('full', config.scanners, ({ name }) => Promise.resolve(pinOf(pinned, name)));
  const [fault] = opened.faults;
  // A lock that names a tool which never looked would be a baseline without its findings.
  if (fault) throw new LockError('tool-unusable', fault.message, fault.next === undefined ? {} : { next: fault.next });
  const look = (front?: Front): Promise<Looked> => {
    const wanted = { tier: 'full', cache: request.cache, ...(front ? { front } : {}) } as const;
    return lookAt(subject, { opened, run }, wanted, context, progress);
  };
  const { result, parts } = await lookedWith(request.parts, { ...subject, tools: pinned }, look);
  const { scanned, pinned: contracts, promises } = result;
  const told = await heedLogs(subject, request, context, surrounder(syntax));
  return {
    tools: [
      ...toolsOf(opened.embedded).map((tool) => ({ ...tool, rules: [] })),
      ...pinned,
      ...told.map(({ tool }) => tool),
      ...contracts,
    ],
    promises,
    parts,
    inventory: {
      ...scanned,
      findings: [...scanned.findings, ...told.flatMap(({ findings }) => findings)],
      coverage: withoutAccepted(joinCoverage([scanned.coverage, ...told.map(({ coverage }) => coverage)]), config),
    },
  };
}

interface Looked extends Pinned {
  readonly scanned: Inventory;
}

interface Pinned {
  readonly pinned: readonly PinnedTool[];
  readonly promises: Promises;
}

async function lookAt(
  subject: Subject,
  { opened, run }: Pick<InventoryInput, 'opened' | 'run'>,
  wanted: CacheWanted,
  context: Context,
  progress: Progress,
): Promise<Looked> {
  const { repository, tree, config, syntax } = subject;
  const results = await openResults(repository, context, wanted);
  const scanned = await takeInventory({ repository, tree, config, opened, run, results, syntax }, progress);
  // What could not be stored is found out again without the part that said it.
  if (wanted.front !== undefined) writeInventory(scanned);
  const promised = await examinePromises(subject, wanted, context, progress);
  await results.close();
  return { scanned, ...promised };
}

async function lookedWith(
  given: PartsGiven | undefined,
  locking: Locking,
  look: (front?: Front) => Promise<Looked>,
): Promise<{ readonly result: Looked; readonly parts: Locked['parts'] }> {
  if (given === undefined) return { result: await look(), parts: undefined };
  return (await import('./parts/look-by-parts.ts')).lookByParts(given, locking, look);
}

/**
 * Reads the contracts and the security tests, and finds out of every file what a first check would have to find out of all of them:
 * now is when somebody waits.
 */
async function examinePromises(
  { repository, commit, tree, config, syntax }: Subject,
  wanted: CacheWanted,
  context: Context,
  progress: Progress,
): Promise<Pinned> {
  const kept = await openCacheFor(repository, context, wanted);
  const keptCache = (): Promise<typeof kept> => Promise.resolve(kept);
  const whole = await openTree(repository, tree, config, new Set());
  // Who made parts knows them where it made them.
  if (kept !== undefined && wanted.front === undefined)
    await summariesBy(syntax, keptCache).ofTree(whole, (done, total) => progress(done, total, 'paths'));
  const text = await contractsToLock(repository, commit);
  const { lockContracts, lockSecurityTests } = await import('./promises.ts');
  const contracts = text === undefined ? undefined : await lockContracts(text, whole, syntax, keptCache);
  const tests = await lockSecurityTests(config.securityTests, whole, syntax, keptCache);
  return { pinned: contracts ? [contracts.pinned] : [], promises: { contracts: contracts?.promises, tests } };
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

/** The resolved configuration is plain data already; its interfaces only hide that from the type checker. */
function asJson(config: Config): Lock['configuration'] {
  return config as unknown as Lock['configuration'];
}

const DAY_MS = 86_400_000;

function expiryOf({ lock: { expiresAfterDays } }: Config, now: Date): string | null {
  return expiresAfterDays === null ? null : new Date(now.getTime() + expiresAfterDays * DAY_MS).toISOString();
}

/** A lock of another branch counts too: an agent that may lock its own branch would be judged by itself. */
async function anyLockSeen(repository: Repository, trust: Trust): Promise<boolean> {
  const [refs, { memory, found }] = await Promise.all([repository.listRefs(LOCK_REFS), recallAll(trust)]);
  return refs.size > 0 || memory.locks.size > 0 || found !== undefined;
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
