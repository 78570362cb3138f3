import { isPawlError } from '@pawl/errors';
import { type Repository, snapshotWorkTree } from '@pawl/git';
import { configToLock } from '../config-to-lock.ts';
import type { Context } from '../context.ts';
import { contractsToLock } from '../contracts/contracts-text.ts';
import { takeInventory } from '../inventory.ts';
import { openCacheFor } from '../open-cache-for.ts';
import { openResults } from '../open-results.ts';
import { openScanners } from '../open-scanners.ts';
import { openSyntaxFor } from '../open-syntax-for.ts';
import { pinAll, pinOf } from '../pin-all.ts';
import { pinningDoor } from '../pins.ts';
import { summariesBy } from '../reach/project-summaries.ts';
import { runnerFor } from '../runner.ts';
import { openTree } from '../tree.ts';
import { belowRoot } from './below-root.ts';
import { filesOfTree } from './files-of-tree.ts';
import { findFacts } from './find-facts.ts';
import { inputsUnlocked } from './inputs.ts';
import type { Examined, PartRequest } from './make-part.ts';
import type { Recorder } from './recorder.ts';

/** What a lock asks of the files of a project: of every one, by the configuration and the tools that would be locked. */
export async function examineWhole(
  request: PartRequest,
  repository: Repository,
  written: Recorder,
  context: Context,
): Promise<Examined> {
  const commit = await commitOf(request.head, repository);
  const head = request.head;
  const tree =
    head === undefined ? await snapshotWorkTree(repository, context.env) : await repository.resolveTree(head);
  const config = await configToLock(repository, commit);
  const run = runnerFor(repository, context, config.limits);
  const tools = await pinAll(config, pinningDoor(repository, commit, run));
  const contracts = await contractsToLock(repository, commit);
  const opened = await openScanners('full', config.scanners, ({ name }) => Promise.resolve(pinOf(tools, name)));
  const installed = opened.installed.filter(({ scope }) => scope === 'file');
  const syntax = openSyntaxFor(context);
  const wanted = { tier: 'full', cache: request.cache, front: written.over } as const;
  const results = await openResults(repository, context, wanted);
  const own = belowRoot(repository, request);
  const { coverage } = await takeInventory(
    { repository: own, tree, config, opened: { ...opened, installed }, run, results, syntax },
    () => undefined,
  );
  const kept = await openCacheFor(repository, context, wanted);
  const cache = (): Promise<typeof kept> => Promise.resolve(kept);
  const summaries = (): Promise<ReturnType<typeof summariesBy>> => Promise.resolve(summariesBy(syntax, cache));
  await findFacts(await openTree(own, tree, config, new Set()), {
    config,
    syntax,
    cache,
    summaries,
    contracts,
    whole: true,
  });
  await results.close();
  return {
    inputs: inputsUnlocked({ config, contracts, tools }),
    files: await filesOfTree(own, tree),
    notExamined: coverage.notExamined,
    isComplete: opened.faults.length === 0,
  };
}

/** Whose rules would be locked: those of a commit. A tree has none, and is what stands on HEAD. */
async function commitOf(head: string | undefined, repository: Repository): Promise<string> {
  if (head === undefined) return repository.resolveCommit('HEAD');
  return repository.resolveCommit(head).catch((error: unknown) => {
    if (isPawlError(error) && error.code === 'unknown-revision') return repository.resolveCommit('HEAD');
    throw error;
  });
}
