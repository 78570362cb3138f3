import { GitError } from './git-error.ts';

/**
 * The fields of `-z` output, undecoded. Every field ends with NUL: what follows the last one is a sign of cut output.
 *
 * @throws GitError `unreadable-output`
 */
export function splitNul(output: Buffer): readonly Buffer[] {
  const fields: Buffer[] = [];
  let start = 0;
  for (let end = output.indexOf(0); end !== -1; end = output.indexOf(0, start)) {
    fields.push(output.subarray(start, end));
    start = end + 1;
  }
  if (start !== output.length) throw new GitError('unreadable-output', 'what git wrote ends in the middle of a field');
  return fields;
}
