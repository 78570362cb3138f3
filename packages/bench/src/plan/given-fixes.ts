import { BenchError } from '../bench-error.ts';

/**
 * The revisions that a list names: one at the start of each line, or several with commas between. What follows `#` is a remark.
 *
 * @throws BenchError `bad-fixes` for a list that names none.
 */
export function revisionsIn(list: string): readonly string[] {
  const named = list
    .split(/\r?\n/u)
    .map((line) => line.replace(/#.*$/u, ''))
    .flatMap((line) => line.split(','))
    .flatMap((part) => part.trim().split(/\s+/u).slice(0, 1))
    .filter((revision) => revision !== '');
  if (named.length > 0) return [...new Set(named)];
  throw new BenchError('bad-fixes', 'the list of fixes names no commit', {
    next: 'write one commit on each line, or give them with commas between: pawl bench --fixes 1a2b3c4,5d6e7f8',
  });
}
