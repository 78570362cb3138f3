import { release as releaseIn } from '@pawl/baseline';
import { caseDigest, type TrustedLock } from '@pawl/ledger';
import type { Context } from '../context.ts';
import { findCase, type OpenCase } from './find-cases.ts';
import { type DeskRequest, openDesk } from './open-desk.ts';
import { type Ask, confirmCase, requirePerson } from './require-person.ts';
import { openPen, storeDecision } from './store-decision.ts';

export interface ReleaseRequest extends DeskRequest {
  readonly case: string;
  readonly reason: string;
  /** The key file that the decision is signed with. */
  readonly signWith: string | undefined;
}

export interface Released {
  readonly case: OpenCase;
  readonly lock: TrustedLock;
}

/** Lets a stopped loop go on: a lock that says so follows the present one. */
export async function release(request: ReleaseRequest, context: Context, ask: Ask | undefined): Promise<Released> {
  const desk = await openDesk(request, context);
  requirePerson(ask, desk.branch, context);
  const at = context.now();
  const found = await findCase(desk, request.case);
  const fields = releaseIn(desk.lock.lock, caseDigest(found.question), { reason: request.reason, now: at });
  const pen = await openPen(desk, request.signWith, context);
  await confirmCase(ask, found.id);
  return { case: found, lock: await storeDecision(desk, fields, at, pen) };
}
