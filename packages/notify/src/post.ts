import { type Attempt, failed, type FailedAttempt } from './attempt.ts';
import type { HttpFault, HttpReply, HttpRequest, Turn } from './means.ts';

const MOST_TRIES = 3;
const FIRST_WAIT_MS = 500;
const TIMEOUT_MS = 4000;
/** Nobody is waited for longer than this, whatever they ask. */
const LONGEST_WAIT_MS = 86_400_000;

export type Post = Pick<HttpRequest, 'url' | 'headers' | 'body' | 'toPrivate'>;

/** Posts, and tries again where surely nobody got it and there is time. */
export async function post(request: Post, turn: Turn): Promise<Attempt> {
  const { means, signal, until } = turn;
  for (let tries = 1; ; tries += 1) {
    const attempt = await once(request, turn);
    if (attempt.kind !== 'failed' || !attempt.again || tries === MOST_TRIES) return attempt;
    // Half of it by chance, so that many who were refused together do not come back together.
    const wait = attempt.waitMs ?? FIRST_WAIT_MS * 2 ** (tries - 1) * (0.5 + means.random());
    if (signal.aborted || means.now() + wait >= until) return attempt;
    await means.sleep(wait, signal);
  }
}

async function once({ url, headers, body, toPrivate }: Post, { means, signal, until }: Turn): Promise<Attempt> {
  const timeoutMs = Math.max(1, Math.min(TIMEOUT_MS, until - means.now()));
  const all = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'pawl', ...headers };
  try {
    return judge(await means.send({ url, headers: all, body, toPrivate, timeoutMs, signal }), means.now());
  } catch {
    // What an error of the network says holds the address.
    return failed('it could not be sent', 'pawl doctor');
  }
}

const AGAIN: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

function judge(reply: HttpReply, now: number): Attempt {
  if (reply.kind === 'fault') return faults[reply.fault];
  const { status, retryAfter } = reply;
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (AGAIN.has(status)) {
    const waitMs = waitOf(retryAfter, now);
    const busy = { ...failed(`the other side answered ${status}`, 'nothing; it is tried again'), again: true };
    return waitMs === undefined ? busy : { ...busy, waitMs };
  }
  if (status >= 300 && status < 400)
    return failed(`it was sent elsewhere (${status}), which is not followed`, 'name the address that it leads to');
  if (status === 401 || status === 403) return failed(`it was refused (${status})`, 'renew the secret of this channel');
  if (status === 404 || status === 410)
    return failed(
      `there is nothing at its address (${status})`,
      'look whether the webhook or the project still exists',
    );
  return failed(`the other side answered ${status}`, 'look at the kind and the address of this channel');
}

/** RFC 9110, 10.2.3: seconds or a date. */
function waitOf(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  const ms = /^\d{1,9}$/u.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), LONGEST_WAIT_MS);
}

const faults: Readonly<Record<HttpFault, FailedAttempt>> = {
  dns: {
    ...failed('its host name is not found', 'look at the address of this channel and at the network'),
    again: true,
  },
  unreachable: { ...failed('its host cannot be reached', 'look at the network; it is tried again'), again: true },
  tls: failed('its host could not prove who it is (TLS)', 'mend the certificate of the host; it is never skipped'),
  private: failed(
    'its host name leads to a private network',
    'say "private": true for this channel where that is meant, then pawl lock',
  ),
  // It may have arrived; a person who is told twice at once believes in two cases.
  'no-answer': failed('its host did not answer in time', 'nothing; it is tried again later'),
};
