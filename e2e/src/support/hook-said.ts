import type { Ran } from './run.ts';

/** What the hook of a server said, without what git says around it. */
export function hookSaid({ stderr }: Pick<Ran, 'stderr'>): readonly string[] {
  return stderr.split('\n').flatMap((line) => /^remote: (.*?) *$/u.exec(line)?.[1] ?? []);
}
