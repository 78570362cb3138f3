import { normaliseCode, type Severity } from '@pawl/findings';
import {
  type CallParts,
  callParts,
  codeChildren,
  codeText,
  partOf,
  type Sink,
  symbolOf,
  type SyntaxNode,
} from '@pawl/syntax';
import { type Side, touched } from './change.ts';
import { scopeOf } from './counterpart.ts';
import { type DefenceKind, defenceKind, type Explained } from './defence-kind.ts';
import { subtractBoth } from './multiset.ts';
import { plainCode, quoted } from './plain-code.ts';

interface CallFact {
  readonly side: Side;
  readonly node: SyntaxNode;
  readonly sink: Sink;
  readonly code: string;
  /** The request data that visibly reaches the call, as it is written. */
  readonly from: string | undefined;
}

/** Calls that run, load or decode whatever they are given, on something that is no constant. */
export const dangerousCallDefence: DefenceKind = defenceKind({
  rules: { 'dangerous-call': 'A new call runs, loads or decodes data that is not a constant.' },
  facts: callFacts,
  compare: newCalls,
  explain: explainCall,
});

function callFacts(side: Side): readonly CallFact[] {
  const { profile } = side.tree;
  return touched(
    side,
    profile.calls.map(({ kind }) => kind),
  ).flatMap((node) => {
    const call = callParts(node);
    const sink = call && sinkOf(side, call);
    if (!sink || codeChildren(call.list).every(isConstant)) return [];
    return [{ side, node, sink, code: plainCode(node), from: requestDataIn(side, node, call.list) }];
  });
}

function sinkOf({ tree, source }: Side, { callee, list }: CallParts): Sink | undefined {
  // A callee is a short dotted name; anything longer is a chain whose last call is judged on its own.
  if (callee.length > 80) return undefined;
  const name = normaliseCode(callee).replaceAll('?.', '.');
  const given = plainCode(list);
  return tree.profile.sinks.find(
    ({ callee: pattern, when, unless, inFilesWith }) =>
      pattern.test(name) &&
      (when?.test(given) ?? true) &&
      !(unless?.test(given) ?? false) &&
      (inFilesWith?.test(source.text) ?? true),
  );
}

/** A literal without anything computed in it. A list or an object is constant where all of it is. */
function isConstant(node: SyntaxNode): boolean {
  const { identifiers, interpolations, calls, strings, constants } = node.tree.profile;
  if (constants.includes(node.kind)) return true;
  if (strings.includes(node.kind)) return node.find(interpolations).length === 0;
  const inner = node.field('value') ?? node;
  if (inner.id !== node.id && (constants.includes(inner.kind) || strings.includes(inner.kind)))
    return isConstant(inner);
  return (
    ['array', 'list', 'tuple', 'object', 'dictionary'].includes(node.kind) &&
    node.find([...identifiers, ...interpolations, ...calls.map(({ kind }) => kind)]).length === 0
  );
}

/** Request data in the arguments, or in what a name among them was made from in the same function. */
function requestDataIn(side: Side, node: SyntaxNode, list: SyntaxNode): string | undefined {
  const { requestData, identifiers, values, bindings } = side.tree.profile;
  const direct = requestData.exec(codeText(list))?.[0];
  if (direct !== undefined) return direct;
  const names = new Set(list.find(identifiers).map(({ text }) => text));
  for (const made of scopeOf(side, node).node.find(bindings.map(({ kind }) => kind))) {
    const binding = bindings.find(({ kind }) => kind === made.kind);
    const shape = values.find(({ kind }) => kind === made.kind);
    const target = binding && made.field(binding.name);
    const value = shape && partOf(made, shape.value);
    if (
      !target ||
      !value ||
      made.startOffset > node.startOffset ||
      !target.find([...identifiers, 'shorthand_property_identifier_pattern']).some(({ text }) => names.has(text))
    )
      continue;
    const source = requestData.exec(codeText(value))?.[0];
    if (source !== undefined) return source;
  }
  return undefined;
}

/**
 * What head has more of. A call that was edited is not new, unless request data reaches it now and did not before.
 */
function newCalls(base: readonly CallFact[], head: readonly CallFact[]): readonly CallFact[] {
  const exact = subtractBoth(base, head, ({ code, from }) => JSON.stringify([code, from !== undefined]));
  const inSymbol = subtractBoth(exact.base, exact.head, ({ sink, node, from }) =>
    JSON.stringify([sink.name, symbolOf(node), from !== undefined]),
  );
  const moved = subtractBoth(inSymbol.base, inSymbol.head, ({ sink, from }) =>
    JSON.stringify([sink.name, from !== undefined]),
  );
  // Request data that no longer reaches a call makes it safer: what is left of base may stand for a call without it.
  const safer = subtractBoth(
    moved.base,
    moved.head.filter(({ from }) => from === undefined),
    ({ sink }) => sink.name,
  );
  return [...moved.head.filter(({ from }) => from !== undefined), ...safer.head];
}

function explainCall({ side, node, sink, from }: CallFact): Explained {
  const { line, column } = node.start;
  const symbol = symbolOf(node);
  const place = symbol === '' ? 'The module code' : quoted(symbol);
  const severity: Severity = from === undefined ? 'high' : 'critical';
  const reach = from === undefined ? 'with data that is not a constant' : `with request data (${quoted(from)})`;
  return {
    kind: 'unguarded-path',
    rule: 'dangerous-call',
    severity,
    message: `${place} now calls ${sink.name} ${reach}: ${quoted(node.text)} lets an attacker ${sink.danger}`,
    cwe: sink.cwe,
    at: { file: side.source.file, line, column },
    symbol,
    snippet: node.text,
  };
}
