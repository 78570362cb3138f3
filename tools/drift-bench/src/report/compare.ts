import { isJudged, type JudgedRow, type ResultRow } from '../run/result-row.ts';

export interface Changed {
  readonly before: JudgedRow;
  readonly after: JudgedRow;
}

/** What is different between two runs. */
export interface Comparison {
  /** Regressions that are stopped now, and false stops that are none any more. */
  readonly won: readonly Changed[];
  /** Regressions that pass now, and harmless cases that are stopped now. */
  readonly lost: readonly Changed[];
  /** Cases that only one of the runs has judged. */
  readonly onlyBefore: readonly ResultRow[];
  readonly onlyAfter: readonly ResultRow[];
  readonly same: number;
}

/** Without a threshold, each run stopped at its own. */
export function compare(before: readonly ResultRow[], after: readonly ResultRow[], threshold?: number): Comparison {
  const stops = (row: JudgedRow): boolean => (threshold === undefined ? row.stop : row.score >= threshold);
  const [earlier, later] = [judgedByKey(before), judgedByKey(after)];
  const pairs = [...earlier].flatMap(([key, row]) => {
    const other = later.get(key);
    return other === undefined ? [] : [{ before: row, after: other }];
  });
  const changed = pairs.filter((pair) => stops(pair.before) !== stops(pair.after));
  const isWon = ({ after: row }: Changed): boolean => stops(row) === (row.kind === 'regression');
  return {
    won: changed.filter(isWon),
    lost: changed.filter((pair) => !isWon(pair)),
    onlyBefore: [...earlier].flatMap(([key, row]) => (later.has(key) ? [] : [row])),
    onlyAfter: [...later].flatMap(([key, row]) => (earlier.has(key) ? [] : [row])),
    same: pairs.length - changed.length,
  };
}

function judgedByKey(rows: readonly ResultRow[]): ReadonlyMap<string, JudgedRow> {
  return new Map(rows.filter(isJudged).map((row) => [`${row.id} ${row.kind}`, row]));
}
