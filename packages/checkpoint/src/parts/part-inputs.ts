import { createHash } from 'node:crypto';
import { CONFIG_FILE, type Config } from '@pawl/config';
import { isPawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import { ask, type Asked } from '../ask.ts';
import type { CheckError } from '../check-error.ts';
import { configToLock } from '../config-to-lock.ts';
import { type Context, repositoryOf } from '../context.ts';
import { contractsToLock } from '../contracts/contracts-text.ts';
import { isRuleFile } from '../rule-faults.ts';
import { readWorkTreeFile } from '../work-tree.ts';
import { AS_A_CHECK } from './as-a-check.ts';
import { digestOf, inputsByLock } from './inputs.ts';
import { toolVersions } from './tool-versions.ts';

export interface PartInputsRequest {
  readonly directory: string | undefined;
  readonly target: string | undefined;
  /** What will be judged; else the work tree, or HEAD where there is none. The base follows from it. */
  readonly head?: string | undefined;
  readonly loop?: string | undefined;
}

/**
 * All that a part depends on beside its files, in one line that is the same on every machine: the lock and its base, the engines, what would
 * be locked now, and which tools are installed. A cache that keeps a part under less would hand out what another judge found (C06).
 */
export async function partInputs(request: PartInputsRequest, context: Context): Promise<string> {
  const repository = await repositoryOf(context, request.directory);
  const locked = await lockedFor(request, repository, context);
  const commit = await repository.resolveCommit('HEAD');
  const configs = [locked?.question.config, await presentConfig(repository, commit, locked === undefined)];
  return digestOf({
    locked: locked?.locked === undefined ? null : inputsByLock(locked.locked.stored, locked.question.baseTree),
    config: await textToLock(repository, commit),
    contracts: (await contractsToLock(repository, commit)) ?? null,
    tools: await toolVersions(
      repository,
      configs.flatMap((config) => config ?? []),
      context,
    ),
    rules: await ruleFiles(
      repository,
      commit,
      configs.flatMap((config) => config ?? []),
    ),
  });
}

async function lockedFor(
  { directory, target, head, loop }: PartInputsRequest,
  repository: Repository,
  context: Context,
): Promise<Pick<Asked, 'question' | 'locked'> | undefined> {
  // A bare repository has no index, whose parents HEAD is.
  const judged = head ?? (repository.topLevel === undefined ? 'HEAD' : undefined);
  try {
    return await ask({ ...AS_A_CHECK, directory, target, head: judged, loop, cache: false }, context, repository);
  } catch (error) {
    if (isPawlError(error) && error.code === NO_LOCK) return undefined;
    throw error;
  }
}

const NO_LOCK: CheckError['code'] = 'no-lock';

/** A configuration that is broken now decides nothing where there is a lock. */
async function presentConfig(repository: Repository, commit: string, decides: boolean): Promise<Config | undefined> {
  try {
    return await configToLock(repository, commit);
  } catch (error) {
    if (isPawlError(error) && !decides) return undefined;
    throw error;
  }
}

async function textToLock(repository: Repository, commit: string): Promise<string | null> {
  const bytes =
    repository.topLevel === undefined
      ? await repository.readCommitFile(commit, CONFIG_FILE)
      : await readWorkTreeFile(repository.topLevel, CONFIG_FILE);
  return bytes === undefined ? null : createHash('sha256').update(bytes).digest('hex');
}

/** No tool is asked for its rules, which may have to be fetched: the names of packs are in the configuration, and these files are in HEAD. */
async function ruleFiles(
  repository: Repository,
  commit: string,
  configs: readonly Config[],
): Promise<readonly string[]> {
  const named = configs.filter(
    ({ scanners: { semgrep, sarif } }) => semgrep !== false || Object.keys(sarif).length > 0,
  );
  if (named.length === 0) return [];
  const entries = await repository.listTree(commit);
  const rules = entries.filter(({ path }) => named.some((config) => isRuleFile(path, config)));
  return rules.map(({ path, blob }) => `${blob} ${path}`);
}
