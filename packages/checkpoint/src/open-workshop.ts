import type { Repository } from '@pawl/git';
import type { Asked, LockedLoop } from './ask.ts';
import type { CheckRequest } from './check-request.ts';
import type { Context } from './context.ts';
import { openContracts } from './contracts/open-contracts.ts';
import { once } from './once.ts';
import { type CacheWanted, openCacheFor } from './open-cache-for.ts';
import { openResults } from './open-results.ts';
import { openSyntaxFor } from './open-syntax-for.ts';
import { lockedPins, type PinOf, pinningDoor, presentPins, standardPins } from './pins.ts';
import type { Question, Workshop } from './question.ts';
import { resultsOfLock } from './results-of-lock.ts';
import { type Run, runnerFor } from './runner.ts';
import { NO_SUITES } from './security-tests/no-suites.ts';
import type { RunSuites } from './security-tests/run-suites.ts';

export interface OpenedWorkshop extends Workshop {
  readonly close: () => Promise<void>;
}

/** What a question is answered with. What decides comes with the question; here is only who does the work. */
export async function openWorkshop(
  {
    repository,
    question,
    locked,
  }: Pick<Asked, 'repository' | 'question'> & {
    readonly locked: Pick<LockedLoop, 'stored'> | undefined;
  },
  syntax: Workshop['syntax'],
  request: CacheWanted & Pick<CheckRequest, 'standard'>,
  context: Context,
): Promise<OpenedWorkshop> {
  const { standard } = request;
  const run = runnerFor(repository, context, question.config.limits);
  const pinOf = pinsBy(repository, question, locked?.stored, standard, run);
  const kept = await openResults(repository, context, request);
  const results =
    locked && request.cache && request.tier === 'full' ? resultsOfLock(kept, repository, locked.stored) : kept;
  const scanning = context.scanning ?? (() => undefined);
  // Of a commit, too: what is known of thousands of files is not found out again because a guard may stand in one of them.
  const cache = once(() => openCacheFor(repository, context, { ...request, tier: 'full' }));
  const summaries = once(async () => (await import('./reach/project-summaries.ts')).summariesBy(syntax, cache));
  const contracts = once(() =>
    openContracts({ repository, base: question.base, locked: locked?.stored, standard }, syntax, cache),
  );
  const runSuites: RunSuites = async (...asked) =>
    (await import('./security-tests/run-suites.ts')).suiteRunner(repository, context, scanning)(...asked);
  // What the tests of another time need is not installed any more.
  const made = { cache, summaries, contracts, runSuites: standard ? NO_SUITES : runSuites };
  return { repository, syntax, run, pinOf, results, scanning, ...made, close: kept.close };
}

function pinsBy(
  repository: Repository,
  { base }: Pick<Question, 'base'>,
  lock: LockedLoop['stored'] | undefined,
  standard: CheckRequest['standard'],
  run: Run,
): PinOf {
  if (lock) return lockedPins(repository, lock);
  return standard ? standardPins(standard) : presentPins(pinningDoor(repository, base, run));
}

/** The parser's runtime starts too; where it fails, loading a language says so. */
export function startSyntax({ only }: Pick<CheckRequest, 'only'>, context: Context): Workshop['syntax'] {
  const syntax = openSyntaxFor(context);
  if (only !== 'scanners') syntax.start();
  return syntax;
}
