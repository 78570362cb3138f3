import { beginAnew } from './begin-anew.ts';
import { goOn } from './go-on.ts';
import { LoopError } from './loop-error.ts';
import type { Step } from './machine.ts';
import type { Run } from './run-document.ts';
import { forgetRuns, unfinishedRun } from './run-files.ts';
import type { Tampering } from './watched-refs.ts';
import type { WorkPlace } from './work-place.ts';

/** A run that is about to do its next step. */
export interface Begun {
  readonly run: Run;
  readonly step: Step;
  /** The protected branch of the lock. */
  readonly target: string;
  /** What was found done to the lock or the base. */
  readonly tampering?: Tampering;
}

/** Begins a run, or goes on with the one that did not come to its end in this work tree. */
export async function begin(place: WorkPlace): Promise<Begun> {
  const { repository, request } = place;
  if (request.fresh) await forgetRuns(repository);
  const before = await unfinishedRun(repository);
  if (before !== undefined) return goOn(before, place);
  if (!request.resume) return beginAnew(place);
  throw new LoopError('no-run', 'there is no unfinished run in this work tree', { next: 'leave out --resume' });
}
