import type { Branching, Model } from '@pawl/invariants';
import { binned, cutsOf } from './binning.ts';
import { randomNumbers } from './random.ts';

/** Features by column; rows are cases. */
export interface Table {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly labels: Uint8Array;
  readonly weights: Float64Array;
}

export interface BoostOptions {
  readonly trees: number;
  readonly depth: number;
  /** How much of each tree is taken. */
  readonly rate: number;
  /** Pulls the worth of small groups towards nothing. */
  readonly ridge: number;
  /** The least weight of evidence on either side of a cut. */
  readonly least: number;
  /** The shares of features and rows that a tree sees. */
  readonly features: number;
  readonly rows: number;
  readonly bins: number;
  readonly seed: number;
  /** 1 where more may never lower the score, -1 where it may never raise it. */
  readonly direction: (feature: string) => -1 | 0 | 1;
}

interface Split {
  readonly column: number;
  readonly bin: number;
  readonly gain: number;
  readonly no: number;
  readonly yes: number;
  readonly direction: -1 | 0 | 1;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

const ANY: Range = { low: -Infinity, high: Infinity };

/** Prepares a table once, so that it can be fitted on many parts of its rows. */
export function booster(table: Table, options: BoostOptions): (rows: readonly number[]) => Model {
  const cuts = table.columns.map((column) => cutsOf(column, options.bins));
  const bins = table.columns.map((column, index) => binned(column, cuts[index] ?? []));
  const directions = table.names.map(options.direction);
  return (rows) => new Boost(table, options, cuts, bins, directions).fit(rows);
}

class Boost {
  private readonly scores: Float64Array;
  private readonly slopes: Float64Array;
  private readonly bends: Float64Array;
  private readonly table: Table;
  private readonly options: BoostOptions;
  private readonly cuts: readonly (readonly number[])[];
  private readonly bins: readonly Uint8Array[];
  private readonly directions: readonly (-1 | 0 | 1)[];

  constructor(
    table: Table,
    options: BoostOptions,
    cuts: readonly (readonly number[])[],
    bins: readonly Uint8Array[],
    directions: readonly (-1 | 0 | 1)[],
  ) {
    [this.table, this.options, this.cuts, this.bins, this.directions] = [table, options, cuts, bins, directions];
    this.scores = new Float64Array(table.labels.length);
    this.slopes = new Float64Array(table.labels.length);
    this.bends = new Float64Array(table.labels.length);
  }

  fit(rows: readonly number[]): Model {
    const { trees, features, rows: share, seed } = this.options;
    const random = randomNumbers(seed);
    const start = this.oddsOf(rows);
    this.scores.fill(start);
    const grown: Branching[] = [];
    for (let count = 0; count < trees; count++) {
      this.differentiate(rows);
      const columns = [...this.bins.keys()].filter(() => random() < features);
      const tree = this.grow(
        rows.filter(() => random() < share),
        columns,
        this.options.depth,
        ANY,
      );
      if (typeof tree === 'number') continue;
      grown.push(tree);
      for (const row of rows) this.scores[row] = (this.scores[row] ?? 0) + this.worth(tree, row);
    }
    return { start, trees: grown };
  }

  private oddsOf(rows: readonly number[]): number {
    let [bad, all] = [0, 0];
    for (const row of rows) {
      const weight = this.table.weights[row] ?? 0;
      bad += weight * (this.table.labels[row] ?? 0);
      all += weight;
    }
    return Math.log(bad / (all - bad));
  }

  private differentiate(rows: readonly number[]): void {
    const { labels, weights } = this.table;
    for (const row of rows) {
      const chance = 1 / (1 + Math.exp(-(this.scores[row] ?? 0)));
      const weight = weights[row] ?? 0;
      this.slopes[row] = weight * ((labels[row] ?? 0) - chance);
      this.bends[row] = weight * chance * (1 - chance);
    }
  }

  private grow(rows: readonly number[], columns: readonly number[], depth: number, range: Range): Branching | number {
    const worth = this.options.rate * this.worthOf(rows, range);
    const split = depth > 0 ? this.bestSplit(rows, columns, range) : undefined;
    if (split === undefined) return worth;
    const bins = this.bins[split.column] ?? new Uint8Array();
    const middle = (split.no + split.yes) / 2;
    const below: Range = { ...range, high: middle };
    const above: Range = { ...range, low: middle };
    const [forNo, forYes] =
      split.direction === 0 ? [range, range] : split.direction > 0 ? [below, above] : [above, below];
    return {
      feature: this.table.names[split.column] ?? '',
      above: this.cuts[split.column]?.[split.bin] ?? 0,
      worth,
      no: this.grow(
        rows.filter((row) => (bins[row] ?? 0) <= split.bin),
        columns,
        depth - 1,
        forNo,
      ),
      yes: this.grow(
        rows.filter((row) => (bins[row] ?? 0) > split.bin),
        columns,
        depth - 1,
        forYes,
      ),
    };
  }

  private bestSplit(rows: readonly number[], columns: readonly number[], range: Range): Split | undefined {
    let [slope, bend] = [0, 0];
    for (const row of rows) {
      slope += this.slopes[row] ?? 0;
      bend += this.bends[row] ?? 0;
    }
    let best: Split | undefined;
    for (const column of columns) {
      const split = this.splitOf(column, rows, slope, bend, range);
      if (split && split.gain > (best?.gain ?? 1e-3)) best = split;
    }
    return best;
  }

  private splitOf(
    column: number,
    rows: readonly number[],
    slope: number,
    bend: number,
    range: Range,
  ): Split | undefined {
    const count = (this.cuts[column]?.length ?? 0) + 1;
    if (count < 2) return undefined;
    const [slopes, bends] = sumsByBin(rows, this.bins[column] ?? new Uint8Array(), this.slopes, this.bends, count);
    const { ridge, least } = this.options;
    const direction = this.directions[column] ?? 0;
    const whole = gainOf(slope, bend, clamp(slope / (bend + ridge), range), ridge);
    let best: Split | undefined;
    let [noSlope, noBend] = [0, 0];
    for (let bin = 0; bin < count - 1; bin++) {
      noSlope += slopes[bin] ?? 0;
      noBend += bends[bin] ?? 0;
      if (noBend < least || bend - noBend < least) continue;
      const no = clamp(noSlope / (noBend + ridge), range);
      const yes = clamp((slope - noSlope) / (bend - noBend + ridge), range);
      if (direction * (yes - no) < 0) continue;
      const gain = gainOf(noSlope, noBend, no, ridge) + gainOf(slope - noSlope, bend - noBend, yes, ridge) - whole;
      if (gain > (best?.gain ?? 0)) best = { column, bin, gain, no, yes, direction };
    }
    return best;
  }

  private worthOf(rows: readonly number[], range: Range): number {
    let [slope, bend] = [0, 0];
    for (const row of rows) {
      slope += this.slopes[row] ?? 0;
      bend += this.bends[row] ?? 0;
    }
    return clamp(slope / (bend + this.options.ridge), range);
  }

  private worth(tree: Branching, row: number): number {
    let at: Branching | number = tree;
    while (typeof at !== 'number') {
      const column = this.columnOf(at.feature);
      at = (this.table.columns[column]?.[row] ?? 0) > at.above ? at.yes : at.no;
    }
    return at;
  }

  private readonly places = new Map<string, number>();

  private columnOf(name: string): number {
    if (this.places.size === 0) this.table.names.forEach((each, index) => this.places.set(each, index));
    return this.places.get(name) ?? -1;
  }
}

/** The innermost loop of a fit: everything it touches is a local. */
function sumsByBin(
  rows: readonly number[],
  bins: Uint8Array,
  slopes: Float64Array,
  bends: Float64Array,
  count: number,
): readonly [Float64Array, Float64Array] {
  const slopeSums = new Float64Array(count);
  const bendSums = new Float64Array(count);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number;
    const bin = bins[row] as number;
    slopeSums[bin] = (slopeSums[bin] as number) + (slopes[row] as number);
    bendSums[bin] = (bendSums[bin] as number) + (bends[row] as number);
  }
  return [slopeSums, bendSums];
}

function clamp(value: number, { low, high }: Range): number {
  return Math.max(low, Math.min(high, value));
}

/** How much the loss falls, to second order, where a group gets this worth. */
function gainOf(slope: number, bend: number, worth: number, ridge: number): number {
  return 2 * slope * worth - (bend + ridge) * worth * worth;
}
