import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { DEFAULT_SETTINGS, readReceiveSettings, receive, type Received } from '@pawl/receive';
import { errorText, STOPPED } from '@pawl/report';
import { COULD_NOT_TELL, worstHookStatus } from './exit-status.ts';
import type { Io } from './io.ts';
import { tellPeople } from './tell-people.ts';
import { pushText, STOPPED_BY } from './text/push-text.ts';

export interface ServedBy {
  /** The anchor of the repository, an absolute path outside it. */
  readonly anchor: string;
  /** The settings, an absolute path; without one the defaults hold. */
  readonly settings: string | undefined;
}

/** Answers git's pre-receive hook. Whatever cannot be told refuses the push, every ref of it. */
export async function runPreReceive({ anchor, settings: file }: ServedBy, io: Io): Promise<number> {
  try {
    const settings = file === undefined ? DEFAULT_SETTINGS : readReceiveSettings(await readFile(file, 'utf8'), file);
    const context = { ...io.context, env: { ...io.context.env, PAWL_ANCHOR: anchor } };
    const received = await receive(await buffer(process.stdin), settings, context);
    const status = answer(received, io);
    await tellPeople(received.checked, { context });
    return status;
  } catch (error) {
    io.err(errorText(error, io.columns));
    return COULD_NOT_TELL;
  }
}

/** Who pushed learns that it is stopped, and a case number; and where nothing was stopped, why it could not be told. */
function answer(received: Received, io: Io): number {
  const { checked, stopped, fault } = received;
  const told = new Set(checked.filter(({ verdict }) => verdict.outcome !== 'clean').map(pushText));
  const stops = [...told].filter((text) => text.startsWith(STOPPED_BY));
  if (stopped !== undefined) stops.push(`${STOPPED_BY}${stopped}. ${STOPPED}\n`);
  const status = Math.max(worstHookStatus(checked), stopped === undefined ? 0 : 1);
  for (const text of stops.length > 0 ? stops : told) io.err(text);
  if (fault === undefined) return status;
  if (stops.length === 0) io.err(errorText(fault, io.columns));
  return stops.length > 0 ? 1 : COULD_NOT_TELL;
}
