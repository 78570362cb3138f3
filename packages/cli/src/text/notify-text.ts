import { type Paint, visible } from '@pawl/report';
import type { Delivery, Flushed } from '@pawl/notify';

/** What became of what people are owed: nothing where they are owed nothing. */
export function owedLines(
  { deliveries, damaged, fault }: Flushed,
  { bold, green, yellow, red }: Paint,
): readonly string[] {
  const head = bold('notice');
  return [
    ...deliveries.flatMap((delivery) => {
      const what = `${head}  ${visible(delivery.channel)}: case ${delivery.case}`;
      if (delivery.kind === 'sent') return [`${what} ${green('is told now')}`];
      if (delivery.kind === 'skipped') return [`${what} ${yellow('is not told yet')}: ${visible(delivery.why)}`];
      return [
        `${what} ${red('is not told yet')}: ${visible(delivery.why)}`,
        `        mend it: ${visible(delivery.next)}`,
      ];
    }),
    ...damaged.map((path) => `${head}  ${red('somebody wrote what is no notice')}; it lies in ${visible(path)}`),
    ...(fault === undefined ? [] : [`${head}  ${red(visible(fault.why))}`, `        mend it: ${visible(fault.next)}`]),
  ];
}

/** What became of a test, channel by channel. */
export function testText(deliveries: readonly Delivery[], { bold, green, yellow, red }: Paint): string {
  const width = Math.max(...deliveries.map(({ channel }) => channel.length), 0);
  const lines = deliveries.flatMap((delivery) => {
    const name = bold(delivery.channel.padEnd(width));
    if (delivery.kind === 'sent') return [`${name}  ${green('sent')}`];
    if (delivery.kind === 'skipped') return [`${name}  ${yellow('skipped')}: ${visible(delivery.why)}`];
    return [
      `${name}  ${red('failed')}: ${visible(delivery.why)}`,
      `${' '.repeat(width)}  next: ${visible(delivery.next)}`,
    ];
  });
  return `${lines.join('\n')}\n`;
}
