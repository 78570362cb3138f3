import type { Ran } from './run.ts';

export interface NxTasks {
  /** What ran, and what came from a cache, as Nx says it itself: `project:target`, sorted. */
  readonly made: readonly string[];
  readonly cached: readonly string[];
}

const LINE = /^\s*[✔✖]\s+nx run (.+?)(?:\s{2,}\[(.+)\])?$/gmu;

/** What Nx tells of the tasks of a run. */
export function nxTasks({ stdout }: Pick<Ran, 'stdout'>): NxTasks {
  const tasks = [...stdout.matchAll(LINE)].map(([, task = '', from]) => ({
    task,
    isCached: /cache/u.test(from ?? ''),
  }));
  const named = (isCached: boolean): readonly string[] => {
    const those = tasks.filter((one) => one.isCached === isCached);
    return those.map(({ task }) => task.trim()).sort();
  };
  return { made: named(false), cached: named(true) };
}
