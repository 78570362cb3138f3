import { codeChildren, type LanguageProfile, partOf, type SyntaxNode } from '@pawl/syntax';
import { isTestCode, type Side, touched } from '../change.ts';
import { type Exit, exitOf, isExitCall } from './exit-of.ts';
import { type Conjunction, rejections } from './rejections.ts';

/**
 * A condition and what happens where it does not suit: `exit` leaves, `branch` goes another way, `value` keeps or hands
 * back the answer. Only an exit is a guard; the others show that a guard was rewritten and not lost.
 */
export interface GuardFact {
  readonly side: Side;
  readonly node: SyntaxNode;
  readonly condition: SyntaxNode;
  readonly form: 'exit' | 'branch' | 'value';
  readonly exit: Exit | undefined;
  /** The conditions under which what follows, or what is inside, is not reached. */
  readonly rejects: readonly Conjunction[];
}

/** A value longer than this is data or a pipeline, not the answer to a question. */
const LONGEST_VALUE = 300;

const known = new WeakMap<Side, readonly GuardFact[]>();

/** The guards of what a change touched in one version of a file; found once, because several comparisons ask. */
export function guardFacts(side: Side): readonly GuardFact[] {
  const facts = known.get(side) ?? findGuards(side);
  known.set(side, facts);
  return facts;
}

function findGuards(side: Side): readonly GuardFact[] {
  if (isTestCode(side.pair)) return [];
  const { profile } = side.tree;
  return touched(side, kindsOf(profile)).flatMap((node) => [
    ...branchFacts(side, node, profile),
    ...assertionFacts(side, node, profile),
    ...shortCircuitFacts(side, node, profile),
    ...valueFacts(side, node, profile),
  ]);
}

function kindsOf({ branches, assertions, expressionStatements, values }: LanguageProfile): readonly string[] {
  return [...new Set([...branches, ...assertions, ...values].map(({ kind }) => kind).concat(expressionStatements))];
}

function branchFacts(side: Side, node: SyntaxNode, { branches }: LanguageProfile): readonly GuardFact[] {
  const shape = branches.find(({ kind }) => kind === node.kind);
  const condition = shape && partOf(node, shape.condition);
  if (shape === undefined || condition === undefined) return [];
  const fact = (way: SyntaxNode | undefined, holds: boolean): GuardFact | undefined => {
    const exit = way && exitOf(way);
    const base = { side, node, condition, exit };
    if (way === undefined) return undefined;
    return exit === undefined
      ? { ...base, form: 'branch', rejects: rejections(condition, !holds) }
      : { ...base, form: 'exit', rejects: rejections(condition, holds) };
  };
  const consequence = fact(partOf(node, shape.consequence), true);
  const alternative = fact(partOf(node, shape.alternative), false);
  return [consequence, alternative].filter((each) => each !== undefined);
}

function assertionFacts(side: Side, node: SyntaxNode, profile: LanguageProfile): readonly GuardFact[] {
  const shape = profile.assertions.find(({ kind }) => kind === node.kind);
  const condition = shape ? partOf(node, shape.condition) : assertedBy(node, profile);
  if (condition === undefined) return [];
  return [{ side, node, condition, form: 'exit', exit: 'throw', rejects: rejections(condition, false) }];
}

/** The first argument of a statement such as `assert(ok, "why")`. */
function assertedBy(node: SyntaxNode, profile: LanguageProfile): SyntaxNode | undefined {
  if (!profile.expressionStatements.includes(node.kind) || !profile.assertCall.test(node.text)) return undefined;
  const call = codeChildren(node)[0];
  const shape = profile.calls.find(({ kind }) => kind === call?.kind);
  const list = shape && call?.field(shape.arguments);
  return list && codeChildren(list)[0];
}

/** `ok || fail()` and `bad && fail()`. */
function shortCircuitFacts(side: Side, node: SyntaxNode, profile: LanguageProfile): readonly GuardFact[] {
  if (!profile.expressionStatements.includes(node.kind)) return [];
  const expression = codeChildren(node)[0];
  if (expression === undefined || !profile.binary.kinds.includes(expression.kind)) return [];
  const condition = partOf(expression, profile.binary.left);
  const consequence = partOf(expression, profile.binary.right);
  const operator = expression.field(profile.binary.operator)?.text ?? '';
  if (!condition || !consequence || !isExitCall(consequence)) return [];
  const holds = profile.and.includes(operator);
  if (!holds && !profile.or.includes(operator)) return [];
  return [{ side, node, condition, form: 'exit', exit: 'throw', rejects: rejections(condition, holds) }];
}

/** An answer that is kept may be used either way round. A bare name is no answer: it is everywhere. */
function valueFacts(side: Side, node: SyntaxNode, profile: LanguageProfile): readonly GuardFact[] {
  const shape = profile.values.find(({ kind }) => kind === node.kind);
  const value = shape && partOf(node, shape.value);
  if (value === undefined || value.endOffset - value.startOffset > LONGEST_VALUE || !isAnswer(value, profile))
    return [];
  const rejects = [...rejections(value, true), ...rejections(value, false)];
  return [{ side, node, condition: value, form: 'value', exit: undefined, rejects }];
}

function isAnswer(
  { kind }: SyntaxNode,
  { binary, negation, comparison, parentheses, calls }: LanguageProfile,
): boolean {
  const kinds = [
    ...binary.kinds,
    ...negation.kinds,
    ...comparison.kinds,
    ...parentheses,
    ...calls.map((call) => call.kind),
  ];
  return kinds.includes(kind);
}
