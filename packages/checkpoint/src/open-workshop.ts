import type { Asked } from './ask.ts';
import type { CheckRequest } from './check-request.ts';
import type { Context } from './context.ts';
import { openResults } from './open-results.ts';
import { openSyntaxFor } from './open-syntax-for.ts';
import { lockedPins, pinningDoor, presentPins } from './pins.ts';
import type { Workshop } from './question.ts';
import { runnerFor } from './runner.ts';

export interface OpenedWorkshop extends Workshop {
  readonly close: () => Promise<void>;
}

/** What a question is answered with. What decides comes with the question; here is only who does the work. */
export async function openWorkshop(
  { repository, question, lock }: Asked,
  syntax: Workshop['syntax'],
  request: CheckRequest,
  context: Context,
): Promise<OpenedWorkshop> {
  const run = runnerFor(repository, context, question.config.limits);
  const pinOf = lock ? lockedPins(repository, lock) : presentPins(pinningDoor(repository, question.base, run));
  const results = await openResults(repository, context, request);
  const scanning = context.scanning ?? (() => undefined);
  return { repository, syntax, run, pinOf, results, scanning, close: results.close };
}

/** The parser's runtime starts too; where it fails, loading a language says so. */
export function startSyntax({ only }: CheckRequest, context: Context): Workshop['syntax'] {
  const syntax = openSyntaxFor(context);
  if (only !== 'scanners') syntax.start();
  return syntax;
}
