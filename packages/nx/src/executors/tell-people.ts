import type { Checked, Context } from '@pawl/checkpoint';
import { handOver, sendErrand } from '@pawl/notify';

/** Tells people of a stop, as the lock wants it. It never throws and changes no status: a chat that is down is no reason to fail, or not to. */
export async function tellPeople(checked: Checked, { env, now }: Pick<Context, 'env' | 'now'>): Promise<void> {
  if (checked.tell === undefined || checked.verdict.outcome === 'clean') return;
  try {
    const program = new URL('../tell-main.js', import.meta.url);
    await handOver(checked, now(), (errand) => sendErrand(program, errand, { ...env }));
  } catch {
    // What is owed is in the outbox, and what is wrong with it or with the settings `pawl status` tells a person.
  }
}
