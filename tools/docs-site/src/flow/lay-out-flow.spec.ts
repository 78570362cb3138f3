import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowChart } from './flow-chart.ts';
import { type FlowLayout, layOutFlow } from './lay-out-flow.ts';
import { parseFlow } from './parse-flow.ts';

describe('when a flow chart is laid out', () => {
  it('a chain stands in one line, from left to right', () => {
    const { places } = layOutFlow(parseFlow('flowchart LR\n a --> b --> c'));
    expect(new Set(places.map(({ y }) => y)).size).toBe(1);
    expect(places.map(({ column }) => column)).toEqual([0, 1, 2]);
  });

  it('an edge over a column has a place of its own there', () => {
    const { routes } = layOutFlow(parseFlow('flowchart LR\n a --> b --> c\n a --> c'));
    expect(routes.map(({ over }) => over.length)).toEqual([2, 2, 3]);
  });

  it('an edge that leads back moves nothing', () => {
    const { places, routes } = layOutFlow(parseFlow('flowchart LR\n a --> b\n b --> a'));
    expect(places.map(({ id, column }) => [id, column])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(routes.map(({ track }) => track)).toEqual([undefined, 0]);
  });

  it('several that lead back have a line each, the shortest way the nearest', () => {
    const { routes, height, floor } = layOutFlow(parseFlow('flowchart LR\n a --> b --> c\n c --> a\n b --> a'));
    expect(routes.map(({ track }) => track)).toEqual([undefined, undefined, 1, 0]);
    expect(height).toBeGreaterThan(floor + 40);
  });

  it('several ways between the same two are one, with all that is said of them', () => {
    const { routes } = layOutFlow(parseFlow('flowchart LR\n a -->|one| b\n a -->|two| b\n a --> b'));
    expect(routes.map(({ edge }) => edge.label)).toEqual(['one, two']);
  });

  it('what nothing leads to stands just before what it leads to', () => {
    const { places } = layOutFlow(parseFlow('flowchart LR\n a --> b --> c\n late --> c'));
    expect(places.find(({ id }) => id === 'late')?.column).toBe(1);
  });

  it('no two nodes touch, and all stand in the picture, whatever the chart', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const layout = layOutFlow(chart);
        expect(overlaps(layout)).toEqual([]);
        expect(outside(layout)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

const charts: fc.Arbitrary<FlowChart> = fc
  .record({ count: fc.integer({ min: 1, max: 9 }), pairs: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 16 }) })
  .map(({ count, pairs }) => ({
    nodes: Array.from({ length: count }, (_, index) => ({
      ...{ id: `n${index}`, lines: ['x'.repeat(1 + ((index * 7) % 20))], shape: 'box' as const },
      group: index % 3 === 2 ? 'group' : undefined,
    })),
    edges: pairs
      .filter(([from, to]) => from < count && to < count && from !== to)
      .map(([from, to]) => ({ from: `n${from}`, to: `n${to}`, label: '', dotted: false })),
    groups: ['group'],
  }));

function overlaps({ places }: FlowLayout): readonly string[] {
  const nodes = places.filter(({ node }) => node !== undefined);
  return nodes.flatMap((a, index) =>
    nodes
      .slice(index + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && 2 * Math.abs(a.y - b.y) < a.height + b.height)
      .map((b) => `${a.id} and ${b.id}`),
  );
}

function outside({ places, width, height }: FlowLayout): readonly string[] {
  const isIn = (from: number, size: number, end: number): boolean => from >= 0 && from + size <= end;
  return places
    .filter((one) => !isIn(one.x, one.width, width) || !isIn(one.y - one.height / 2, one.height, height))
    .map(({ id }) => id);
}
