import type { FlowChart, FlowEdge, FlowNode } from './flow-chart.ts';
import { rankFlow } from './rank-flow.ts';
import { settle } from './settle.ts';

/** In pixels: a letter of 13 px is at most so wide on average, and a line so high. */
const LETTER = 7.1;
const LINE = 17;
const PADDING = 12;
const GAP = { column: 44, row: 22, lane: 46 };
export const MARGIN = 14;
/** How far the lines of what leads back stand apart. */
export const TRACK = 22;

/** A node, or a place that an edge passes on its way over a column; in pixels, `y` is the middle. */
export interface Placed {
  readonly id: string;
  readonly node: FlowNode | undefined;
  readonly column: number;
  readonly lane: number;
  readonly width: number;
  readonly height: number;
  x: number;
  y: number;
}

export interface Route {
  readonly edge: FlowEdge;
  /** From the first node over each place in between to the last. */
  readonly over: readonly Placed[];
  /** Of one that leads back: on which line below all nodes, from 0. */
  readonly track: number | undefined;
}

export interface FlowLayout {
  readonly places: readonly Placed[];
  readonly routes: readonly Route[];
  readonly width: number;
  readonly height: number;
  /** Below all nodes. */
  readonly floor: number;
  readonly tracks: number;
}

export function layOutFlow(chart: FlowChart): FlowLayout {
  const { places, routes } = place(chart);
  const width = spreadColumns(places, routes);
  let top = MARGIN;
  for (const lane of [...new Set(places.map((one) => one.lane))].sort((a, b) => a - b)) {
    const bottom = settle({ places: places.filter((one) => one.lane === lane), routes, top, gap: GAP.row });
    top = bottom + GAP.lane;
  }
  const floor = top - GAP.lane;
  const tracks = routes.filter(({ track }) => track !== undefined).length;
  return { places, routes, width, floor, tracks, height: floor + MARGIN + (tracks === 0 ? 0 : 6 + tracks * TRACK) };
}

/** Groups stand below each other; an edge between two of them passes between them. */
function place(chart: FlowChart): { readonly places: readonly Placed[]; readonly routes: readonly Route[] } {
  const { columns, back } = rankFlow(chart);
  const laneOf = ({ group }: FlowNode): number => (group === undefined ? 0 : 1 + chart.groups.indexOf(group));
  const nodes = new Map(chart.nodes.map((node) => [node.id, placed(node, columns.get(node.id) ?? 0, laneOf(node))]));
  const places = [...nodes.values()];
  const tracks = tracksOf(back, columns);
  const routes = merged(chart.edges).flatMap((edge) => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (from === undefined || to === undefined) return [];
    const track = tracks.get(`${edge.from}>${edge.to}`);
    const between = track === undefined ? passing(edge, from, to) : [];
    places.push(...between);
    return [{ edge, over: [from, ...between, to], track }];
  });
  return { places, routes };
}

/** Several ways between the same two nodes are drawn as one, with all that is said of them. */
function merged(edges: readonly FlowEdge[]): readonly FlowEdge[] {
  const ways = new Map<string, FlowEdge>();
  for (const edge of edges) {
    const way = `${edge.from}>${edge.to} ${edge.dotted}`;
    const before = ways.get(way);
    const label = before === undefined ? edge.label : [before.label, edge.label].filter((one) => one !== '').join(', ');
    ways.set(way, { ...edge, label });
  }
  return [...ways.values()];
}

/** The shorter the way back, the nearer its line is to the nodes. */
function tracksOf(back: ReadonlySet<FlowEdge>, columns: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const length = ({ from, to }: FlowEdge): number => (columns.get(from) ?? 0) - (columns.get(to) ?? 0);
  const ways = [...back].sort((a, b) => length(a) - length(b)).map(({ from, to }) => `${from}>${to}`);
  return new Map([...new Set(ways)].map((way, track) => [way, track]));
}

function placed(node: FlowNode, column: number, lane: number): Placed {
  const width = Math.round(Math.max(...node.lines.map(({ length }) => length)) * LETTER + 2 * PADDING);
  const slanted = node.shape === 'question' ? 16 : 0;
  const height = node.lines.length * LINE + PADDING + (node.shape === 'store' ? 10 : 0);
  return { id: node.id, node, column, lane, width: width + slanted, height, x: 0, y: 0 };
}

function passing({ from: a, to: b }: FlowEdge, from: Placed, to: Placed): readonly Placed[] {
  const lane = (from.lane + to.lane) / 2;
  const count = Math.max(0, to.column - from.column - 1);
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: `${a}>${b}.${index}`, node: undefined, column: from.column + 1 + index, lane },
    ...{ width: 0, height: 8, x: 0, y: 0 },
  }));
}

/** Gives each column its place from left to right, wide enough for what is written on the edges before it; the whole width. */
function spreadColumns(places: readonly Placed[], routes: readonly Route[]): number {
  let x = MARGIN;
  for (let column = 0; places.some((one) => one.column === column); column += 1) {
    const here = places.filter((one) => one.column === column);
    const width = Math.max(...here.map((one) => one.width));
    for (const one of here) one.x = x + (width - one.width) / 2;
    const labels = routes
      .filter(({ over, track }) => track === undefined && over[0]?.column === column)
      .map(({ edge }) => edge.label);
    const label = Math.max(0, ...labels.map(({ length }) => length)) * LETTER;
    x += width + Math.max(GAP.column, label === 0 ? 0 : label + 36);
  }
  return x - GAP.column + MARGIN;
}
