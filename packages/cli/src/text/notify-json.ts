import type { Flushed } from '@pawl/notify';
import { documentText } from '@pawl/report';
import type { Notified } from '../notify-by-hand.ts';

/** For a program. The schema says what a reader may rely on. */
export function notifyJson(told: Notified): string {
  return documentText('pawl/notify@1', {
    what: told.what,
    ...noticesDocument(told.what === 'nobody' ? NOTHING : told),
  });
}

const NOTHING = { deliveries: [] } as const;

/** What became of messages. `pawl status` says the same of those that people are owed. */
export function noticesDocument({
  deliveries,
  damaged = [],
  fault,
}: Pick<Flushed, 'deliveries'> & Partial<Flushed>): object {
  return {
    deliveries: deliveries.map((each) => ({
      channel: each.channel,
      case: each.case,
      outcome: each.kind,
      why: each.kind === 'sent' ? null : each.why,
      next: each.kind === 'failed' ? each.next : null,
    })),
    damaged,
    fault: fault ?? null,
  };
}
