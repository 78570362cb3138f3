import { sync, type Context } from '@pawl/checkpoint';
import { openSharedRefs } from '@pawl/git/porcelain';
import { ActionError } from './action-error.ts';
import type { Place } from './open-place.ts';

/**
 * Pushes the record of this judgement. The workflow says that the ledger may be shared through its own repository, so nobody is asked.
 *
 * @throws ActionError `not-recorded`
 */
export async function shareRecord({ dir, hasOrigin }: Place, context: Context): Promise<void> {
  try {
    if (!hasOrigin) throw new Error('there is no remote origin');
    const { env } = context;
    await (await openSharedRefs(dir, { env })).setUp('origin');
    await sync({ directory: dir, remote: 'origin', share: false }, context, undefined);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ActionError('not-recorded', `the record could not be pushed: ${why}`, {
      next: 'give the job contents: write and the step its token, token: ${{ github.token }}; or say ledger: read',
      cause,
    });
  }
}
