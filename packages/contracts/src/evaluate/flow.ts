import type { Node } from '../ast/node.ts';
import { type Mark, type Marks, type SinkMark, summarise } from '@pawl/reach';
import { argumentsOf, callIn, end, isCall, isFunction, isWithin, parts, start } from '../ast/nodes.ts';
import { findAll, metavariables } from '../ast/pattern.ts';
import type { FlowPromise, Pattern } from '../contract.ts';
import type { ContractEvaluation } from '../file-evaluation.ts';
import type { Subject } from './evaluate.ts';
import { capturesOf, matchOf } from './match-of.ts';

/** What a file does with the data of a flow; whether the flow is kept is seen when all files are joined. */
export function evaluateFlow(promise: FlowPromise, subject: Subject): Omit<ContractEvaluation, 'id'> {
  const { root, language, file, tree } = subject;
  const look = (patterns: readonly Pattern[]): readonly Node[] => findAll(root, patterns, {}, language);
  const guards = look(promise.through);
  const sources = look(promise.from).filter((source) => !isBehindMiddleware(source, guards));
  const sinks = look(promise.to);
  const marks: Marks = {
    sources: sources.map((node) => markOf(only(node, promise.from, 'SRC') ?? node)),
    sinks: sinks.flatMap((node) => sinkMarks(node, promise.to)),
    guards: guards.map((node) => markOf(callIn(node) ?? node)),
  };
  const flow = tree === undefined ? undefined : summarise(file, tree, marks);
  const matches = sinks.map((node) =>
    matchOf(node, { held: true, why: 'is a sink of the flow', part: 'to' }, capturesOf(node, promise.to)),
  );
  return { subjects: sinks.length, matches, ...(flow === undefined ? {} : { flow }) };
}

/** A guard that is handed to a route guards the handler that is written down behind it. */
function isBehindMiddleware(source: Node, guards: readonly Node[]): boolean {
  return source.ancestors().some((ancestor) => {
    if (!isCall(ancestor)) return false;
    const all = argumentsOf(ancestor);
    const holder = all.find((argument) => isWithin(source, argument));
    if (holder === undefined || !isFunction(holder)) return false;
    return guards.some(
      (guard) => start(guard) < start(holder) && all.some((one) => !isFunction(one) && isWithin(guard, one)),
    );
  });
}

/** The metavariable that matters: the one of that name, or else every one that stands for an argument, or else the whole match. */
function sinkMarks(node: Node, patterns: readonly Pattern[]): readonly SinkMark[] {
  const around = markOf(node);
  const arg = only(node, patterns, 'ARG');
  if (arg !== undefined) return [{ ...markOf(arg), around }];
  const call = callIn(node);
  const given = call === undefined ? [] : argumentsOf(call);
  const named = patterns
    .flatMap(metavariables)
    .flatMap((name) => node.getMatch(name) ?? [])
    .filter((one) => given.some((argument) => isWithin(one, argument)));
  const arriving = named.length > 0 ? named : given.length > 0 ? given : [node];
  return arriving.map((one) => ({ ...markOf(one), around }));
}

function only(node: Node, patterns: readonly Pattern[], name: string): Node | undefined {
  return patterns.some((pattern) => metavariables(pattern).includes(name))
    ? (node.getMatch(name) ?? undefined)
    : undefined;
}

const WRAPPERS: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'await_expression',
  'await',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'expression_statement',
]);

/** What is only wrapped is one value with what it wraps. */
function markOf(node: Node): Mark {
  const inner = WRAPPERS.has(node.kind()) ? parts(node)[0] : undefined;
  if (inner !== undefined) return markOf(inner);
  if (node.kind() === 'keyword_argument') return markOf(node.field('value') ?? node);
  return { from: start(node), to: end(node) };
}
