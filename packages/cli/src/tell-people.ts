import type { Checked } from '@pawl/checkpoint';
import type { Io } from './io.ts';

/**
 * Tells people of stops, as the lock wants it, after the answer was printed. It never throws and changes no status: a chat
 * that is down is no reason to refuse a commit, or not to. What is clean costs nothing here.
 */
export async function tellPeople(checked: readonly Checked[], { context }: Pick<Io, 'context'>): Promise<void> {
  const stops = checked.filter(({ tell, verdict }) => tell !== undefined && verdict.outcome !== 'clean');
  if (stops.length === 0) return;
  try {
    const { handOver } = await import('./hand-over.ts');
    for (const stop of stops) await handOver(stop, context);
  } catch {
    // What is owed is in the outbox, and what is wrong with it or with the settings `pawl status` tells a person.
  }
}
