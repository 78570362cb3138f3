import type { Served } from '@pawl/receive';
import { documentText, nextLines, type Paint, shortPath } from '@pawl/report';
import { changeLines, noteLines } from './change-lines.ts';
import { headline } from './headline.ts';

/** What was or would be done to a bare repository, so that it judges what is pushed. */
export interface ToldInstall extends Served {
  readonly action: 'install' | 'uninstall';
  readonly isDry: boolean;
}

export function installText(told: ToldInstall, paint: Paint, columns: number): string {
  const { repository, changes, notes, isDry } = told;
  const isDone = changes.every((change) => change.action === 'unchanged');
  const where = shortPath(repository);
  const says = isDone ? `nothing to change in ${where}` : `${isDry ? 'this would change' : 'changed'} in ${where}:`;
  const next = nextStep(told);
  return [
    ...headline({ how: 'plain', says }, paint, columns),
    '',
    ...changeLines(changes, paint, columns),
    ...noteLines(notes, paint, columns),
    ...(next === undefined ? [] : ['', ...nextLines(next, columns)]),
    '',
  ].join('\n');
}

function nextStep({ isDry, action }: ToldInstall): string | undefined {
  if (isDry) return 'do it: the same without --dry-run';
  return action === 'install' ? 'push something: whoever pushes is told what became of it' : undefined;
}

/** The same for a program. The schema says what a reader may rely on. */
export function installJson({ action, isDry, repository, changes, notes }: ToldInstall): string {
  return documentText('pawl/pre-receive@1', {
    action,
    isDry,
    repository,
    changes: changes.map(({ path, action: what, why }) => ({ path, action: what, why })),
    notes,
  });
}
