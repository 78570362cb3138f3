import type { Errand } from './errand.ts';
import type { Notice } from './notice.ts';
import { owe } from './owe.ts';
import { readNotifySettings } from './settings/read-notify-settings.ts';

/** A judgement, as far as people are told of it. */
export interface Stop {
  readonly verdict: { readonly outcome: 'clean' | 'regression' | 'escalated' | 'inconclusive' };
  /** The number of the case that was opened, or of the one that keeps the loop stopped. */
  readonly case: string | undefined;
  /** Absent where nobody wants to be told. */
  readonly tell:
    | {
        readonly telling: Pick<Errand, 'settings' | 'outbox' | 'workTree'>;
        readonly loop: string;
        /** The SHA-256 of the question, of which the number of a case is the beginning. */
        readonly question: string;
      }
    | undefined;
}

/**
 * Notes what is owed, and leaves the sending to a process that outlives this one: git's answer must not wait for a server
 * that hangs, and who kills a hook must not keep the stop from people.
 *
 * @throws NotifyError where the settings cannot be used, and what `send` throws.
 */
export async function handOver(stop: Stop, now: Date, send: (errand: Errand) => Promise<void>): Promise<void> {
  if (stop.tell === undefined) return;
  const { settings, outbox, workTree } = stop.tell.telling;
  const { channels, repository, inconclusive } = readNotifySettings(settings);
  const notice = noticeOf(stop, { repository, inconclusive, at: now.toISOString() });
  const notices = notice === undefined ? [] : [notice];
  // Where it cannot be noted it is told all the same.
  for (const one of notices) await owe(channels, one, outbox).catch(() => undefined);
  await send({ settings, notices, outbox, workTree });
}

/** `undefined` where people were told before, as of a loop that stays stopped, or do not want to be. */
function noticeOf(
  { case: number, verdict, tell }: Stop,
  {
    repository,
    inconclusive,
    at,
  }: { readonly repository: string; readonly inconclusive: boolean; readonly at: string },
): Notice | undefined {
  if (tell === undefined) return undefined;
  const { question, loop } = tell;
  const about = { repository, loop, case: question.slice(0, 8), question, at };
  if (number === about.case) return { ...about, outcome: 'stopped' };
  return inconclusive && verdict.outcome === 'inconclusive' ? { ...about, outcome: 'inconclusive' } : undefined;
}
