import { rate, type Share, wilson } from '@pawl/bench';

/** `24/336, 7.1 % (4.8 to 10.4)`, the interval at 95 %; `none` where there was nothing. */
export function shareText(share: Share): string {
  const interval = wilson(share.stopped, share.total);
  if (interval === undefined) return 'none';
  const { low, high } = interval;
  return `${share.stopped}/${share.total}, ${percent(rate(share))} % (${percent(low)} to ${percent(high)})`;
}

export function percent(value: number): string {
  return (100 * value).toFixed(1);
}

export function optional(value: number | undefined, digits: number): string {
  return value === undefined ? 'not known' : value.toFixed(digits);
}
