import picomatch, { type PicomatchOptions } from 'picomatch/posix.js';
import { type Rule, shown, wrong } from '@pawl/document';

/** The same on every system: `/` only, dot files like any other, and nothing that turns a pattern round. */
const OPTIONS: PicomatchOptions = { dot: true, nonegate: true, noextglob: true, strictBrackets: true };

/** Whether a path from the repository's root matches any of the globs, as a function to be used for many paths. */
export function matcher(globs: readonly string[]): (file: string) => boolean {
  return picomatch([...globs], OPTIONS);
}

const REFUSALS: readonly (readonly [test: (glob: string) => boolean, message: string])[] = [
  [(glob) => glob === '' || glob.length > 256, 'must have 1 to 256 characters'],
  // "Everything but these" reads like "also these", and leaves the repository unjudged.
  [(glob) => glob.startsWith('!'), 'must not start with "!": say what is meant, not what is not'],
  [(glob) => /^\.?\//u.test(glob), 'must be relative to the top of the repository, without "/" or "./" before it'],
  [(glob) => glob.endsWith('/'), 'matches files: write "folder/**" for all that is in a folder'],
  [(glob) => glob.split('/').includes('..'), 'must not contain ".."'],
  [(glob) => /[\\()|\p{Cc}]/u.test(glob), 'must use only *, **, ?, [a-z] and {a,b}'],
  [(glob) => !/[\p{L}\p{N}]/u.test(glob), 'would match everything: it must name something'],
];

/** A pattern that is readable, matches the same everywhere and names something. */
export const globRule: Rule = (value, path) => {
  if (typeof value !== 'string') return wrong(path, `must be a glob, not ${shown(value)}`);
  const refused = REFUSALS.find(([test]) => test(value));
  if (refused !== undefined) return wrong(path, `${shown(value)} ${refused[1]}`);
  return isBalanced(value) ? [] : wrong(path, `${shown(value)} has brackets that do not pair up`);
};

function isBalanced(glob: string): boolean {
  try {
    picomatch(glob, OPTIONS);
    return true;
  } catch {
    return false;
  }
}
