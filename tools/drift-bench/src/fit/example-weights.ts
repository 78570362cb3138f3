import type { CaseKind } from '../dataset/case.ts';
import type { Example } from './example.ts';

/** An ordinary commit is easily told from a loss; the commit undone is not, so it has more say. */
const BY_KIND: Readonly<Record<Exclude<CaseKind, 'regression'>, number>> = { benign: 0.5, revert: 1, fix: 1.5 };

/** All regressions together weigh this much of all the rest. */
const REGRESSIONS = 0.45;

/** Generated code is plainer than real code: it helps where real cases are few, and must not rule. */
const MADE = { regression: 1, other: 0.7 };

/** How far one size class may be weighed up or down. */
const [LEAST, MOST] = [0.15, 3];

/**
 * How much each example counts. Ordinary commits that were mined are weighed so that their sizes are spread like those of the
 * set dev, which was put together by hand.
 */
export function exampleWeights(examples: readonly Example[]): Float64Array {
  const sizes = sizeRatios(examples);
  const weights = examples.map((example) => {
    const { kind, set } = example;
    if (set === 'made') return kind === 'regression' ? MADE.regression : MADE.other;
    if (kind === 'regression') return 0;
    const ratio = set === 'mined' && kind !== 'fix' ? (sizes.get(sizeOf(example)) ?? 1) : 1;
    return BY_KIND[kind] * ratio;
  });
  const real = examples.map((example, index) => ({ example, index })).filter(({ example }) => example.set !== 'made');
  const regressions = real.filter(({ example }) => example.kind === 'regression');
  const rest = real.reduce((sum, { index }) => sum + (weights[index] ?? 0), 0);
  for (const { index } of regressions) weights[index] = (REGRESSIONS * rest) / regressions.length;
  return Float64Array.from(weights);
}

function sizeRatios(examples: readonly Example[]): ReadonlyMap<number, number> {
  const spread = (set: string): ReadonlyMap<number, number> => {
    const of = examples.filter((example) => example.set === set && example.kind === 'benign').map(sizeOf);
    return new Map([...new Set(of)].map((size) => [size, of.filter((each) => each === size).length / of.length]));
  };
  const [wanted, had] = [spread('dev'), spread('mined')];
  return new Map(
    [...had].map(([size, share]) => [size, Math.min(MOST, Math.max(LEAST, (wanted.get(size) ?? 0) / share))]),
  );
}

const SIZES = [2, 6, 12, 25, 60, 150];

function sizeOf({ forth }: Example): number {
  const lines = Math.expm1(forth.lines ?? 0);
  const size = SIZES.findIndex((most) => lines <= most + 0.5);
  return size === -1 ? SIZES.length : size;
}
