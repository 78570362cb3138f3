import type { Initialised } from '@pawl/checkpoint';
import { documentText, nextLines, type Paint } from '@pawl/report';
import { changeLines, type FileChange, noteLines } from './change-lines.ts';
import { headline } from './headline.ts';

/** What was set up, or would be. */
export interface ToldSetUp extends Initialised {
  readonly what: 'set-up' | 'remove-harness';
  readonly isDry: boolean;
  /** Whoever reads it saw before what would be written, by {@link planText}. */
  readonly isShown?: boolean;
}

/** The many files of the common git folder are one line: nobody edits them. */
export function initText(told: ToldSetUp, paint: Paint, columns: number): string {
  const { done, nothing, wouldBe, next } = WORDS[told.what];
  const isDone = isNothingNew(told);
  const says = isDone ? nothing : told.isDry ? wouldBe : told.isShown ? 'Pawl is set up.' : done;
  const todo = told.isDry ? 'do it: the same without --dry-run' : next;
  return [
    ...headline({ how: 'plain', says }, paint, columns),
    ...(isDone || told.isShown ? [] : ['', ...changeLines(rowsOf(told), paint, columns)]),
    ...noteLines(told.notes, paint, columns),
    ...(isDone ? [] : ['', ...nextLines(todo, columns)]),
    '',
  ].join('\n');
}

const WORDS = {
  'set-up': {
    nothing: 'Pawl is set up already; nothing to change.',
    wouldBe: 'This would change:',
    done: 'Pawl is set up:',
    next: 'commit what is new, then lock: pawl lock',
  },
  'remove-harness': {
    nothing: 'There are no hooks of Pawl in these settings; nothing to change.',
    wouldBe: 'This would be taken out:',
    done: 'Taken out:',
    next: 'commit what changed, then lock: pawl lock',
  },
} as const;

/** What is about to be written, before it is. What is there already is not. */
export function planText(planned: Initialised, paint: Paint, columns: number): string {
  const rows = rowsOf(planned).filter(({ action }) => action !== 'unchanged');
  const head = headline({ how: 'plain', says: 'This will be written:' }, paint, columns);
  return ['', ...head, '', ...changeLines(rows, paint, columns), '', ''].join('\n');
}

/** The same for a program. The schema says what a reader may rely on. */
export function initJson(told: ToldSetUp): string {
  return documentText('pawl/init@1', {
    what: told.what,
    isDry: told.isDry,
    changes: rowsOf(told),
    notes: told.notes,
  });
}

export function isNothingNew({ changes }: Initialised): boolean {
  return changes.every(({ action }) => action === 'unchanged');
}

function rowsOf({ topLevel, commonDir, changes }: Initialised): readonly FileChange[] {
  const folder = `${commonDir}/pawl/`;
  const inner = changes.filter(({ path }) => path.startsWith(folder));
  const outer = changes
    .filter((change) => !inner.includes(change))
    .map(({ path, action, why }) => ({ path: shortened(path, topLevel), action, why }));
  if (inner.length === 0) return outer;
  const action = inner.find((change) => change.action !== 'unchanged')?.action ?? 'unchanged';
  return [
    ...outer,
    { path: shortened(folder, topLevel), action, why: 'the hooks themselves; they fire in every worktree' },
  ];
}

function shortened(path: string, topLevel: string): string {
  return path.startsWith(`${topLevel}/`) ? path.slice(topLevel.length + 1) : path;
}
