import type { Release, Waiver } from '@pawl/baseline';
import { type Assurance, caseDigest } from '@pawl/ledger';
import { audienceOf } from '../audience.ts';
import type { Context } from '../context.ts';
import { waiversOf } from './accepted-items.ts';
import { type CaseItem, itemsOf } from './case-items.ts';
import { findCase, type OpenCase, openCases } from './find-cases.ts';
import { type Desk, type DeskRequest, openDesk } from './open-desk.ts';
import { recompute, type Recomputed } from './recompute.ts';

export interface ReviewRequest extends DeskRequest {
  /** The number of a case; without one the only open case is read, or all are listed. */
  readonly case: string | undefined;
  /** A file with the age identity of a reviewer, for logs that were sealed because nobody can make them again. */
  readonly identity: string | undefined;
}

export type Review =
  /** Whoever is not plainly a person learns what it knows already. */
  | { readonly kind: 'agent'; readonly case: string | undefined }
  | { readonly kind: 'list'; readonly cases: readonly OpenCase[] }
  | CaseReview;

export interface CaseReview {
  readonly kind: 'case';
  readonly case: OpenCase;
  /** As if nothing were waived. */
  readonly verdict: Recomputed['judged'];
  readonly items: readonly ReviewItem[];
  /** The sequence of the lock that it was made under, and of the present one. */
  readonly lockSequence: { readonly then: number; readonly now: number };
  /** Of the present lock: how sure it is that people made it. */
  readonly assurance: Assurance;
  /** Set once a person let the loop go on. */
  readonly release: Release | undefined;
}

export interface ReviewItem extends CaseItem {
  /** The waiver that covers it by now. */
  readonly waiver: Waiver | undefined;
}

/** Recomputes a case and gives it item by item. Writes nothing. */
export async function review(request: ReviewRequest, context: Context): Promise<Review> {
  const desk = await openDesk(request, context);
  const open = await openCases(desk);
  const isAgent = audienceOf({ env: context.env, branch: desk.branch, terminal: context.terminal }) === 'agent';
  if (isAgent) return { kind: 'agent', case: (open.find(({ id }) => id === request.case) ?? open[0])?.id };
  const [only, ...more] = open;
  if (request.case === undefined && (only === undefined || more.length > 0)) return { kind: 'list', cases: open };
  const one = request.case === undefined ? (only as OpenCase) : await findCase(desk, request.case);
  const logs = await sealedFor(desk, one.id, request.identity, context);
  return reviewOf(desk, one, await recompute(desk, one, context, { cache: true, logs }), context);
}

async function sealedFor(
  { repository }: Desk,
  number: string,
  identityFile: string | undefined,
  { cwd }: Context,
): Promise<readonly string[]> {
  if (identityFile === undefined) return [];
  const { openSealed } = await import('../seal.ts');
  return openSealed(repository, number, { identityFile, cwd });
}

export function reviewOf(desk: Desk, one: OpenCase, recomputed: Recomputed, context: Pick<Context, 'now'>): CaseReview {
  const { judged: verdict, lock } = recomputed;
  const items = itemsOf(verdict.reasons, recomputed.evidence, recomputed.files);
  const waivers = waiversOf(items, desk.lock.lock, context.now());
  return {
    kind: 'case',
    case: one,
    verdict,
    items: items.map((item) => ({ ...item, waiver: waivers.get(item.number) })),
    lockSequence: { then: lock.lock.sequence, now: desk.lock.lock.sequence },
    assurance: desk.lock.assurance,
    release: desk.lock.lock.releases.find((release) => isOf(release, one)),
  };
}

/** A release by an older version names the number alone, which another case may have: what still stops a loop is not it. */
function isOf({ case: number, question }: Release, { id, question: asked, loops }: OpenCase): boolean {
  return question === undefined ? number === id && loops.length === 0 : question === caseDigest(asked);
}
