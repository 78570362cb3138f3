import { createHash } from 'node:crypto';
import { type Notice, noticeMistake } from '../notice.ts';

/** One notice that one channel still owes. It names the channel and holds nothing of it: no address and no secret. */
export interface Task {
  readonly channel: string;
  readonly notice: Notice;
  /** How often it was tried. */
  readonly tries: number;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
}

/** After this long the case was decided, or nobody reads the channel. */
const GIVE_UP_MS = 14 * 86_400_000;

export function isTooOld({ notice }: Task, now: number): boolean {
  return now - Date.parse(notice.at) > GIVE_UP_MS;
}

const SCHEMA = 'pawl-outbox@v1';
const KEYS = ['schema', 'channel', 'tries', 'notBefore', 'repository', 'loop', 'case', 'outcome', 'at'] as const;
const OPTIONAL: readonly string[] = ['question', 'link', 'sealed'];

/**
 * The name of everything of one notice on one channel: number, channel, and what tells two stops apart that share a number.
 * Who is told of one loop is told of another one too, and nobody silences us with a tree made to fit an old number.
 *
 * @throws TypeError where a name could leave the folder.
 */
export function keyOf(channel: string, { repository, loop, question, case: number }: Notice): string {
  if (!/^[a-z0-9][a-z0-9-]{0,31}$/u.test(channel) || !/^[0-9a-f]{8}$/u.test(number))
    throw new TypeError('neither a channel nor a case is called that');
  const stop = createHash('sha256').update(JSON.stringify([repository, loop, question ?? null]));
  return `${number}.${channel}.${stop.digest('hex').slice(0, 16)}`;
}

/** What a key says by itself; `undefined` where it is none. */
export function readKey(key: string): { readonly channel: string; readonly case: string } | undefined {
  const found = /^(?<case>[0-9a-f]{8})\.(?<channel>[a-z0-9][a-z0-9-]{0,31})\.[0-9a-f]{16}$/u.exec(key)?.groups;
  return found && { channel: String(found['channel']), case: String(found['case']) };
}

/** Field by field, so that nothing is written that a caller has added to a notice. */
export function taskText({ channel, notice, tries, notBefore }: Task): string {
  const { repository, loop, question, outcome, at, link, sealed } = notice;
  const written = {
    schema: SCHEMA,
    channel,
    tries,
    notBefore,
    repository,
    loop,
    case: notice.case,
    outcome,
    at,
    ...(question === undefined ? {} : { question }),
    ...(link === undefined ? {} : { link }),
    ...(sealed === undefined ? {} : { sealed: Buffer.from(sealed).toString('base64') }),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** `undefined` where it is not what `taskText` wrote for this key. Whoever uses this account can write here. */
export function parseTask(text: string, key: string): Task | undefined {
  const value = record(text);
  if (value === undefined || value['schema'] !== SCHEMA) return undefined;
  const keys = Object.keys(value);
  if (!KEYS.every((name) => keys.includes(name))) return undefined;
  if (!keys.every((name) => OPTIONAL.includes(name) || KEYS.some((known) => known === name))) return undefined;
  const { channel, tries, notBefore, repository, loop, case: number, outcome, at, question, link, sealed } = value;
  if (!isCount(tries) || !isCount(notBefore)) return undefined;
  if (
    ![channel, number, repository, loop, outcome, at, question ?? '', link ?? '', sealed ?? ''].every(
      (item) => typeof item === 'string',
    )
  )
    return undefined;
  const notice = {
    ...{ repository, loop, case: number, outcome, at },
    ...(question === undefined ? {} : { question }),
    ...(link === undefined ? {} : { link }),
    ...(sealed === undefined ? {} : { sealed: new Uint8Array(Buffer.from(String(sealed), 'base64')) }),
  } as Notice;
  if (noticeMistake(notice) !== undefined || readKey(key)?.channel !== channel) return undefined;
  return keyOf(String(channel), notice) === key ? { channel: String(channel), notice, tries, notBefore } : undefined;
}

function record(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
