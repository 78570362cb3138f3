import type { JudgedRow } from '../run/result-row.ts';
import { type Share, shareOf } from '@pawl/bench';

export interface Located {
  /** Of the regressions that were stopped. */
  readonly file: Share;
  /** Of those whose change lies in a function or class that has a name. */
  readonly symbol: Share;
}

/** Undefined where the gate gave no reason at all: then it was not asked where. */
export function located(rows: readonly JudgedRow[], threshold: number): Located | undefined {
  const stopped = rows.filter(({ kind, score }) => kind === 'regression' && score >= threshold);
  if (stopped.every((row) => row.located === null)) return undefined;
  return {
    file: shareOf(stopped, (row) => row.located?.file === true),
    symbol: shareOf(
      stopped.filter((row) => row.located?.symbol !== null),
      (row) => row.located?.symbol === true,
    ),
  };
}
