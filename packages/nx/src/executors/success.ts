import { errorText } from '@pawl/report';
import type { Outside } from './outside.ts';

/** What Nx makes an exit status of: 0 or 1. "Could not tell" is never a success. */
export interface Success {
  readonly success: boolean;
}

/** Says what went wrong instead of throwing it: Nx would print a stack of its own. */
export async function saidOrDone({ err }: Pick<Outside, 'err'>, work: () => Promise<boolean>): Promise<Success> {
  try {
    return { success: await work() };
  } catch (error) {
    err(errorText(error));
    return { success: false };
  }
}
