import type { FileSummary } from '../file-summary.ts';
import type { Callers } from './callers.ts';
import type { Project } from './project.ts';

/** The files where a path through some files may start: they, what calls into them, and what they call, which may hand them data. */
export function affectedFiles(project: Project, callers: Callers, only: ReadonlySet<string>): FileSummary[] {
  const changed = [...only].flatMap((file) => project.files.get(file) ?? []);
  const up = closure(changed, (file) =>
    file.functions.flatMap((_fn, id) => callers.of({ file, id }).map((place) => place.file)),
  );
  const down = closure(changed, (file) =>
    file.calls.flatMap((_call, id) => project.targetsOf(file, id).map((target) => target.file)),
  );
  const registered = changed.flatMap((file) =>
    file.entries.flatMap(({ reference }) => project.resolve(file, reference).map((target) => target.file)),
  );
  return [...new Set([...up, ...down, ...registered])];
}

function closure(
  start: readonly FileSummary[],
  next: (file: FileSummary) => readonly FileSummary[],
): ReadonlySet<FileSummary> {
  const found = new Set(start);
  const open = [...start];
  for (let file = open.pop(); file !== undefined; file = open.pop())
    for (const other of next(file)) {
      if (found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  return found;
}
