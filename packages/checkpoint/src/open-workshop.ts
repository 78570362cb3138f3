import type { Asked, LockedLoop } from './ask.ts';
import type { CheckRequest } from './check-request.ts';
import type { Context } from './context.ts';
import { openResults } from './open-results.ts';
import { openSyntaxFor } from './open-syntax-for.ts';
import { lockedPins, pinningDoor, presentPins } from './pins.ts';
import type { Workshop } from './question.ts';
import { resultsOfLock } from './results-of-lock.ts';
import { runnerFor } from './runner.ts';

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
  request: Pick<CheckRequest, 'tier' | 'cache'>,
  context: Context,
): Promise<OpenedWorkshop> {
  const run = runnerFor(repository, context, question.config.limits);
  const pinOf = locked
    ? lockedPins(repository, locked.stored)
    : presentPins(pinningDoor(repository, question.base, run));
  const kept = await openResults(repository, context, request);
  const results =
    locked && request.cache && request.tier === 'full' ? resultsOfLock(kept, repository, locked.stored) : kept;
  const scanning = context.scanning ?? (() => undefined);
  return { repository, syntax, run, pinOf, results, scanning, close: kept.close };
}

/** The parser's runtime starts too; where it fails, loading a language says so. */
export function startSyntax({ only }: Pick<CheckRequest, 'only'>, context: Context): Workshop['syntax'] {
  const syntax = openSyntaxFor(context);
  if (only !== 'scanners') syntax.start();
  return syntax;
}
