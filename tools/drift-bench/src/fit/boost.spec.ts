import { type Model, scoreOf } from '@pawl/invariants';
import { describe, expect, it } from 'vitest';
import { booster, type BoostOptions, type Table } from './boost.ts';

const OPTIONS: BoostOptions = {
  trees: 40,
  depth: 2,
  rate: 0.3,
  ridge: 0.5,
  least: 0.1,
  features: 1,
  rows: 1,
  bins: 24,
  seed: 1,
  direction: () => 0,
};

type Row = Readonly<Record<string, number>>;

function tableOf(rows: readonly (Row & { readonly bad: number })[], weights = rows.map(() => 1)): Table {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'bad');
  return {
    names,
    columns: names.map((name) => Float64Array.from(rows, (row) => row[name] ?? NaN)),
    labels: Uint8Array.from(rows, ({ bad }) => bad),
    weights: Float64Array.from(weights),
  };
}

function fitted(table: Table, over: Partial<BoostOptions> = {}): Model {
  return booster(table, { ...OPTIONS, ...over })([...table.labels.keys()]);
}

function score(model: Model, row: Row): number {
  return scoreOf((name) => row[name] ?? 0, model).score;
}

function times<Item>(count: number, items: readonly Item[]): readonly Item[] {
  return Array.from({ length: count }, () => items).flat();
}

describe('when one tree of one question is fitted on four cases', () => {
  const rows = [
    { half: 0, sure: 0, bad: 0 },
    { half: 0, sure: 0, bad: 0 },
    { half: 1, sure: 0, bad: 0 },
    { half: 1, sure: 4, bad: 1 },
  ];
  const one = { trees: 1, depth: 1, rate: 0.5 };

  it('it asks what tells them apart best, and answers as computed by hand', () => {
    // The bad case weighs as much as the rest: even odds, slopes -0.5 -0.5 -0.5 1.5, bends 0.25 0.25 0.25 0.75.
    // `half`: gains 1 / (0.5 + 0.5) + 1 / (1 + 0.5); `sure`: 2.25 / (0.75 + 0.5) twice, worth 1.5 / 1.25 = 1.2 each.
    const { start, trees } = fitted(tableOf(rows, [1, 1, 1, 3]), one);
    expect(start).toBe(0);
    expect(trees).toEqual([{ feature: 'sure', above: 2, worth: 0, no: -0.6, yes: 0.6 }]);
  });

  it('it starts with the odds of the weights', () => {
    expect(fitted(tableOf(rows), one).start).toBeCloseTo(Math.log(1 / 3), 12);
  });

  it('it asks nothing where a side of the question would have too little evidence', () => {
    expect(fitted(tableOf(rows, [1, 1, 1, 3]), { ...one, least: 0.8 }).trees).toEqual([]);
  });

  it('it looks at no row but those it is given', () => {
    const more = tableOf([...rows, { half: 0, sure: 4, bad: 0 }], [1, 1, 1, 3, 50]);
    const { start, trees } = booster(more, { ...OPTIONS, ...one })([0, 1, 2, 3]);
    expect([start, trees]).toEqual([0, [{ feature: 'sure', above: 2, worth: 0, no: -0.6, yes: 0.6 }]]);
  });
});

describe('when a loss shows only by two features together', () => {
  it('their conjunction is learned', () => {
    const model = fitted(
      tableOf(
        times(10, [
          { one: 0, two: 0, bad: 0 },
          { one: 0, two: 1, bad: 0 },
          { one: 1, two: 0, bad: 0 },
          { one: 1, two: 1, bad: 1 },
        ]),
      ),
    );
    expect(score(model, { one: 1, two: 1 })).toBeGreaterThan(2);
    for (const row of [{}, { one: 1 }, { two: 1 }]) expect(score(model, row)).toBeLessThan(-2);
  });
});

describe('when a feature has a direction', () => {
  /** Of ten cases each, so many are bad: on the whole more where `amount` is further out, but fewer among the `other`. */
  const BAD = [
    { out: 0, other: 0, of10: 1 },
    { out: 0, other: 1, of10: 8 },
    { out: 1, other: 0, of10: 9 },
    { out: 1, other: 1, of10: 6 },
  ];
  /** What the score gains where `amount` goes one out, without and with the other feature. */
  const gains = (outward: -1 | 1, direction: -1 | 0 | 1): readonly number[] => {
    const rows = BAD.flatMap(({ out, other, of10 }) =>
      Array.from({ length: 10 }, (_, at) => ({ amount: outward * out, other, bad: at < of10 ? 1 : 0 })),
    );
    const model = fitted(tableOf(rows), { direction: (name) => (name === 'amount' ? direction : 0) });
    return [0, 1].map((other) => score(model, { amount: outward, other }) - score(model, { amount: 0, other }));
  };

  it.each([1, -1] as const)('more of one of direction %d moves the score that way or not at all', (direction) => {
    const [plain = NaN, other = NaN] = gains(direction, direction);
    expect(plain).toBeGreaterThan(1);
    expect(other).toBeGreaterThan(-1e-9);
  });

  it.each([1, -1] as const)('without a direction it moves it as the cases say', (outward) => {
    const [plain = NaN, other = NaN] = gains(outward, 0);
    expect(plain).toBeGreaterThan(1);
    expect(other).toBeLessThan(-0.5);
  });

  it.each([1, -1] as const)('what the cases say against its direction is not learned', (outward) => {
    for (const gain of gains(outward, outward === 1 ? -1 : 1)) expect(gain).toBeLessThan(1e-9);
  });
});

describe('when a fit draws rows and features', () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({ one: at % 7, two: at % 5, bad: at % 3 === 0 ? 1 : 0 }));
  const drawn = { features: 0.5, rows: 0.7 };

  it('the same seed gives the same model, also from a booster that was used before', () => {
    const fit = booster(tableOf(rows), { ...OPTIONS, ...drawn });
    const all = [...rows.keys()];
    const before = fit(all);
    fit(all.slice(0, 30));
    expect(fit(all)).toEqual(before);
  });

  it('another seed gives another', () => {
    expect(fitted(tableOf(rows), { ...drawn, seed: 2 })).not.toEqual(fitted(tableOf(rows), drawn));
  });
});
