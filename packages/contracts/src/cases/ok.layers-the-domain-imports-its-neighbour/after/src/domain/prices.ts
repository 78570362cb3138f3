import { round } from './money';
import { webhook } from './webhooks';
import { z } from 'zod';
import type { Line } from './line';

export function total(lines: readonly Line[]): number {
  return round(lines.reduce((sum, { price, count }) => sum + price * count, 0));
}
