import type { CallExpr, Expr } from '../code/code.ts';
import { markKey, type SinkMark } from '../marks.ts';
import { ALL } from '../sink-kind.ts';
import { checksOf } from './decisions.ts';
import { evaluate } from './expressions.ts';
import { allAtoms, type Check, join, marked, ofAtoms, type Value } from './value.ts';
import { codeOf, type State, type Work } from './work.ts';

/** Declared sources and sinks have no kind of danger of their own: all that is followed is theirs, and one kind stands for it. */
const SOURCE = 'http';
const SINK = 'shell';

/** What a value is by what the project declared of its place. */
export function markedValue(work: Work, state: State, expr: Expr, value: Value): Value {
  const { marks } = work;
  if (marks === undefined) return value;
  const key = markKey(expr.at);
  const sink = marks.sinks.get(key);
  const known = marks.sources.has(key)
    ? join([value, ofAtoms([work.source(SOURCE, codeOf(work, expr.at).slice(0, 80), state, expr.at.line)])])
    : value;
  const guarded = marks.guards.has(key) ? guardedValue(work, state, expr, known) : known;
  if (sink !== undefined) arrive(work, state, sink, guarded, expr.at.line);
  return guarded;
}

function arrive(work: Work, state: State, { around, ...mark }: SinkMark, value: Value, line: number): void {
  const key = `declared ${markKey(mark)}`;
  let id = work.sinkIds.get(key);
  if (id === undefined) {
    const code = codeOf(work, { ...around, line });
    const name = /^[\w$.?]+/u.exec(code)?.[0] ?? code.slice(0, 40);
    id = work.sinks.push({ kind: SINK, name, code, symbol: state.symbol, line }) - 1;
    work.sinkIds.set(key, id);
  }
  work.flow(state, ofAtoms(allAtoms(value)), `k${id}`);
}

/** What a guard gives back is guarded; where it says yes, so is what it was given. */
function guardedValue(work: Work, state: State, expr: Expr, value: Value): Value {
  if (expr.e !== 'call') return value;
  state.features.decides = true;
  const own = marked(value, ALL);
  return {
    ...own,
    condition: { yes: [...(value.condition?.yes ?? []), ...argumentChecks(work, state, expr)], no: [] },
  };
}

/** A question whose answer nobody looks at refuses nothing. */
const ASKS = /^(?:is|has|can|should|matches|are)(?=[A-Z_])/u;

/** A guard that stands alone refuses by throwing: what follows it is guarded. */
export function guardedBy(work: Work, state: State, expr: CallExpr): readonly Check[] {
  if (work.marks?.guards.has(markKey(expr.at)) !== true) return [];
  const { callee } = expr;
  const name = callee.e === 'name' || callee.e === 'member' ? callee.name : '';
  return ASKS.test(name) ? [] : argumentChecks(work, state, expr);
}

function argumentChecks(work: Work, state: State, expr: CallExpr): readonly Check[] {
  return expr.args.flatMap(({ value }) =>
    value.e === 'function' ? [] : checksOf(allAtoms(evaluate(work, state, value))),
  );
}
