import { escapeHtml } from '../page/escape-html.ts';
import type { FlowChart } from './flow-chart.ts';
import { type FlowLayout, layOutFlow, MARGIN, type Placed, type Route, TRACK } from './lay-out-flow.ts';

/** A picture that is wider than the page is made smaller as long as one can read it; from there on it is scrolled. */
const SMALLEST = 0.75;

/** A flow chart as a picture in the page, in the page's own colours, with the same in words below it. */
export function drawFlow(chart: FlowChart, id: string): string {
  const layout = layOutFlow(chart);
  const { width, height, routes, places } = layout;
  const groups = chart.groups.map((title) => groupBox(title, places)).join('');
  const nodes = places.map(nodeBox).join('');
  const edges = routes.map((route) => line(route, layout, id)).join('');
  const labels = routes.map((route) => label(route, layout)).join('');
  const head = `<marker id="${id}-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>`;
  return `<figure class="flow"><div class="scroll" tabindex="0" role="group" aria-label="Picture"><svg role="img" aria-label="A flow chart; in words below" style="min-width:${Math.round(width * SMALLEST)}px" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${head}</defs>${groups}${edges}${nodes}${labels}</svg></div>${inWords(chart)}</figure>\n`;
}

function inWords({ nodes, edges }: FlowChart): string {
  const name = (id: string): string => nodes.find((node) => node.id === id)?.lines.join(' ') ?? id;
  const said = edges.map(({ from, to, label: said }) => {
    const by = said === '' ? '' : ` (${escapeHtml(said)})`;
    return `<li>${escapeHtml(name(from))} → ${escapeHtml(name(to))}${by}</li>`;
  });
  return `<details><summary>The picture in words</summary><ul>${said.join('')}</ul></details>`;
}

function nodeBox({ node, x, y, width, height }: Placed): string {
  if (node === undefined) return '';
  const [top, right, bottom] = [y - height / 2, x + width, y + height / 2];
  const outlines = {
    box: `<rect x="${x}" y="${top}" width="${width}" height="${height}" rx="6"/>`,
    store: `<path d="M${x} ${top + 6}a${width / 2} 6 0 0 1 ${width} 0v${height - 12}a${width / 2} 6 0 0 1 ${-width} 0zM${x} ${top + 6}a${width / 2} 6 0 0 0 ${width} 0"/>`,
    question: `<path d="M${x + 12} ${top}H${right - 12}L${right} ${y}L${right - 12} ${bottom}H${x + 12}L${x} ${y}z"/>`,
  };
  const first = y - ((node.lines.length - 1) * 17) / 2 + (node.shape === 'store' ? 8 : 4);
  const lines = node.lines.map((text, index) => textAt(x + width / 2, first + index * 17, text));
  return `<g class="node ${node.shape}">${outlines[node.shape]}${lines.join('')}</g>`;
}

function groupBox(title: string, places: readonly Placed[]): string {
  const inside = places.filter(({ node }) => node?.group === title);
  const left = Math.min(...inside.map(({ x }) => x)) - MARGIN / 2;
  const right = Math.max(...inside.map(({ x, width }) => x + width)) + MARGIN / 2;
  const top = Math.min(...inside.map(({ y, height }) => y - height / 2)) - 26;
  const bottom = Math.max(...inside.map(({ y, height }) => y + height / 2)) + 10;
  return `<g class="group"><rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" rx="8"/><text x="${left + 10}" y="${top + 17}">${escapeHtml(title)}</text></g>`;
}

function line({ edge, over, track }: Route, layout: FlowLayout, id: string): string {
  const [from, to] = [over[0], over.at(-1)];
  if (from === undefined || to === undefined) return '';
  const path = track === undefined ? through(over) : under(from, to, track, layout);
  return `<path class="${edge.dotted ? 'edge dotted' : 'edge'}" d="${path}" marker-end="url(#${id}-head)"/>`;
}

function through(over: readonly Placed[]): string {
  return over
    .slice(1)
    .map((to, index) => {
      const from = over[index] ?? to;
      const [x, end] = [from.x + from.width, to.x - (to.node === undefined ? 0 : 2)];
      const half = (end - x) / 2;
      return `${index === 0 ? `M${x} ${from.y}` : `L${x} ${from.y}`}C${x + half} ${from.y} ${end - half} ${to.y} ${end} ${to.y}`;
    })
    .join('');
}

/** Back to an earlier column, below all nodes. Where several leave or reach one node, they stand side by side and do not cross. */
function under(from: Placed, to: Placed, track: number, layout: FlowLayout): string {
  const aside = (track - (layout.tracks - 1) / 2) * 12;
  const [start, end, y] = [from.x + from.width / 2 + aside, to.x + to.width / 2 - aside, trackAt(track, layout)];
  return `M${start} ${from.y + from.height / 2}V${y - 8}Q${start} ${y} ${start - 8} ${y}H${end + 8}Q${end} ${y} ${end} ${y - 8}V${to.y + to.height / 2 + 2}`;
}

function trackAt(track: number, { floor }: FlowLayout): number {
  return floor + TRACK + track * TRACK;
}

function label({ edge, over, track }: Route, layout: FlowLayout): string {
  const [from, next, to] = [over[0], over[1], over.at(-1)];
  if (edge.label === '' || from === undefined || next === undefined || to === undefined) return '';
  const x =
    track === undefined ? (from.x + from.width + next.x) / 2 : (from.x + from.width / 2 + to.x + to.width / 2) / 2;
  const y = track === undefined ? (from.y + next.y) / 2 : trackAt(track, layout);
  return `<g class="label">${textAt(x, y + 4, edge.label)}</g>`;
}

function textAt(x: number, y: number, text: string): string {
  return `<text x="${x}" y="${y}" text-anchor="middle">${escapeHtml(text)}</text>`;
}
