import type { Initialised } from '@pawl/checkpoint';
import { visible } from '@pawl/report';

/** What was or would be set up. The many files of the common git folder are one line: nobody edits them. */
export function initText({ topLevel, commonDir, changes, notes }: Initialised, dryRun: boolean): string {
  const folder = `${commonDir}/pawl/`;
  const inner = changes.filter(({ path }) => path.startsWith(folder));
  const outer = changes.filter((change) => !inner.includes(change));
  const innerAction = inner.find(({ action }) => action !== 'unchanged')?.action ?? 'unchanged';
  const rows = [
    ...outer,
    { path: folder, action: innerAction, why: 'the hooks themselves; they fire in every worktree' },
  ];
  const width = Math.max(...rows.map(({ path }) => shortened(path, topLevel).length));
  const lines = rows.map(
    ({ path, action, why }) =>
      `  ${action.padEnd(9)}  ${visible(shortened(path, topLevel)).padEnd(width)}  ${visible(why)}`,
  );
  const changed = changes.some(({ action }) => action !== 'unchanged');
  if (!changed)
    return ['Pawl is set up already; nothing to change.', ...notes.map((note) => `  note: ${visible(note)}`), ''].join(
      '\n',
    );
  const heading = dryRun ? 'This would change:' : 'Pawl is set up:';
  const next = dryRun ? 'do it: pawl init' : 'commit what is new, then lock: pawl lock';
  return [heading, ...lines, ...notes.map((note) => `  note: ${visible(note)}`), `  next: ${next}`, ''].join('\n');
}

function shortened(path: string, topLevel: string): string {
  return path.startsWith(`${topLevel}/`) ? path.slice(topLevel.length + 1) : path;
}
