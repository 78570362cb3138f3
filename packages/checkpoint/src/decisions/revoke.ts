import { liveWaivers, mostWaivers, revoke as revokeIn, type Waiver } from '@pawl/baseline';
import type { TrustedLock } from '@pawl/ledger';
import { audienceOf } from '../audience.ts';
import type { Context } from '../context.ts';
import { DecisionRefused } from './decision-refused.ts';
import { type DeskRequest, openDesk } from './open-desk.ts';
import { type Ask, requirePerson } from './require-person.ts';
import { openPen, storeDecision } from './store-decision.ts';

export interface Waivers {
  readonly target: string;
  /** Those that count now; a person names one by its place, from 1. */
  readonly live: readonly Waiver[];
  readonly most: number;
}

/** What is waived now. What was accepted tells what is in the code, so it is for people only. */
export async function listWaivers(request: DeskRequest, context: Context): Promise<Waivers> {
  const { lock, branch } = await openDesk(request, context);
  if (audienceOf({ env: context.env, branch, terminal: context.terminal }) === 'agent')
    throw new DecisionRefused('agent-may-not-decide', 'only a person is told what is waived', {
      next: 'a person runs it in a terminal of their own, outside a branch under agent/',
    });
  const { target } = lock.lock;
  return { target, live: liveWaivers(lock.lock, context.now()), most: mostWaivers(lock.lock) };
}

export interface RevokeRequest extends DeskRequest {
  /** The place in the list of live waivers, from 1. */
  readonly item: number;
  /** The key file that the decision is signed with. */
  readonly signWith: string | undefined;
}

export interface Revoked {
  readonly waiver: Waiver;
  readonly lock: TrustedLock;
}

/** Takes back a waiver: what it covered is judged again. To be stricter, a person need not confirm. */
export async function revoke(request: RevokeRequest, context: Context, ask: Ask | undefined): Promise<Revoked> {
  const desk = await openDesk(request, context);
  requirePerson(ask, desk.branch, context);
  const at = context.now();
  const waiver = liveWaivers(desk.lock.lock, at)[request.item - 1];
  if (waiver === undefined)
    throw new DecisionRefused('no-such-item', `there is no waiver ${request.item}`, {
      next: 'see what is waived: pawl waive --list',
    });
  const fields = revokeIn(desk.lock.lock, waiver, at);
  return { waiver, lock: await storeDecision(desk, fields, at, await openPen(desk, request.signWith, context)) };
}
