import { isPawlError } from '@pawl/errors';
import { errorText } from '@pawl/report';
import { plainSummary } from './summary.ts';
import type { Told } from './told.ts';

/** What, why and what next: it is about the set-up, so everybody may read it. */
export function toldOfRefusal(error: unknown): Told {
  const log = errorText(error);
  return {
    status: 2,
    isRefused: true,
    log,
    outputs: { outcome: 'inconclusive', 'exit-status': '2', refusal: isPawlError(error) ? error.code : 'fault' },
    summary: plainSummary(log),
    annotations: '',
  };
}
