import { shareOfVote } from '@pawl/invariants';

/** A case as the indices of the words that it has, which share one vote. */
export interface SparseRow {
  readonly features: Uint32Array;
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface Linear {
  readonly start: number;
  readonly weights: Float64Array;
}

/** When no weight moves by more than this, it is found. */
const CLOSE = 1e-4;
const MOST_STEPS = 500;

/**
 * Logistic regression with a ridge (`strength` is the inverse of its weight, as in LIBLINEAR; the start is not held back), by
 * accelerated gradient descent with restarts (O'Donoghue and Candès 2015). Nothing is drawn: the same rows give the same weights.
 */
export function logistic(rows: readonly SparseRow[], features: number, strength: number): Linear {
  const size = features + 1;
  let at: Float64Array = new Float64Array(size);
  let before = at;
  let step = 1;
  let momentum = 1;
  for (let count = 0; count < MOST_STEPS; count++) {
    const next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const ahead = at.map((value, index) => value + ((momentum - 1) / next) * (value - (before[index] ?? 0)));
    const [loss, slope] = lossAt(ahead, rows, strength);
    step *= 1.5;
    let found = descended(ahead, slope, step);
    while (lossOf(found, rows, strength) > loss - 0.5 * step * squares(slope)) {
      step /= 2;
      found = descended(ahead, slope, step);
    }
    const moved = found.reduce((most, value, index) => Math.max(most, Math.abs(value - (at[index] ?? 0))), 0);
    // Going uphill along the way that it came, it has run too far: it begins anew from here.
    momentum = dot(slope, found, at) > 0 ? 1 : next;
    [before, at] = [at, found];
    if (moved < CLOSE) break;
  }
  return { start: at[features] ?? 0, weights: at.slice(0, features) };
}

function descended(from: Float64Array, slope: Float64Array, step: number): Float64Array {
  return from.map((value, index) => value - step * (slope[index] ?? 0));
}

function scoreOf({ features }: SparseRow, at: Float64Array): number {
  let sum = 0;
  for (const feature of features) sum += at[feature] ?? 0;
  return sum * shareOfVote(features.length) + (at.at(-1) ?? 0);
}

function lossAt(at: Float64Array, rows: readonly SparseRow[], strength: number): readonly [number, Float64Array] {
  const slope = at.map((value) => value / strength);
  slope[at.length - 1] = 0;
  let loss = ridge(at, strength);
  for (const row of rows) {
    const score = scoreOf(row, at);
    loss += row.weight * (Math.log1p(Math.exp(-Math.abs(score))) + Math.max(0, score) - row.label * score);
    const pull = row.weight * (1 / (1 + Math.exp(-score)) - row.label);
    const share = pull * shareOfVote(row.features.length);
    for (const feature of row.features) slope[feature] = (slope[feature] ?? 0) + share;
    slope[at.length - 1] = (slope.at(-1) ?? 0) + pull;
  }
  return [loss, slope];
}

function lossOf(at: Float64Array, rows: readonly SparseRow[], strength: number): number {
  let loss = ridge(at, strength);
  for (const row of rows) {
    const score = scoreOf(row, at);
    loss += row.weight * (Math.log1p(Math.exp(-Math.abs(score))) + Math.max(0, score) - row.label * score);
  }
  return loss;
}

function ridge(at: Float64Array, strength: number): number {
  return squares(at.subarray(0, -1)) / (2 * strength);
}

function squares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

function dot(slope: Float64Array, to: Float64Array, from: Float64Array): number {
  return slope.reduce((sum, value, index) => sum + value * ((to[index] ?? 0) - (from[index] ?? 0)), 0);
}
