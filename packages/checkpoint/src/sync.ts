import { setTimeout as delay } from 'node:timers/promises';
import type { Repository } from '@pawl/git';
import {
  type Audit,
  listLoops,
  LOCK_REFS,
  LOOP_REFS,
  loopOfRef,
  openAudit,
  readTip,
  recallAll,
  type Reconciled,
  reconcileLocks,
  reconcileLoop,
  targetOfRef,
  trustedLockAt,
} from '@pawl/ledger';
import { isKnownAgent } from './audience.ts';
import { type Context, repositoryOf } from './context.ts';
import type { Ask } from './decisions/require-person.ts';
import { maySharingStart, openSharing, ORIGIN, type Sharing } from './sharing.ts';
import { SyncError } from './sync-error.ts';
import { trackedRefs, verifyRemote } from './sync-remote.ts';

export interface SyncRequest {
  readonly directory: string | undefined;
  readonly remote: string;
  /** A person has said that the ledger may be shared through this remote. */
  readonly share: boolean;
}

export interface SyncedChain extends Pick<Reconciled, 'how' | 'again'> {
  readonly ref: string;
}

export interface Synced {
  readonly remote: string;
  /** What the remote had, and how ours came to have it. */
  readonly fetched: readonly SyncedChain[];
  /** The refs that the remote has from here now. */
  readonly pushed: readonly string[];
  /** Whether anything is pushed at all; `false` where nobody has said that others may see it. */
  readonly isShared: boolean;
}

/** So often that somebody else may be first. */
const TRIES = 8;

/**
 * Brings the ledger here and the one of a remote together: fetch, verify, take what is new, repeat behind it what only we
 * have, and push. Nobody's entries are lost, and nothing is forced.
 *
 * @throws SyncError; LedgerError `locks-diverged`, `loops-diverged`; GitError `git-failed` where the remote does not answer.
 */
export async function sync(request: SyncRequest, context: Context, ask: Ask | undefined): Promise<Synced> {
  const repository = await repositoryOf(context, request.directory);
  const sharing = await openSharing(repository, request.remote, context);
  if (sharing === undefined) throw noRemote(request.remote);
  const isShared = await startSharing(sharing, request, { repository, context, ask });
  const audit = openAudit(repository, context);
  let fetched: readonly SyncedChain[] = [];
  for (let attempt = 1; ; attempt += 1) {
    fetched = newestNews(fetched, await fetchAndMerge(repository, sharing, audit));
    if (!isShared) return { remote: request.remote, fetched, pushed: [], isShared };
    const pushed = await pushAll(repository, sharing);
    if (pushed !== undefined) return { remote: request.remote, fetched, pushed, isShared };
    if (attempt === TRIES) throw busy(request.remote);
    await delay(Math.random() * 100 * attempt);
  }
}

/** Once set up it stays so. Before that it is asked for, but where only this machine is concerned. */
async function startSharing(
  sharing: Sharing,
  { remote, share }: SyncRequest,
  {
    repository,
    context,
    ask,
  }: { readonly repository: Repository; readonly context: Context; readonly ask: Ask | undefined },
): Promise<boolean> {
  if (await sharing.refs.isSetUp(remote)) return true;
  const isAgent = isKnownAgent({ env: context.env, branch: await repository.branch() });
  if (isAgent && share && !sharing.isLocal)
    throw new SyncError(
      'agent-may-not-share',
      `whether others may see the ledger through ${remote} is for a person to say`,
      {
        next: 'ask the person who runs this loop',
      },
    );
  const may = share || (await maySharingStart(sharing, isAgent ? undefined : ask)) === true;
  if (may) await sharing.refs.setUp(remote);
  return may;
}

async function fetchAndMerge(repository: Repository, sharing: Sharing, audit: Audit): Promise<readonly SyncedChain[]> {
  const { name } = sharing.remote;
  await sharing.refs.fetch(name);
  const theirs = await trackedRefs(repository, name);
  await verifyRemote(repository, theirs, audit, name);
  const chains: SyncedChain[] = [];
  // Locks first: a checkpoint is nothing without the lock that it was judged by.
  for (const [ref, commit] of theirs.locks) {
    const target = targetOfRef(ref);
    const { tip, how, again } = await reconcileLocks(repository, target, commit);
    // It was seen here now: from here on nothing older counts, and nothing of another repository.
    await trustedLockAt(repository, audit.trust, { target, commit: tip }, await recallAll(audit.trust));
    chains.push({ ref, how, again });
  }
  for (const [ref, commit] of theirs.loops) {
    const { how, again } = await reconcileLoop(repository, loopOfRef(ref), commit);
    chains.push({ ref, how, again });
  }
  await rememberTips(repository, audit);
  return chains;
}

async function rememberTips(repository: Repository, { marks }: Audit): Promise<void> {
  for (const [loop, commit] of await listLoops(repository)) {
    if ((await marks.recall(loop))?.commit === commit) continue;
    const tip = await readTip(repository, loop);
    if (tip) await marks.remember({ loop, sequence: tip.statement.predicate.sequence, commit: tip.commit });
  }
}

/** `undefined` when somebody else was first. */
async function pushAll(repository: Repository, sharing: Sharing): Promise<readonly string[] | undefined> {
  const { name } = sharing.remote;
  const theirs = await trackedRefs(repository, name);
  const known = new Map([...theirs.locks, ...theirs.loops]);
  const pushed: string[] = [];
  for (const prefix of [LOCK_REFS, LOOP_REFS]) {
    const ours = await repository.listRefs(prefix);
    const news = new Map([...ours].filter(([ref, commit]) => known.get(ref) !== commit));
    if (news.size === 0) continue;
    const { accepted, raced, refused } = await sharing.refs.push(name, news);
    const [no] = refused;
    if (no !== undefined) throw pushRefused(name, no.ref, no.why);
    if (raced.length > 0) return undefined;
    pushed.push(...accepted);
  }
  return pushed;
}

/** What the first round moved is news, even if a later round had nothing more to move. */
function newestNews(before: readonly SyncedChain[], now: readonly SyncedChain[]): readonly SyncedChain[] {
  const chains = new Map(before.map((chain) => [chain.ref, chain]));
  for (const chain of now) {
    const earlier = chains.get(chain.ref);
    const isNews = chain.how !== 'same' && chain.how !== 'ahead';
    if (earlier === undefined || isNews)
      chains.set(chain.ref, { ...chain, again: chain.again + (earlier?.again ?? 0) });
  }
  return [...chains.values()];
}

function noRemote(remote: string): SyncError {
  return new SyncError('no-remote', `there is no remote ${JSON.stringify(remote)}`, {
    next: remote === ORIGIN ? 'add one: git remote add origin URL' : 'see which there are: git remote',
  });
}

function busy(remote: string): SyncError {
  return new SyncError('remote-busy', `others have been pushing to ${remote} all the time`, {
    next: 'run the command again: pawl sync; what came is here already, and nothing is lost',
  });
}

function pushRefused(remote: string, ref: string, why: string): SyncError {
  return new SyncError('push-refused', `${remote} does not take ${ref}: ${why}`, {
    next: 'ask who runs it to let refs/pawl/lock/* and refs/pawl/loop/* be pushed',
  });
}
