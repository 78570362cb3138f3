import type { Model } from '@pawl/invariants';
import { BenchError } from '../bench-error.ts';
import { booster, type BoostOptions, type Table } from './boost.ts';
import type { Example } from './example.ts';
import { exampleWeights } from './example-weights.ts';
import { trainWords } from './train-words.ts';

/** A feature that fewer examples have cannot be weighed. */
const LEAST_EXAMPLES = 15;

/** More of these may never lower a score: they say that something was lost. */
const WORSE = /^(?:lost (?!idle)|worse |rule (?!back)|regex worse|switched off|weaker |plainly worse)/u;
/** More of these may never raise it: adding a defence never stops a loop. */
const BETTER = /^(?:gained (?!idle)|better |rule back|regex better|switched on|stricter |plainly better)/u;

export const OPTIONS: BoostOptions = {
  trees: 250,
  depth: 3,
  rate: 0.05,
  ridge: 5,
  least: 4,
  features: 0.3,
  rows: 0.8,
  bins: 24,
  seed: 1,
  direction: (feature) => (WORSE.test(feature) ? 1 : BETTER.test(feature) ? -1 : 0),
};

/**
 * Fits a model. Everything is chosen by looking at these examples alone.
 *
 * @throws BenchError `no-examples` where there is nothing to tell apart: no real regression, or nothing but regressions.
 */
export function train(examples: readonly Example[]): Model {
  const real = examples.filter(({ set }) => set !== 'made');
  const regressions = real.filter(({ kind }) => kind === 'regression').length;
  if (regressions === 0 || regressions === real.length) {
    throw new BenchError('no-examples', `${regressions} of ${real.length} real examples are regressions`, {
      next: 'Give a manifest with fixes and ordinary work of several projects.',
    });
  }
  const table = tableOf(examples);
  return { ...booster(table, OPTIONS)([...examples.keys()]), words: trainWords(examples, table.weights) };
}

function tableOf(examples: readonly Example[]): Table {
  const counts = new Map<string, number>();
  for (const { forth } of examples)
    for (const name of Object.keys(forth)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count >= LEAST_EXAMPLES ? [name] : [])).sort();
  return {
    names,
    columns: columnsOf(names, examples),
    labels: Uint8Array.from(examples, ({ kind }) => (kind === 'regression' ? 1 : 0)),
    weights: exampleWeights(examples),
  };
}

function columnsOf(names: readonly string[], examples: readonly Example[]): readonly Float64Array[] {
  const columns = new Map(names.map((name) => [name, new Float64Array(examples.length)]));
  examples.forEach(({ forth }, row) => {
    for (const [name, value] of Object.entries(forth)) columns.get(name)?.fill(value, row, row + 1);
  });
  return [...columns.values()];
}
