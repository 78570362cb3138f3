import type { Front } from '../open-cache-for.ts';
import type { OpenedPart } from './open-parts.ts';
import { partCache } from './part-cache.ts';
import type { PartReport } from './parts-given.ts';

/** Parts that are caught one after the other must not have the work done again for each of them. */
const TIMES_WITH_PARTS = 2;

/**
 * Does some work with the parts that are believed. Where one turns out to say what is not so, or something that nobody can work with, the
 * work is done again without it: a verdict owes nothing to a part that was caught.
 */
export async function withParts<Result>(
  opened: readonly OpenedPart[],
  work: (front: Front) => Promise<Result>,
): Promise<{ readonly result: Result; readonly reports: readonly PartReport[] }> {
  const caught = new Map<OpenedPart, string>();
  const believed = (): readonly OpenedPart[] => opened.filter((one) => one.part !== undefined && !caught.has(one));
  for (let times = 1; times <= TIMES_WITH_PARTS && believed().length > 0; times += 1) {
    const asked = believed();
    const cache = partCache(asked.flatMap(({ part }) => part ?? []));
    const done = await work(cache.over).then(
      (result) => ({ result }),
      () => undefined,
    );
    for (const one of asked) {
      const why = one.part && cache.refuted().get(one.part);
      if (why !== undefined) caught.set(one, why);
    }
    if (done && believed().length === asked.length) return { ...done, reports: reportsOf(opened, caught) };
    // An error that no part is to blame for comes again without them, and is told then.
    if (done === undefined) for (const one of believed()) caught.set(one, 'the work came to an error with it');
  }
  for (const one of believed()) caught.set(one, 'too many of the other parts were wrong');
  return { result: await work(partCache([]).over), reports: reportsOf(opened, caught) };
}

function reportsOf(opened: readonly OpenedPart[], caught: ReadonlyMap<OpenedPart, string>): readonly PartReport[] {
  return opened.map((one) => {
    const why = caught.get(one);
    return why === undefined ? one.report : { project: one.project, state: 'recomputed', why };
  });
}
