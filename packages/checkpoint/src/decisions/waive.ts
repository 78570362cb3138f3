import { type SuccessorFields, type Waived, waive as waiveIn, type Waiver } from '@pawl/baseline';
import type { TrustedLock } from '@pawl/ledger';
import type { Context } from '../context.ts';
import { DecisionRefused } from './decision-refused.ts';
import { findCase } from './find-cases.ts';
import { type Desk, type DeskRequest, openDesk } from './open-desk.ts';
import { type Ask, confirmCase, requirePerson } from './require-person.ts';
import { recompute } from './recompute.ts';
import { type CaseReview, type ReviewItem, reviewOf } from './review.ts';
import { requireEffect } from './require-effect.ts';
import { openPen, storeDecision } from './store-decision.ts';

export interface WaiveRequest extends DeskRequest {
  readonly case: string;
  /** The number that the review of the case shows. */
  readonly item: number;
  readonly reason: string;
  readonly days: number;
  /** The key file that the decision is signed with. */
  readonly signWith: string | undefined;
}

export interface WaivedItem {
  readonly item: ReviewItem;
  readonly waiver: Waiver;
  readonly lock: TrustedLock;
}

/** Shows the item that is about to be accepted, before the person is asked. */
export type Show = (item: ReviewItem) => void;

/** Accepts one item of a case for some days: a lock that says so follows the present one. */
export async function waive(
  request: WaiveRequest,
  context: Context,
  ask: Ask | undefined,
  show: Show,
): Promise<WaivedItem> {
  const desk = await openDesk(request, context);
  requirePerson(ask, desk.branch, context);
  const at = context.now();
  const pen = await openPen(desk, request.signWith, context);
  const found = await findCase(desk, request.case);
  const recomputed = await recompute(desk, found, context);
  const item = itemOf(reviewOf(desk, found, recomputed, context), request.item);
  const fields = waiveIn(desk.lock.lock, waivableOf(item), { reason: request.reason, days: request.days, now: at });
  await requireEffect(item, recomputed, desk.lock.lock, { added: newestOf(desk, fields), now: at });
  show(item);
  await confirmCase(ask, found.id);
  const lock = await storeDecision(desk, fields, at, pen);
  return { item, waiver: newestOf(desk, fields), lock };
}

function itemOf({ items, case: { id } }: CaseReview, number: number): ReviewItem {
  const item = items.find((one) => one.number === number);
  const next = `see what it has: pawl review ${id}`;
  if (item === undefined)
    throw new DecisionRefused('no-such-item', `case ${id} has no item ${number}, it has ${items.length}`, { next });
  if (item.waiver !== undefined)
    throw new DecisionRefused('already-waived', `item ${number} is waived until ${item.waiver.expires}`, { next });
  return item;
}

function waivableOf({ waivable, number, reason }: ReviewItem): Waived {
  if (waivable !== undefined) return waivable;
  throw new DecisionRefused(
    'not-waivable',
    `item ${number} (${reason.kind}) is about no code that a waiver could hold to`,
    {
      next: 'mend it, or accept it for good: commit it on the protected branch and lock again, pawl lock',
    },
  );
}

function newestOf({ lock }: Desk, { waivers }: SuccessorFields): Waiver {
  const before = new Set(lock.lock.waivers);
  return waivers.find((waiver) => !before.has(waiver)) as Waiver;
}
