import type { InvariantFinding } from '@pawl/findings';
import { callParts, codeChildren, type SyntaxNode } from '@pawl/syntax';
import { type Change, isTestCode, lineInHead, type Side, sidesOf, touched } from '../change.ts';
import { type Scope, scopeOf } from '../counterpart.ts';
import { type DefenceKind, defenceKind, type Explained } from '../defence-kind.ts';
import { guardFacts } from '../guard/guard-facts.ts';
import { plainCode, quoted, words } from '../plain-code.ts';

/** A check, and what is used after it in the same function. */
interface CheckFact {
  readonly side: Side;
  readonly node: SyntaxNode;
  readonly symbol: string;
  readonly text: string;
  /** The calls before and after it that touch what it asks about. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

interface LateCheck {
  readonly check: CheckFact;
  readonly now: CheckFact;
  readonly used: string;
}

/** A check that still stands, but after what it should have kept from happening. */
export const lateGuardDefence: DefenceKind = defenceKind({
  rules: { 'late-guard': 'A check comes after the use that it should have prevented.' },
  facts: checkFacts,
  compare: lateChecks,
  explain: explainLate,
});

/** A function with more calls than these is not compared call by call. */
const MOST_CALLS = 200;

function checkFacts(side: Side): readonly CheckFact[] {
  if (isTestCode(side.pair)) return [];
  const callsIn = callsByScope();
  return [...guardChecks(side), ...callChecks(side)].flatMap(({ node, text, about }) => {
    const scope = scopeOf(side, node);
    const calls = callsIn(scope);
    if (calls.length > MOST_CALLS || about.size === 0) return [];
    const [before, after] = [new Set<string>(), new Set<string>()];
    for (const { call, given } of calls) {
      if (!given.some((word) => about.has(word))) continue;
      if (call.endOffset <= node.startOffset) before.add(plainCode(call));
      else if (call.startOffset >= node.endOffset) after.add(plainCode(call));
    }
    return [{ side, node, symbol: scope.symbol, text, before, after }];
  });
}

interface Call {
  readonly call: SyntaxNode;
  /** The words of its arguments. */
  readonly given: readonly string[];
}

/** The calls of a scope, looked up once however many checks it has. */
function callsByScope(): (scope: Scope) => readonly Call[] {
  const known = new Map<number, readonly Call[]>();
  return ({ node }) => {
    const calls = known.get(node.id) ?? callsUnder(node);
    known.set(node.id, calls);
    return calls;
  };
}

function callsUnder(node: SyntaxNode): readonly Call[] {
  const calls = node.find(node.tree.profile.calls.map(({ kind }) => kind));
  return calls.map((call) => {
    const list = calls.length > MOST_CALLS ? undefined : callParts(call)?.list;
    return { call, given: list === undefined ? [] : words(list.text) };
  });
}

interface Check {
  readonly node: SyntaxNode;
  readonly text: string;
  readonly about: ReadonlySet<string>;
}

function guardChecks(side: Side): readonly Check[] {
  return guardFacts(side).flatMap(({ form, exit, node, condition }) => {
    if (form !== 'exit' || exit === 'skip') return [];
    const about = namesIn(condition);
    return [{ node, text: plainCode(condition), about }];
  });
}

/** A call on its own line whose result nobody uses is there for what it refuses, if its name says so. */
const CHECKING = /^(?:\w+\.)*_?(?:check|validate|verify|ensure|assert|require|authori[sz]e|guard|enforce|reject)\w*$/iu;

function callChecks(side: Side): readonly Check[] {
  return touched(side, side.tree.profile.expressionStatements).flatMap((node) => {
    const inner = codeChildren(node)[0];
    const call = inner && (callParts(inner) ? inner : codeChildren(inner)[0]);
    const parts = call && callParts(call);
    if (!call || !parts || !CHECKING.test(parts.callee)) return [];
    return [{ node, text: plainCode(call), about: namesIn(parts.list) }];
  });
}

function namesIn(node: SyntaxNode): ReadonlySet<string> {
  return new Set(node.find(node.tree.profile.identifiers).map(({ text }) => text));
}

function lateChecks(base: readonly CheckFact[], head: readonly CheckFact[]): readonly LateCheck[] {
  // The first of equal checks counts, so that later ones must not replace it.
  const inHead = new Map(head.toReversed().map((check) => [keyOf(check), check]));
  return base.flatMap((check) => {
    const now = inHead.get(keyOf(check));
    const [used] = now ? usedTooEarly(check, now) : [];
    return now && used !== undefined ? [{ check, now, used }] : [];
  });
}

/** The calls that came after a check and now come before it. */
function usedTooEarly(check: CheckFact, now: CheckFact): readonly string[] {
  return [...check.after].filter((call) => !check.before.has(call) && now.before.has(call) && !now.after.has(call));
}

/** Calls that are done once they are called: what comes after them undoes nothing. To put a path together is none of them. */
const EFFECT =
  /(?:^|[.\s])(?:read|write|append|open|unlink|remove|delete|exec|spawn|eval|query|send|fetch|save|insert|update|redirect|render|upload|extract|rename|mkdir|chmod|grant|login|transfer|decrypt|run)(?:[A-Z_]\w*|File|Sync|Text|s)?\(/u;

/** Whether what should have been prevented is done by the time of the check (E07), which no score can make good. */
export function comesTooLate({ rule, location, snippet }: InvariantFinding, change: Change): boolean {
  if (rule !== 'late-guard') return false;
  const factsOf = (which: Side['which']): readonly CheckFact[] => sidesOf(change, which).flatMap(checkFacts);
  return lateChecks(factsOf('base'), factsOf('head'))
    .filter(({ now }) => now.symbol === location.symbol && now.node.text === snippet)
    .some(({ check, now }) => usedTooEarly(check, now).some((call) => EFFECT.test(call)));
}

function keyOf({ symbol, text }: CheckFact): string {
  return `${symbol}\0${text}`;
}

function explainLate({ check, now, used }: LateCheck): Explained {
  const { line, column } = now.node.start;
  const place = check.symbol === '' ? 'The module code' : quoted(check.symbol);
  const { pair } = check.side;
  return {
    kind: 'weakened-defence',
    rule: 'late-guard',
    severity: 'high',
    message: `${place} now uses ${quoted(used)} before it checks ${quoted(check.text)} (late guard, line ${check.node.start.line} of the locked version)`,
    cwe: 'CWE-696',
    at: { file: now.side.source.file, line: pair === now.side.pair ? line : lineInHead(pair, line), column },
    symbol: check.symbol,
    snippet: now.node.text,
  };
}
