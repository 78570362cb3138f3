import type { Delivery, Flushed } from '@pawl/notify';
import { nextLines, type Paint, type Row, rowLines, shortName, shortPath, wrap } from '@pawl/report';
import type { Notified } from '../notify-by-hand.ts';

/** What became of what people are owed: nothing where they are owed nothing. */
export function owedRows({ deliveries, damaged, fault }: Flushed, { green, yellow, red }: Paint): readonly Row[] {
  const name = 'notice';
  return [
    ...deliveries.flatMap((delivery): readonly Row[] => {
      const what = `${shortName(delivery.channel)}: case ${delivery.case}`;
      if (delivery.kind === 'sent') return [{ name, says: `${what} is told now`, paint: green }];
      const says = `${what} is not told yet: ${delivery.why}`;
      if (delivery.kind === 'skipped') return [{ name, says, paint: yellow }];
      return [
        { name, says, paint: red },
        { name: '', says: `mend it: ${delivery.next}` },
      ];
    }),
    ...damaged.map((path) => ({
      name,
      says: `somebody wrote what is no notice; it lies in ${shortPath(path)}`,
      paint: red,
    })),
    ...(fault === undefined
      ? []
      : [
          { name, says: fault.why, paint: red },
          { name: '', says: `mend it: ${fault.next}` },
        ]),
  ];
}

export function owedLines(flushed: Flushed, paint: Paint, columns: number): readonly string[] {
  return rowLines(owedRows(flushed, paint), columns, paint.bold);
}

/** What `pawl notify` did, for the person who waits for it. */
export function notifyText(notified: Notified, paint: Paint, columns: number): string {
  return [...notifiedLines(notified, paint, columns), ''].join('\n');
}

function notifiedLines(notified: Notified, paint: Paint, columns: number): readonly string[] {
  switch (notified.what) {
    case 'nobody':
      return [
        ...wrap('Nobody is told of a stop: the lock has no "notify".', columns),
        ...nextLines('write it in pawl.config.jsonc, then pawl lock', columns),
      ];
    case 'test':
      if (notified.deliveries.length === 0) return wrap('The lock names no channel.', columns);
      return rowLines(testRows(notified.deliveries, paint), columns, paint.bold);
    case 'owed': {
      const lines = owedLines(notified, paint, columns);
      return lines.length === 0 ? wrap('Nobody is owed anything.', columns) : lines;
    }
  }
}

const WIDEST_NAME = 24;

/** What became of a test, channel by channel. */
function testRows(deliveries: readonly Delivery[], { green, yellow, red }: Paint): readonly Row[] {
  return deliveries.flatMap((delivery): readonly Row[] => {
    const name = shortName(delivery.channel, WIDEST_NAME);
    if (delivery.kind === 'sent') return [{ name, says: 'sent', paint: green }];
    if (delivery.kind === 'skipped') return [{ name, says: `skipped: ${delivery.why}`, paint: yellow }];
    return [
      { name, says: `failed: ${delivery.why}`, paint: red },
      { name: '', says: `next: ${delivery.next}` },
    ];
  });
}
