import { isPublicLink } from './settings/web-address.ts';

/**
 * That a loop stopped. There is no field for a rule, a file, a line, a count, a severity or code: a chat, a desktop and a
 * tracker can be read by whoever is stopped.
 */
export interface Notice {
  /** As people call the repository: from the configuration, never from what is judged. */
  readonly repository: string;
  /** The branch of the loop; its name is the agent's choice. */
  readonly loop: string;
  /** The number of the case, or of what could not be told: eight hexadecimal digits. */
  readonly case: string;
  /**
   * The whole digest (SHA-256) that the number is the beginning of. It is not told; by it two cases are two where somebody
   * has made them share a number, which takes four thousand million tries.
   */
  readonly question?: string;
  /**
   * `stopped` for a regression and for what was escalated: which of the two it was is detail. A `test` is about no loop and
   * no case.
   */
  readonly outcome: 'stopped' | 'inconclusive' | 'test';
  /** ISO 8601, UTC; told to the minute. */
  readonly at: string;
  /** Where the case can be read by those who may: `https:`, from the configuration. */
  readonly link?: string;
  /** Detail that was sealed for the reviewers. It goes by mail and by the plain JSON webhook, and nowhere else. */
  readonly sealed?: Uint8Array;
}

/** What an inbox takes without a second thought. */
const MOST_SEALED = 1_048_576;
const LONGEST_NAME = 1024;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/u;

/** What is wrong with a notice, `undefined` where nothing is. It may come from a file that anybody of this account can write. */
export function noticeMistake(notice: Notice): string | undefined {
  const { repository, loop, question, outcome, at, link, sealed } = notice;
  if (!/^[0-9a-f]{8}$/u.test(notice.case)) return 'it has no case number';
  if (question !== undefined && !/^[0-9a-f]{64}$/u.test(question)) return 'its question is no SHA-256';
  if (!['stopped', 'inconclusive', 'test'].includes(outcome)) return 'its outcome is none that is known';
  if (!INSTANT.test(at) || Number.isNaN(Date.parse(at))) return 'its time is no ISO 8601 instant in UTC';
  if (typeof loop !== 'string' || loop.length > LONGEST_NAME) return 'its loop has no usable name';
  if (typeof repository !== 'string' || repository.length > LONGEST_NAME) return 'its repository has no usable name';
  if (link !== undefined && !isPublicLink(link)) return 'its link is no plain https: address';
  if (sealed !== undefined && sealed.length > MOST_SEALED) return `more than ${MOST_SEALED} bytes are sealed`;
  return undefined;
}
