import type { Config } from './config.ts';
import { matcher } from './glob.ts';

/** Patterns are compiled once for each configuration, which is frozen. */
const compiled = new WeakMap<readonly string[], (file: string) => boolean>();

/** Whether a judged file is left out. `file` is the path from the repository's root, with `/`. */
export function isExcluded({ exclude }: Config, file: string): boolean {
  return matches(exclude, file);
}

/** Whether a human accepted that nothing can read this file. */
export function isAcceptedUnexamined({ acceptUnexamined }: Config, file: string): boolean {
  return matches(acceptUnexamined, file);
}

/** Whether a person wants to see every change to this file, beside those that are protected anyway. */
export function isProtected({ protect }: Pick<Config, 'protect'>, file: string): boolean {
  return matches(protect, file);
}

function matches(globs: readonly string[], file: string): boolean {
  const known = compiled.get(globs);
  if (known !== undefined) return known(file);
  const test = matcher(globs);
  compiled.set(globs, test);
  return test(file);
}
