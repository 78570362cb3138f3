import { JS } from 'refa';
import type { Budget } from './budget.ts';

export type RegexAst = JS.RegexppAst;

/**
 * A syntax tree that libraries cannot look at forever: each look at the kind of a node is a step. Theirs walk some nested
 * repetitions in exponential time, and a limit on time would fall at another place on every machine.
 *
 * @throws SyntaxError where JavaScript refuses the text. Whoever looks too often gets a RegexError `too-large` thrown.
 */
export function meteredAst(source: string, flags: string, budget: Budget): RegexAst {
  const { ast } = JS.Parser.fromLiteral({ source, flags });
  meter(ast.pattern, budget);
  return ast;
}

/** Sets of Unicode's have hundreds of ranges, and what is done with them takes that much longer. */
const stepsOfProperty = 60;

/** References that lead up or across the tree. */
const elsewhere = new Set(['parent', 'resolved', 'references']);

function meter(node: object, budget: Budget): void {
  const steps = 'kind' in node && node.kind === 'property' ? stepsOfProperty : 1;
  for (const [name, value] of Object.entries(node)) {
    if (elsewhere.has(name)) continue;
    if (name === 'type') Object.defineProperty(node, name, { get: () => (budget.spend(steps), value) });
    else if (Array.isArray(value)) for (const child of value) meter(child, budget);
    else if (typeof value === 'object' && value !== null) meter(value, budget);
  }
}
