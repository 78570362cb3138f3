import { THRESHOLDS } from '@pawl/invariants';
import { BenchError } from '../bench-error.ts';

/** A score from which on a gate stops, under the name of the policy that offers it. */
export interface Threshold {
  readonly name: string;
  readonly value: number;
}

/** What the product stops at, by policy; the first one is its default. */
export const OWN_THRESHOLDS: readonly [Threshold, ...Threshold[]] = [
  { name: 'default', value: THRESHOLDS.default },
  { name: 'strict', value: THRESHOLDS.strict },
  { name: 'paranoid', value: THRESHOLDS.paranoid },
];

/** A command has said itself whether it stops. */
export const COMMAND_THRESHOLDS: readonly [Threshold, ...Threshold[]] = [{ name: 'command', value: 1 }];

/** @throws BenchError `bad-threshold` for what is not `name=number`. A score may be negative: it is log-odds. */
export function parseThreshold(text: string): Threshold {
  const [, name, digits] = /^([a-z][a-z0-9-]*)=(\S+)$/u.exec(text) ?? [];
  const value = Number(digits);
  if (name === undefined || !Number.isFinite(value)) {
    throw new BenchError('bad-threshold', `“${text}” is not a name and a score`, {
      next: 'Write --threshold default=0.5',
    });
  }
  return { name, value };
}
