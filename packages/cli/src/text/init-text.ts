import type { Initialised } from '@pawl/checkpoint';
import { visible } from '@pawl/report';

/** What was or would be set up. The many files of the common git folder are one line: nobody edits them. */
export function initText({ topLevel, commonDir, changes, notes }: Initialised, dryRun: boolean): string {
  const more = notes.map((note) => `  note: ${visible(note)}`);
  if (changes.every(({ action }) => action === 'unchanged'))
    return ['Pawl is set up already; nothing to change.', ...more, ''].join('\n');
  const lines = linesOf(rowsOf(changes, `${commonDir}/pawl/`), topLevel);
  const heading = dryRun ? 'This would change:' : 'Pawl is set up:';
  const next = dryRun ? 'do it: the same without --dry-run' : 'commit what is new, then lock: pawl lock';
  return [heading, ...lines, ...more, `  next: ${next}`, ''].join('\n');
}

/** What was or would be taken out of the settings of harnesses. */
export function removedText({ topLevel, changes, notes }: Initialised, dryRun: boolean): string {
  const more = notes.map((note) => `  note: ${visible(note)}`);
  if (changes.every(({ action }) => action === 'unchanged'))
    return ['There are no hooks of Pawl in these settings; nothing to change.', ...more, ''].join('\n');
  const heading = dryRun ? 'This would be taken out:' : 'Taken out:';
  const next = dryRun ? [] : ['  next: commit what changed, then lock: pawl lock'];
  return [heading, ...linesOf(changes, topLevel), ...more, ...next, ''].join('\n');
}

function linesOf(rows: Initialised['changes'], topLevel: string): readonly string[] {
  const width = Math.max(...rows.map(({ path }) => shortened(path, topLevel).length));
  return rows.map(
    ({ path, action, why }) =>
      `  ${action.padEnd(9)}  ${visible(shortened(path, topLevel)).padEnd(width)}  ${visible(why)}`,
  );
}

function rowsOf(changes: Initialised['changes'], folder: string): Initialised['changes'] {
  const inner = changes.filter(({ path }) => path.startsWith(folder));
  const outer = changes.filter((change) => !inner.includes(change));
  if (inner.length === 0) return outer;
  const action = inner.find((change) => change.action !== 'unchanged')?.action ?? 'unchanged';
  return [...outer, { path: folder, action, why: 'the hooks themselves; they fire in every worktree' }];
}

function shortened(path: string, topLevel: string): string {
  return path.startsWith(`${topLevel}/`) ? path.slice(topLevel.length + 1) : path;
}
