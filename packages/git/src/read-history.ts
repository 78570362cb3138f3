import { findRepository, type OpenOptions } from './find-repository.ts';
import { GitError } from './git-error.ts';
import { checkObjectId } from './object-id.ts';
import { unreadableObject } from './object-reader.ts';
import { HISTORY_FORMAT, parseHistory, type PastCommit } from './parse-history.ts';
import { printable } from './printable.ts';
import { failedGit, runGit } from './run-git.ts';

/** Which commits of a history are wanted. */
export interface HistoryRequest {
  /** The newest, as a full id. */
  readonly tip: string;
  /** What this one has is left out; a full id. */
  readonly without?: string | undefined;
  /** Only what was committed after it: a date like `2026-01-31`, or `3 months ago`. */
  readonly since?: string | undefined;
  /** Of several, one has to be in the message: extended regular expressions, in any case. Without any, all are wanted. */
  readonly words?: readonly string[];
  /** Merges too, with what they brought. */
  readonly merges?: boolean;
  readonly atMost: number;
}

/** What git would take for now if it could not read it. */
const DATE = /^(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?|\d{1,5} (?:hour|day|week|month|year)s? ago)$/u;

/**
 * The commits of a history, newest first.
 *
 * @throws GitError `missing-object` when history has a gap, `invalid-argument` for a date that git would guess at.
 */
export async function readHistory(
  dir: string,
  { tip, without, since, words = [], merges = false, atMost }: HistoryRequest,
  options: OpenOptions = {},
): Promise<readonly PastCommit[]> {
  const place = await findRepository(dir, options);
  const args = [
    ...['log', '-z', '--no-color', '--no-notes', '--no-show-signature', '--no-mailmap', '--no-patch'],
    ...['--encoding=UTF-8', HISTORY_FORMAT, `--max-count=${atMost}`],
    ...(merges ? [] : ['--no-merges']),
    ...(since === undefined ? [] : [`--since=${checkDate(since)}`]),
    ...(words.length === 0
      ? []
      : ['--regexp-ignore-case', '--extended-regexp', ...words.map((word) => `--grep=${word}`)]),
    ...[checkObjectId(tip), ...(without === undefined ? [] : [`^${checkObjectId(without)}`]), '--'],
  ];
  const { status, stdout, stderr } = await runGit(place, args, { okStatus: [0, 128] });
  if (status === 0) return parseHistory(stdout.toString('utf8'));
  if (/^(?:error|fatal): (?:Could not read|bad object|Failed to traverse|revision walk setup failed)/imu.test(stderr))
    throw unreadableObject('history has a gap', stderr);
  throw failedGit(['log'], status, stderr);
}

function checkDate(date: string): string {
  if (DATE.test(date)) return date;
  throw new GitError('invalid-argument', `${printable(date)} is no date that can be read in one way only`, {
    next: 'Write it like 2026-01-31, or like "3 months ago".',
  });
}
