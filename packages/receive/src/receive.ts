import type { Checked, Context } from '@pawl/checkpoint';
import { LOCK_REFS, targetOfRef } from '@pawl/ledger';
import { withinSeconds } from './deadline.ts';
import { type Gated, gatedUpdates } from './gated-updates.ts';
import { type JudgedPush, judgeUpdate } from './judge-push.ts';
import { pusherOf } from './pusher.ts';
import { ReceiveError } from './receive-error.ts';
import { kindOfRef } from './ref-kinds.ts';
import { forbidden, requireLedger } from './require-ledger.ts';
import { requireForward } from './require-forward.ts';
import { openServer } from './server.ts';
import { serverEnvironment } from './server-environment.ts';
import type { ReceiveSettings } from './settings.ts';
import { stoppedBefore } from './stopped-before.ts';
import { parseUpdates, type Update } from './updates.ts';

/** What was found of a push that could be judged. All its refs go through, or none. */
export interface Received {
  /** What was judged, in the order of the push. */
  readonly checked: readonly Checked[];
  /** The case that keeps the pusher stopped, where there was nothing to judge: refs that are only deleted. */
  readonly stopped: string | undefined;
  /** Why a ref could not be judged, the first of them. */
  readonly fault: unknown;
}

const NOTHING_JUDGED: Received = { checked: [], stopped: undefined, fault: undefined };

/**
 * Judges one push to a bare repository, where the agent cannot write. Nothing is believed of what comes along with it: the
 * lock is the one that this server has and its own anchor vouches for, and the verdict is made anew.
 *
 * Each judgement is recorded now and not after the refs have moved: a process that dies in between must leave a judged
 * tree without its ref and never a ref without its judgement. What is recorded stays if the push is refused.
 *
 * @throws ReceiveError, GitError or LedgerError where it cannot tell: then the push is refused, with that plain reason.
 */
export function receive(stdin: Uint8Array, settings: ReceiveSettings, context: Context): Promise<Received> {
  const env = serverEnvironment(context.env, settings);
  return withinSeconds(settings.seconds, judge(stdin, settings, { ...context, env }));
}

async function judge(stdin: Uint8Array, settings: ReceiveSettings, context: Context): Promise<Received> {
  const updates = parseUpdates(stdin);
  refuseForbidden(updates);
  const server = await openServer(settings, context);
  await requireLedger(updates, server);
  const gated = await gatedUpdates(updates, settings, server.repository);
  if (gated.judged.length + gated.deleted.length === 0) return NOTHING_JUDGED;
  refuseMixed(updates);
  const targets = new Set([...(await server.repository.listRefs(LOCK_REFS)).keys()].map(targetOfRef));
  const push: JudgedPush = { server, settings, context, targets, pusher: pusherOf(settings, context.env) };
  await requireForward(gated, push);
  const { checked, fault } = await judgeAll(gated, push);
  return { checked, fault, stopped: isDeletionAlone(gated) ? await stoppedBefore(push) : undefined };
}

/** Every ref, though one could not be judged: a stop of another one is recorded by then, and people want to know. */
async function judgeAll({ judged }: Gated, push: JudgedPush): Promise<Pick<Received, 'checked' | 'fault'>> {
  const checked: Checked[] = [];
  let fault: unknown;
  for (const update of judged)
    try {
      await judgeUpdate(update, push, (one) => void checked.push(one));
    } catch (error) {
      fault ??= error;
    }
  return { checked, fault };
}

function refuseForbidden(updates: readonly Update[]): void {
  const one = updates.find(({ ref }) => kindOfRef(ref) === 'forbidden');
  if (one !== undefined) throw forbidden(one.ref, 'is not for anybody to push');
}

/** A lock that is only being pushed is not there yet, and the one before it must not judge what comes with it. */
function refuseMixed(updates: readonly Update[]): void {
  const lock = updates.find(({ ref }) => kindOfRef(ref) === 'lock');
  if (lock === undefined) return;
  throw new ReceiveError('lock-first', `${lock.ref} comes together with what is to be judged by it`, {
    next: `push it by itself first: git push REMOTE ${lock.ref}`,
  });
}

function isDeletionAlone({ judged, deleted }: Gated): boolean {
  return judged.length === 0 && deleted.length > 0;
}
