import type { Attempt, FailedAttempt } from './attempt.ts';
import { tell } from './channels/tell.ts';
import type { Delivery } from './delivery.ts';
import type { Turn } from './means.ts';
import type { Outbox } from './outbox/outbox.ts';
import { isTooOld, keyOf, readKey, type Task } from './outbox/task.ts';
import type { Channel } from './settings/settings.ts';

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

/**
 * Tells what one channel owes under one key, unless it was told or is being told. It stays owed until it was sent.
 *
 * @throws the system's error where the outbox fails before anything was sent, and never after.
 */
export async function deliver(
  channel: Channel,
  key: string,
  outbox: Outbox,
  turn: Turn,
  when: 'due' | 'now' = 'due',
): Promise<Delivery> {
  const about = { channel: channel.name, case: readKey(key)?.case ?? 'unnumbered' };
  const done = await outbox.underClaim(key, turn.means.now(), async () => {
    // Only now: whoever held it before may have sent it.
    const task = await outbox.get(key);
    if (await outbox.wasSent(key)) return forget(outbox, key, 'this channel was told of this case before');
    if (task === undefined) return { kind: 'skipped', why: 'nothing is owed' } as const;
    const now = turn.means.now();
    if (when === 'due' && task.notBefore > now)
      return { kind: 'skipped', why: `it is tried again in ${minutes(task.notBefore - now)}` } as const;
    return settled(task, await tell(channel, task.notice, turn), outbox, now);
  });
  if (done === 'taken') return { kind: 'skipped', ...about, why: 'another process is telling it' };
  return deliveryOf(done, about);
}

/** What became of a try, without what only the next try needs. */
export function deliveryOf(attempt: Attempt, about: { readonly channel: string; readonly case: string }): Delivery {
  switch (attempt.kind) {
    case 'sent':
      return { kind: 'sent', ...about };
    case 'skipped':
      return { kind: 'skipped', ...about, why: attempt.why };
    case 'failed':
      return { kind: 'failed', ...about, why: attempt.why, next: attempt.next };
  }
}

async function settled(task: Task, attempt: Attempt, outbox: Outbox, now: number): Promise<Attempt> {
  const key = keyOf(task.channel, task.notice);
  switch (attempt.kind) {
    case 'sent':
      // Who was told and cannot note it tells again one day; who says that it failed lies.
      await outbox.settle(key).catch(() => undefined);
      return attempt;
    case 'skipped':
      await outbox.remove(key).catch(() => undefined);
      return attempt;
    case 'failed':
      return postponed(task, attempt, outbox, now).catch(() => attempt);
  }
}

async function postponed(task: Task, attempt: FailedAttempt, outbox: Outbox, now: number): Promise<Attempt> {
  if (isTooOld(task, now)) {
    await outbox.remove(keyOf(task.channel, task.notice));
    return { ...attempt, why: `${attempt.why}; it was given up after 14 days` };
  }
  const pause = Math.min(MINUTE_MS * 2 ** task.tries, LONGEST_PAUSE_MS);
  await outbox.put({ ...task, tries: task.tries + 1, notBefore: now + Math.max(pause, attempt.waitMs ?? 0) });
  return attempt;
}

async function forget(outbox: Outbox, key: string, why: string): Promise<Attempt> {
  // One that stays is forgotten the next time.
  await outbox.remove(key).catch(() => undefined);
  return { kind: 'skipped', why };
}

function minutes(ms: number): string {
  return `${Math.ceil(ms / MINUTE_MS)} min`;
}
