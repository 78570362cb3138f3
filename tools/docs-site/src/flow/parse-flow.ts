import { type FlowChart, type FlowEdge, FlowError, type FlowNode, type Shape } from './flow-chart.ts';

const ID = /\s*([A-Za-z]\w*)/uy;
/** A label in quotes may hold anything; one without holds no sign that a shape is made of. */
const LABEL = String.raw`(?:"([^"]*)"|([^"[\](){}|<>]+))`;
const SHAPES: readonly (readonly [RegExp, Shape])[] = [
  [new RegExp(String.raw`\[\(${LABEL}\)\]`, 'uy'), 'store'],
  [new RegExp(String.raw`\[${LABEL}\]`, 'uy'), 'box'],
  [new RegExp(String.raw`\{${LABEL}\}`, 'uy'), 'question'],
];
const ARROWS: readonly (readonly [RegExp, boolean])[] = [
  [/\s*-->(?:\|([^|"]+)\|)?/uy, false],
  [/\s*-\.->(?:\|([^|"]+)\|)?/uy, true],
  [/\s*--\s+(\S(?:.*?\S)?)\s+-->/uy, false],
  [/\s*-\.\s+(\S(?:.*?\S)?)\s+\.->/uy, true],
];
const AND = /\s*&/uy;

interface Draft {
  readonly nodes: Map<string, FlowNode>;
  readonly edges: FlowEdge[];
  readonly groups: string[];
}

/**
 * A flow chart from left to right, in the part of Mermaid's notation that our pages use, so that forges draw the same text.
 * Throws a `FlowError` for anything else, never a picture that lacks something.
 */
export function parseFlow(text: string): FlowChart {
  const [first, ...lines] = text.split('\n').map((line) => line.trim());
  if (first !== 'flowchart LR') throw notUnderstood(first ?? '');
  const draft: Draft = { nodes: new Map(), edges: [], groups: [] };
  let group: string | undefined;
  for (const line of lines) {
    const opened = /^subgraph "([^"]+)"$/u.exec(line)?.[1];
    if (opened !== undefined && group === undefined) draft.groups.push((group = opened));
    else if (line === 'end' && group !== undefined) group = undefined;
    else if (line !== '') readChain(line, group, draft);
  }
  return { nodes: [...draft.nodes.values()], edges: draft.edges, groups: draft.groups };
}

/** `a & b --> c -- yes --> d`: every node of one place leads to every node of the next. */
function readChain(line: string, group: string | undefined, draft: Draft): void {
  const place = { line, at: 0 };
  let before = readNodes(place, group, draft);
  while (place.at < line.length) {
    const { label, dotted } = readArrow(place);
    const after = readNodes(place, group, draft);
    for (const from of before) for (const to of after) draft.edges.push({ from, to, label, dotted });
    before = after;
  }
}

interface Place {
  readonly line: string;
  at: number;
}

function readNodes(place: Place, group: string | undefined, draft: Draft): readonly string[] {
  const ids = [readNode(place, group, draft)];
  while (take(AND, place) !== undefined) ids.push(readNode(place, group, draft));
  return ids;
}

function readNode(place: Place, group: string | undefined, { nodes }: Draft): string {
  const id = take(ID, place)?.[1];
  if (id === undefined) throw notUnderstood(place.line);
  const [label, shape] = readShape(place) ?? [undefined, 'box' as const];
  if (label !== undefined || !nodes.has(id)) nodes.set(id, { id, lines: (label ?? id).split('<br/>'), shape, group });
  return id;
}

function readShape(place: Place): readonly [string | undefined, Shape] | undefined {
  for (const [pattern, shape] of SHAPES) {
    const found = take(pattern, place);
    if (found !== undefined) return [found[1] ?? found[2], shape];
  }
  return undefined;
}

function readArrow(place: Place): { readonly label: string; readonly dotted: boolean } {
  for (const [pattern, dotted] of ARROWS) {
    const found = take(pattern, place);
    if (found !== undefined) return { label: found[1] ?? '', dotted };
  }
  throw notUnderstood(place.line);
}

function take(pattern: RegExp, place: Place): RegExpExecArray | undefined {
  pattern.lastIndex = place.at;
  const found = pattern.exec(place.line);
  if (found !== null) place.at = pattern.lastIndex;
  return found ?? undefined;
}

function notUnderstood(line: string): FlowError {
  return new FlowError('flow-not-understood', `a flow chart says ${JSON.stringify(line)}, which the site cannot draw`, {
    next: 'write it with `flowchart LR`, ["box"], [("store")], {"question"}, -->, -->|text|, -.->, & and subgraph "title", or commit a picture',
  });
}
