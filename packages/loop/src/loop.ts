import type { Context } from '@pawl/checkpoint';
import { begin } from './begin.ts';
import { drive } from './drive.ts';
import type { LoopEnd, LoopPorts, LoopRequest } from './request.ts';
import { aloneIn } from './run-files.ts';
import { openWorkPlace } from './work-place.ts';

/**
 * Runs the agent, the functional tests and the judgement, until what the agent made is accepted, somebody has to look, or there
 * are no iterations left.
 *
 * @throws LoopError, and whatever git, the lock or the ledger cannot do: none of it is ever "accepted".
 */
export async function loop(request: LoopRequest, context: Context, ports: LoopPorts): Promise<LoopEnd> {
  const place = await openWorkPlace(request, context, ports);
  return aloneIn(place.repository, async () => drive(await begin(place), place));
}
