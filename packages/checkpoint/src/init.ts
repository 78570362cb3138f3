import type { Repository } from '@pawl/git';
import { openPorcelain } from '@pawl/git/porcelain';
import { installHooks } from '@pawl/hooks';
import { type Context, repositoryOf } from './context.ts';
import { type ConfigRequest, planConfig } from './init-config.ts';
import type { InitChange } from './init-change.ts';
import { type CiFile, planCi } from './init-ci.ts';
import { InitError } from './init-error.ts';
import { type HarnessRequest, initHarnesses } from './init-harness.ts';
import { initSchemas } from './init-schemas.ts';
import { initSharing } from './init-sharing.ts';

export interface InitRequest extends HarnessRequest, ConfigRequest {
  readonly directory: string | undefined;
  /** Only (re)install the hooks, as after `npm install`. */
  readonly hooksOnly: boolean;
  /** The bundled file that a hook runs. */
  readonly hookFile: string;
  /** The folder of the schemas that ship with this version. */
  readonly schemas: string;
  /** A pipeline that is wanted too. */
  readonly ci?: CiFile | undefined;
  /** Whether a person lets others read the ledger through the remote; absent where nobody was asked. */
  readonly share?: boolean | undefined;
}

export interface Initialised {
  readonly topLevel: string;
  readonly commonDir: string;
  readonly changes: readonly InitChange[];
  readonly notes: readonly string[];
}

/** Sets Pawl up in a repository. Running it twice changes nothing the second time. Asks nobody. */
export async function init(request: InitRequest, context: Context): Promise<Initialised> {
  const { dryRun, hooksOnly } = request;
  const repository = await repositoryOf(context, request.directory);
  const { topLevel, commonDir } = requireWorkTree(repository);
  // Planned before anything is written, so that what cannot be set up leaves nothing behind.
  const config = hooksOnly ? undefined : await planConfig(repository, topLevel, request);
  const ci = request.ci && (await planCi(topLevel, request.ci));
  const agents = await initHarnesses({ topLevel, commonDir }, request);
  const hooks = await installHooks({
    topLevel,
    commonDir,
    hookFile: request.hookFile,
    nodeFile: process.execPath,
    git: openPorcelain(topLevel),
    dryRun,
  });
  const schemas = await initSchemas(commonDir, request.schemas, dryRun);
  if (!dryRun) for (const plan of [config, ci]) await plan?.write();
  const shared = hooksOnly ? undefined : await initSharing(repository, request, context);
  const parts = [config, agents, hooks, { changes: schemas }, ci, shared];
  return {
    topLevel,
    commonDir,
    changes: parts.flatMap((part) => part?.changes ?? []),
    notes: [agents, hooks, ci, shared].flatMap((part) => part?.notes ?? []),
  };
}

/** Hooks are for where somebody works. */
export function requireWorkTree({ topLevel, commonDir }: Repository): Pick<Initialised, 'topLevel' | 'commonDir'> {
  if (topLevel !== undefined) return { topLevel, commonDir };
  throw new InitError('no-work-tree', 'a bare repository has no commits made in it, so it needs no hooks', {
    next: 'run it in a clone that has a work tree',
  });
}
