import type { Checked, Context } from '@pawl/checkpoint';
import { type Errand, handOver as handOverTo, sendErrand } from '@pawl/notify';

/** Has a process that outlives this one tell people of a stop. */
export function handOver(
  stop: Checked,
  { env, now }: Pick<Context, 'env' | 'now'>,
  send = (errand: Errand): Promise<void> => sendErrand(new URL('./tell-main.js', import.meta.url), errand, { ...env }),
): Promise<void> {
  return handOverTo(stop, now(), send);
}
