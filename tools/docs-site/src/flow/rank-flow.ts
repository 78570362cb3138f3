import type { FlowChart, FlowEdge } from './flow-chart.ts';

/** In which column each node stands, and which edges lead back. */
export interface Ranked {
  readonly columns: ReadonlyMap<string, number>;
  readonly back: ReadonlySet<FlowEdge>;
}

/** As far left as what leads to it allows; what nothing leads to stands just before what it leads to first. */
export function rankFlow(chart: FlowChart): Ranked {
  const back = backEdges(chart);
  const forward = chart.edges.filter((edge) => !back.has(edge));
  const columns = new Map(chart.nodes.map(({ id }) => [id, 0]));
  // Longest way: as many rounds as there are nodes settle every column, because no edge leads back any more.
  for (let round = 0; round < chart.nodes.length; round += 1) {
    for (const { from, to } of forward) columns.set(to, Math.max(at(columns, to), at(columns, from) + 1));
  }
  for (const { id } of chart.nodes) {
    const next = forward.filter(({ from }) => from === id).map(({ to }) => at(columns, to));
    if (next.length > 0 && !forward.some(({ to }) => to === id)) columns.set(id, Math.min(...next) - 1);
  }
  return { columns, back };
}

function backEdges({ nodes, edges }: FlowChart): ReadonlySet<FlowEdge> {
  const back = new Set<FlowEdge>();
  const open = new Set<string>();
  const done = new Set<string>();
  const visit = (id: string): void => {
    if (done.has(id)) return;
    open.add(id);
    for (const edge of edges.filter(({ from }) => from === id)) {
      if (open.has(edge.to)) back.add(edge);
      else visit(edge.to);
    }
    open.delete(id);
    done.add(id);
  };
  for (const { id } of nodes) visit(id);
  return back;
}

function at(columns: ReadonlyMap<string, number>, id: string): number {
  return columns.get(id) ?? 0;
}
