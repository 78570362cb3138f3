import { round } from './money';
import type { Line } from './line';

export function total(lines: readonly Line[]): number {
  return round(lines.reduce((sum, { price, count }) => sum + price * count, 0));
}
