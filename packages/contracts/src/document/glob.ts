import picomatch, { type PicomatchOptions } from 'picomatch/posix.js';
import { type Rule, shown, wrong } from '@pawl/document';

/** The same on every system: `/` only, dot files like any other, and nothing that turns a pattern round. */
const OPTIONS: PicomatchOptions = { dot: true, nonegate: true, noextglob: true, strictBrackets: true };

const matchers = new Map<string, (file: string) => boolean>();

/** Whether a path from the repository's root matches any of the globs. */
export function matchesAny(globs: readonly string[], file: string): boolean {
  if (globs.length === 0) return false;
  const key = globs.join('\n');
  let matcher = matchers.get(key);
  if (matcher === undefined) {
    matcher = picomatch([...globs], OPTIONS);
    if (matchers.size > 1000) matchers.clear();
    matchers.set(key, matcher);
  }
  return matcher(file);
}

const REFUSALS: readonly (readonly [test: (glob: string) => boolean, message: string])[] = [
  [(glob) => glob === '' || glob.length > 256, 'must have 1 to 256 characters'],
  // "Everything but these" reads like "also these": there is `except` for that.
  [(glob) => glob.startsWith('!'), 'must not start with "!": use "except"'],
  [(glob) => /^\.?\//u.test(glob), 'must be relative to the top of the repository, without "/" or "./" before it'],
  [(glob) => glob.endsWith('/'), 'matches files: write "folder/**" for all that is in a folder'],
  [(glob) => glob.split('/').includes('..'), 'must not contain ".."'],
  [(glob) => /[\\()|\p{Cc}]/u.test(glob), 'must use only *, **, ?, [a-z] and {a,b}'],
  // Each star multiplies the ways to match: a glob is a regular expression in the end.
  [(glob) => glob.replaceAll('**', '').split('*').length > 5, 'must have at most four single stars'],
  [(glob) => glob.split('**').length > 5, 'must have at most four double stars'],
  [(glob) => glob.split('{').length > 4 || /\{[^}]*\{/u.test(glob), 'must have at most three {a,b}, none in another'],
  [(glob) => /\.\.[^/]*\}/u.test(glob), 'must not have ranges like {1..9}'],
];

/** A pattern that is readable and matches the same everywhere. */
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
