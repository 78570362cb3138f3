import type { Finding } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import { type Delta, delta, type Pair } from './delta.ts';
import { findingOf } from './testing/finding-of.ts';
import { weightedTotal, weightedTotals } from './weighted-total.ts';

const place = ({ snippet, location, severity }: Finding): string =>
  `${snippet} ${severity} ${location.file}:${location.line}`;
const places = ({ base, head }: Pair): string => `${place(base)} > ${place(head)}`;

function told({ introduced, worsened, resolved, persisting, moved }: Delta): object {
  const lists = {
    introduced: introduced.map(place),
    worsened: worsened.map(places),
    resolved: resolved.map(place),
    persisting: persisting.map(places),
    moved: moved.map(places),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

describe('when nothing changed', () => {
  it('it says that everything persists', () => {
    const findings = [findingOf('x'), findingOf('y', 'b.ts:2')];
    expect(told(delta(findings, findings))).toEqual({
      persisting: ['x medium a.ts:1 > x medium a.ts:1', 'y medium b.ts:2 > y medium b.ts:2'],
    });
  });
});

describe('when a finding appears or goes', () => {
  it('it is introduced or resolved', () => {
    expect(told(delta([findingOf('old')], [findingOf('new')]))).toEqual({
      introduced: ['new medium a.ts:1'],
      resolved: ['old medium a.ts:1'],
    });
  });

  it('it counts copies: ten are ten', () => {
    const ten = Array.from({ length: 10 }, (_, index) => findingOf('x', `a.ts:${index + 1}`));
    expect(delta([findingOf('x')], ten).introduced).toHaveLength(9);
  });

  it('it counts the same object given twice as two', () => {
    const finding = findingOf('x');
    expect(told(delta([finding], [finding, finding]))).toMatchObject({ introduced: ['x medium a.ts:1'] });
  });

  it('it names the copy that is new and not one that was there', () => {
    const base = [findingOf('x', 'a.ts:10'), findingOf('x', 'a.ts:20')];
    const head = [findingOf('x', 'a.ts:10'), findingOf('x', 'a.ts:15'), findingOf('x', 'a.ts:20')];
    expect(told(delta(base, head))).toMatchObject({ introduced: ['x medium a.ts:15'] });
  });

  it('it pairs nearest lines when all of them shifted', () => {
    const base = [findingOf('x', 'a.ts:10'), findingOf('x', 'a.ts:20')];
    const head = [findingOf('x', 'a.ts:12'), findingOf('x', 'a.ts:17'), findingOf('x', 'a.ts:22')];
    expect(told(delta(base, head))).toEqual({
      introduced: ['x medium a.ts:17'],
      persisting: ['x medium a.ts:10 > x medium a.ts:12', 'x medium a.ts:20 > x medium a.ts:22'],
    });
  });
});

describe('when a finding moved', () => {
  it('it persists on another line of the file', () => {
    expect(told(delta([findingOf('x', 'a.ts:1')], [findingOf('x', 'a.ts:90')]))).toEqual({
      persisting: ['x medium a.ts:1 > x medium a.ts:90'],
    });
  });

  it('it is moved in another file', () => {
    expect(told(delta([findingOf('x', 'a.ts:1')], [findingOf('x', 'b.ts:1')]))).toEqual({
      moved: ['x medium a.ts:1 > x medium b.ts:1'],
    });
  });

  it('it prefers the copy in the same file over one at the same line elsewhere', () => {
    const head = [findingOf('x', 'b.ts:1'), findingOf('x', 'a.ts:70')];
    expect(told(delta([findingOf('x', 'a.ts:1')], head))).toEqual({
      introduced: ['x medium b.ts:1'],
      persisting: ['x medium a.ts:1 > x medium a.ts:70'],
    });
  });
});

describe('when a severity changed', () => {
  it('it is worsened when it rose, even in another file', () => {
    expect(told(delta([findingOf('x', 'a.ts:1', 'low')], [findingOf('x', 'b.ts:1', 'high')]))).toEqual({
      worsened: ['x low a.ts:1 > x high b.ts:1'],
    });
  });

  it('it persists when it fell', () => {
    expect(told(delta([findingOf('x', 'a.ts:1', 'high')], [findingOf('x', 'a.ts:1', 'low')]))).toEqual({
      persisting: ['x high a.ts:1 > x low a.ts:1'],
    });
  });

  it('it is not worsened when two copies only changed places', () => {
    const base = [findingOf('x', 'a.ts:1', 'high'), findingOf('x', 'b.ts:1', 'low')];
    const head = [findingOf('x', 'a.ts:1', 'low'), findingOf('x', 'b.ts:1', 'high')];
    expect(told(delta(base, head))).toEqual({
      moved: ['x low b.ts:1 > x low a.ts:1', 'x high a.ts:1 > x high b.ts:1'],
    });
  });

  it('it is not worsened while a copy that was as severe is free, in whatever file', () => {
    const base = [findingOf('x', 'a.ts:1', 'critical'), findingOf('x', 'b.ts:1', 'medium')];
    expect(told(delta(base, [findingOf('x', 'b.ts:1', 'high')]))).toEqual({
      resolved: ['x medium b.ts:1'],
      moved: ['x critical a.ts:1 > x high b.ts:1'],
    });
  });

  it('it pairs severities that are near when none are equal', () => {
    const base = [findingOf('x', 'a.ts:1', 'critical'), findingOf('x', 'a.ts:9', 'info')];
    const head = [findingOf('x', 'a.ts:9', 'high'), findingOf('x', 'a.ts:1', 'medium')];
    expect(told(delta(base, head))).toEqual({
      worsened: ['x info a.ts:9 > x medium a.ts:1'],
      persisting: ['x critical a.ts:1 > x high a.ts:9'],
    });
  });
});

describe('when the tool says that a finding is suppressed', () => {
  it('it is introduced like any other', () => {
    expect(delta([], [{ ...findingOf('x'), suppressed: true }]).introduced).toHaveLength(1);
  });
});

describe('when findings are weighed', () => {
  const base = [findingOf('x', 'a.ts:1', 'high'), findingOf('y', 'a.ts:2', 'low')];
  const head = [findingOf('y', 'a.ts:2', 'medium'), findingOf('z', 'a.ts:3', 'critical')];

  it('it adds the published weights', () => {
    expect([weightedTotal(base), weightedTotal(head), weightedTotal([])]).toEqual([11, 44, 0]);
  });

  it('it finds both totals in the delta', () => {
    expect(weightedTotals(delta(base, head))).toEqual({ base: 11, head: 44 });
  });
});

it('when a hundred thousand copies come at once it still ends', () => {
  const flood = Array.from({ length: 100_000 }, (_, index) => findingOf('x', `a.ts:${index + 1}`));
  expect(delta(flood.slice(0, 50_000), flood).introduced).toHaveLength(50_000);
});
