import { isPawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import {
  type AnchorContent,
  type FoundAnchor,
  type Known,
  type Memory,
  openTrust,
  recallFor,
  recallAll,
  type Trust,
  trustedLock,
  type TrustedLock,
  writeAnchor,
} from '@pawl/ledger';
import { type Context, repositoryOf } from './context.ts';
import { TrustError } from './trust-error.ts';

export interface TrustRequest {
  readonly directory: string | undefined;
  readonly target: string | undefined;
}

/** Who may sign what, for people. */
export interface KnownKey {
  readonly principal: string;
  readonly fingerprint: string;
  readonly type: string;
  readonly namespaces: readonly string[];
  readonly validAfter?: Date;
  readonly validBefore?: Date;
}

/** What is trusted here, and from where it is known. */
export interface Trusted {
  readonly repository: string | undefined;
  /** The lock that counts now, why the one that is there does not, or that there is none. */
  readonly lock:
    | { readonly kind: 'counts'; readonly stored: TrustedLock }
    | { readonly kind: 'refused'; readonly why: string; readonly next: string | undefined }
    | { readonly kind: 'none' };
  readonly anchor:
    (FoundAnchor & { readonly signers: readonly KnownKey[]; readonly verifiers: readonly KnownKey[] }) | undefined;
  readonly memory: Memory & { readonly place: string; readonly firstSeen: readonly KnownKey[] };
}

/** Shows what is trusted. Looking at a lock for the first time is seeing it: it is remembered. */
export async function showTrust(request: TrustRequest, context: Context): Promise<Trusted> {
  const { repository, trust } = await openRepositoryTrust(request, context);
  const lock = await presentLock(repository, trust, request.target);
  const { memory, found } = await knownNow(trust, lock);
  return {
    repository: found?.anchor.repository ?? memory.repository,
    lock,
    anchor: found && {
      ...found,
      signers: await keysOf(found.anchor.signers),
      verifiers: await keysOf(found.anchor.verifiers),
    },
    memory: { ...memory, place: trust.memory.place, firstSeen: await keysOf(memory.signers) },
  };
}

/** The anchor as it is, or as it would be by what was seen here, for where somebody else is to trust it. */
export async function printAnchor(request: TrustRequest, context: Context): Promise<string> {
  const { repository, trust } = await openRepositoryTrust(request, context);
  const known = await knownNow(trust, await presentLock(repository, trust, request.target));
  const { memory, found } = known;
  const { assurance, signers } = memory;
  const seen = { repository: repositoryId(known), assurance, locks: {}, signers, verifiers: [] };
  return writeAnchor(raisedTo(memory, found?.anchor ?? seen));
}

export async function openRepositoryTrust(
  { directory }: Pick<TrustRequest, 'directory'>,
  context: Context,
): Promise<{ readonly repository: Repository; readonly trust: Trust }> {
  const repository = await repositoryOf(context, directory);
  return { repository, trust: openTrust(repository, context) };
}

/** A lock that does not count is what a person looks for here: it is told, not thrown. What is trusted must be readable. */
export async function presentLock(
  repository: Repository,
  trust: Trust,
  target: string | undefined,
): Promise<Trusted['lock']> {
  await recallAll(trust);
  try {
    const stored = await trustedLock({ store: repository, trust, target, branch: repository.branch() });
    return stored === undefined ? { kind: 'none' } : { kind: 'counts', stored };
  } catch (error) {
    if (!isPawlError(error)) throw error;
    return { kind: 'refused', why: error.message, next: error.next };
  }
}

export async function knownNow(trust: Trust, lock: Trusted['lock']): Promise<Known> {
  const known = await recallAll(trust);
  return lock.kind === 'counts' ? recallFor(lock.stored.lock.repository, known, trust) : known;
}

export function repositoryId({ memory, found }: Known): string {
  const id = found?.anchor.repository ?? memory.repository;
  if (id !== undefined) return id;
  throw new TrustError('no-lock', 'no lock was seen here, so there is nothing to trust yet', {
    next: 'lock first: pawl lock',
  });
}

/** An anchor raised to what was seen: whoever writes one down takes the newest locks for the oldest that count. */
export function raisedTo({ locks }: Memory, anchor: AnchorContent): AnchorContent {
  const lowest = new Map(Object.entries(anchor.locks));
  for (const [target, { sequence }] of locks)
    if (sequence > (lowest.get(target)?.sequence ?? 0)) lowest.set(target, { sequence });
  return { ...anchor, locks: Object.fromEntries([...lowest].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

async function keysOf(lines: readonly string[]): Promise<readonly KnownKey[]> {
  if (lines.length === 0) return [];
  const { fingerprintOf, parseSigners } = await import('@pawl/signature');
  return parseSigners(lines).map(({ key, ...signer }) => ({
    ...signer,
    type: key.type,
    fingerprint: fingerprintOf(key),
  }));
}
