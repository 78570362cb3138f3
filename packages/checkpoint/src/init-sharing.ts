import type { Repository } from '@pawl/git';
import type { HookChange } from '@pawl/hooks';
import type { Context } from './context.ts';
import { openSharing, ORIGIN } from './sharing.ts';

export interface SharingPlan {
  readonly changes: readonly HookChange[];
  readonly notes: readonly string[];
}

const NOTHING: SharingPlan = { changes: [], notes: [] };

/**
 * Has every fetch from `origin` bring the ledger along, and lets `pawl sync` push it. Only where nobody else can read the
 * remote is it done without a person's word; without one, the command is told and nothing is done.
 */
export async function initSharing(
  repository: Repository,
  { dryRun, share }: { readonly dryRun: boolean; readonly share?: boolean | undefined },
  context: Context,
): Promise<SharingPlan> {
  const sharing = await openSharing(repository, ORIGIN, context);
  if (sharing === undefined) return NOTHING;
  const path = `remote.${ORIGIN}.fetch`;
  if (await sharing.refs.isSetUp(ORIGIN))
    return { ...NOTHING, changes: [{ path, action: 'unchanged', why: 'locks and checkpoints are shared' }] };
  const may = sharing.isLocal || share;
  if (may === undefined) return { ...NOTHING, notes: [HOW_TO_SHARE] };
  if (!may)
    return { ...NOTHING, notes: [`nothing is shared through ${ORIGIN}; to share after all: pawl sync --share`] };
  if (!dryRun) await sharing.refs.setUp(ORIGIN);
  return { ...NOTHING, changes: [{ path, action: 'updated', why: 'locks and checkpoints are shared: pawl sync' }] };
}

const HOW_TO_SHARE =
  `the ledger is not shared through ${ORIGIN}: it lists every finding that is still open, ` +
  'so a person says whether whoever reads the remote may read that: pawl sync --share';
