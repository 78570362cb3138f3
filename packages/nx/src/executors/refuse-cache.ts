import type { ExecutorContext } from '@nx/devkit';
import { NxError } from './nx-error.ts';

/**
 * Nx does not run what it has in its cache, so whoever may write `nx.json` could have the success of today handed out tomorrow (C06). What fails is not
 * kept: there never is one to hand out.
 *
 * @throws NxError `verdict-cacheable`
 */
export function refuseCache({ target, projectName, targetName }: ExecutorContext): void {
  if (target?.cache === false) return;
  throw new NxError(
    'verdict-cacheable',
    `could not tell: Nx would keep the answer of ${String(projectName)}:${String(targetName)}`,
    {
      next: 'look in nx.json and project.json for what sets its cache, and take it out',
    },
  );
}
