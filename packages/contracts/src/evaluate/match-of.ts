import type { Node } from '../ast/node.ts';
import { normaliseCode } from '@pawl/findings';
import { metavariables } from '../ast/pattern.ts';
import { decorationOf, end, isBlock, isFunction, start, symbolOf } from '../ast/nodes.ts';
import type { Pattern } from '../contract.ts';
import type { Match } from '../file-evaluation.ts';

const MOST_CODE = 400;
const MOST_KEY = 120;

export interface Judgement {
  readonly held: boolean;
  readonly why: string;
  readonly part?: string;
}

/** A node as it is told of and known again. */
export function matchOf(node: Node, { held, why, part }: Judgement, captures: ReadonlyMap<string, string>): Match {
  return {
    held,
    ...(part === undefined ? {} : { part }),
    why,
    line: node.range().start.line + 1,
    symbol: symbolOf(node),
    code: normaliseCode(headOf(node)).slice(0, MOST_CODE),
    key: [...captures.values()]
      .map((text) => normaliseCode(text).slice(0, MOST_KEY))
      .join(' ')
      .slice(0, MOST_CODE),
  };
}

/** The code without the bodies of functions: what runs inside a handler is no part of what a route is. */
function headOf(node: Node): string {
  const text = node.text();
  const from = start(node);
  const cuts: (readonly [number, number])[] = [];
  const walk = (at: Node, level: number): void => {
    if (level > 12 || cuts.length > 20) return;
    for (const child of at.children()) {
      if (isBlock(child) && (isFunction(at) || at.kind().startsWith('class'))) cuts.push([start(child), end(child)]);
      else if (child.kind() === 'class_body') cuts.push([start(child), end(child)]);
      else if (!child.isLeaf()) walk(child, level + 1);
    }
  };
  walk(node, 0);
  let head = '';
  let at = from;
  for (const [cut, until] of cuts) {
    head += `${text.slice(at - from, cut - from)}{}`;
    at = until;
  }
  const own = head + text.slice(at - from);
  if (node.kind() !== 'decorator') return own;
  const name = decorationOf(node)?.target.field('name')?.text() ?? '';
  return `${own} ${name}`;
}

/** What the metavariables of the patterns stand for at a match. */
export function capturesOf(node: Node, patterns: readonly Pattern[]): ReadonlyMap<string, string> {
  const names = [...new Set(patterns.flatMap(metavariables))];
  return new Map(
    names.flatMap((name) => {
      const text = node.getMatch(name)?.text();
      return text === undefined || text.length > MOST_KEY || text.includes('\n') ? [] : [[name, text] as const];
    }),
  );
}
