import { ReceiveError } from './receive-error.ts';

/** One line of what git tells a pre-receive hook: https://git-scm.com/docs/githooks#pre-receive */
export interface Update {
  readonly ref: string;
  /** `undefined`: the ref is new. */
  readonly from: string | undefined;
  /** `undefined`: the ref is to be deleted. */
  readonly to: string | undefined;
}

/** Far more than a push of a hundred thousand refs has. */
const MAX_BYTES = 16 * 1024 * 1024;
/** The ids of either object format, both of one line in the same. */
const LINE = /^(?:([0-9a-f]{40}) ([0-9a-f]{40})|([0-9a-f]{64}) ([0-9a-f]{64})) (refs\/[^\p{Cc} ]+)$/u;

/**
 * Reads every update strictly, from the bytes: two names that differ must never become one.
 *
 * @throws ReceiveError `malformed-updates`
 */
export function parseUpdates(stdin: Uint8Array): readonly Update[] {
  if (stdin.length > MAX_BYTES) throw malformed(`more than ${MAX_BYTES} bytes`);
  const text = decode(stdin);
  if (text !== '' && !text.endsWith('\n')) throw malformed('a line that is cut');
  const updates = text.split('\n').slice(0, -1).map(parseLine);
  if (new Set(updates.map(({ ref }) => ref)).size < updates.length) throw malformed('one ref twice');
  return updates;
}

function parseLine(line: string): Update {
  const [, sha1From, sha1To, sha256From, sha256To, ref] = LINE.exec(line) ?? [];
  const [from, to] = [sha1From ?? sha256From, sha1To ?? sha256To];
  if (ref === undefined || from === undefined || to === undefined) throw malformed(JSON.stringify(line.slice(0, 200)));
  return { ref, from: unlessZero(from), to: unlessZero(to) };
}

function unlessZero(id: string): string | undefined {
  return /^0+$/u.test(id) ? undefined : id;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new ReceiveError('malformed-updates', 'the name of a ref is not valid UTF-8', {
      next: 'rename the branch or tag',
      cause,
    });
  }
}

function malformed(what: string): ReceiveError {
  return new ReceiveError('malformed-updates', `git gave the pre-receive hook something unknown: ${what}`);
}
