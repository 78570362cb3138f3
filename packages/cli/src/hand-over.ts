import type { Checked, Context } from '@pawl/checkpoint';
import { type Errand, type Notice, owe, readNotifySettings, sendErrand } from '@pawl/notify';

type Send = (errand: Errand) => Promise<void>;

/**
 * Notes what is owed, and leaves the sending to a process that outlives this one: git's answer must not wait for a server
 * that hangs, and who kills a hook must not keep the stop from people.
 */
export async function handOver(
  stop: Checked,
  { env, now }: Pick<Context, 'env' | 'now'>,
  send: Send = (errand) => sendErrand(new URL('./tell-main.js', import.meta.url), errand, { ...env }),
): Promise<void> {
  if (stop.tell === undefined) return;
  const { settings, outbox, workTree } = stop.tell.telling;
  const { channels, repository, inconclusive } = readNotifySettings(settings);
  const notice = noticeOf(stop, { repository, inconclusive, at: now().toISOString() });
  const notices = notice === undefined ? [] : [notice];
  // Where it cannot be noted it is told all the same.
  for (const one of notices) await owe(channels, one, outbox).catch(() => undefined);
  await send({ settings, notices, outbox, workTree });
}

/** `undefined` where people were told before, as of a loop that stays stopped, or do not want to be. */
function noticeOf(
  { case: number, verdict, tell }: Checked,
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
