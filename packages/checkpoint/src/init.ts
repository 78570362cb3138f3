import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG_FILE, defaultConfigText, parseConfig } from '@pawl/config';
import { PawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import { openPorcelain } from '@pawl/git/porcelain';
import { type HookChange, installHooks } from '@pawl/hooks';
import { unsupportedCode } from '@pawl/syntax';
import { type Context, repositoryOf } from './context.ts';
import type { Ask } from './decisions/require-person.ts';
import type { InitChange } from './init-change.ts';
import { type CiFile, initCi } from './init-ci.ts';
import { type HarnessRequest, initHarnesses } from './init-harness.ts';
import { initSharing } from './init-sharing.ts';
import { protectedBranch } from './protected-branch.ts';
import { readWorkTreeFile } from './work-tree.ts';

export interface InitRequest extends HarnessRequest {
  readonly directory: string | undefined;
  /** Only (re)install the hooks, as after `npm install`. */
  readonly hooksOnly: boolean;
  /** The bundled file that a hook runs. */
  readonly hookFile: string;
  /** A pipeline that is wanted too. */
  readonly ci?: CiFile | undefined;
}

export interface Initialised {
  readonly topLevel: string;
  readonly commonDir: string;
  readonly changes: readonly InitChange[];
  readonly notes: readonly string[];
}

export class InitError extends PawlError<'no-work-tree'> {}

/** Sets Pawl up in a repository. Running it twice changes nothing the second time. */
export async function init(request: InitRequest, context: Context, ask?: Ask): Promise<Initialised> {
  const repository = await repositoryOf(context, request.directory);
  const { topLevel, commonDir } = requireWorkTree(repository);
  const config = request.hooksOnly ? undefined : await planConfig(repository, topLevel);
  const agents = await initHarnesses({ topLevel, commonDir }, request, context.env['CI'] ? undefined : ask);
  const { changes, notes } = await installHooks({
    topLevel,
    commonDir,
    hookFile: request.hookFile,
    nodeFile: process.execPath,
    git: openPorcelain(topLevel),
    dryRun: request.dryRun,
  });
  // Last, so that what cannot be set up leaves nothing behind.
  if (config?.text !== undefined && !request.dryRun) await writeFile(config.path, config.text, { flag: 'wx' });
  const ci = request.ci && (await initCi(topLevel, request.ci, request.dryRun));
  const shared = config ? await initSharing(repository, { dryRun: request.dryRun, ask }, context) : undefined;
  return {
    topLevel,
    commonDir,
    changes: [
      ...(config ? [config] : []),
      ...agents.changes,
      ...changes,
      ...(ci?.changes ?? []),
      ...(shared?.changes ?? []),
    ],
    notes: [...notes, ...agents.notes, ...(ci?.notes ?? []), ...(shared?.notes ?? [])],
  };
}

/** Hooks are for where somebody works. */
export function requireWorkTree({ topLevel, commonDir }: Repository): Pick<Initialised, 'topLevel' | 'commonDir'> {
  if (topLevel !== undefined) return { topLevel, commonDir };
  throw new InitError('no-work-tree', 'a bare repository has no commits made in it, so it needs no hooks', {
    next: 'run it in a clone that has a work tree',
  });
}

/** What is to be written, if anything; a configuration that is there and broken is an error before anything is touched. */
async function planConfig(repository: Repository, topLevel: string): Promise<HookChange & { readonly text?: string }> {
  const path = join(topLevel, CONFIG_FILE);
  const present = await readWorkTreeFile(topLevel, CONFIG_FILE);
  if (present !== undefined) {
    await parseConfig(present, CONFIG_FILE);
    return { path, action: 'unchanged', why: 'your configuration, and it is valid' };
  }
  const target = await protectedBranch(repository);
  const text = defaultConfigText({ target, acceptUnexamined: await unreadableGlobs(repository) });
  return { path, action: 'created', why: 'what Pawl judges by; read it, then commit it', text };
}

/**
 * One glob per kind of code that is here and that Pawl cannot read. They are written down, so that a person sees and
 * accepts them; nothing else that cannot be read is ever passed over.
 */
async function unreadableGlobs(repository: Repository): Promise<readonly string[]> {
  const head = await repository.head();
  if (head === undefined) return [];
  const files = await repository.listTree(await repository.resolveTree(head));
  const names = files.map(({ path }) => path).filter((path) => unsupportedCode(path) !== undefined);
  return [...new Set(names.map(globOf))].sort();
}

function globOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `**/*${name.slice(dot)}` : `**/${name}`;
}
