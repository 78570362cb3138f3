import type { Expr } from '../code/code.ts';
import { ALL, maskOf } from '../sink-kind.ts';
import { bindPattern } from './bindings.ts';
import { evaluate } from './expressions.ts';
import { Guards } from './guards.ts';
import { allAtoms, type Atom, type Check, type Condition, join, NOTHING, type Value } from './value.ts';
import type { State, Work } from './work.ts';

/** What is known where a value is true: by what made it, or else that it is there at all. Where it is not there, nothing is wrong with it. */
export function conditionOf(value: Value): Condition {
  return value.condition ?? { yes: [], no: checksOf(value.atoms) };
}

export function checksOf(atoms: readonly Atom[], mask: number = ALL, via: readonly string[] = []): readonly Check[] {
  return atoms.map(({ base, path }) => ({ base, path, mask, via }));
}

/** Evaluates something where checks hold, and says what it leaves behind. */
function where(work: Work, state: State, checks: readonly Check[], expr: Expr): { value: Value; guards: Guards } {
  const before = state.guards;
  state.guards = before.copy();
  work.check(state, checks);
  const value = work.sealed(evaluate(work, state, expr), state.guards);
  const { guards } = state;
  state.guards = before;
  return { value, guards };
}

export function evaluateChoice(work: Work, state: State, expr: Extract<Expr, { e: 'choice' }>): Value {
  state.features.decides = true;
  const condition = conditionOf(evaluate(work, state, expr.test));
  const then = where(work, state, condition.yes, expr.then);
  const other = where(work, state, condition.no, expr.other);
  state.guards = Guards.both(then.guards, other.guards);
  return join([then.value, other.value]);
}

export function evaluateLogic(work: Work, state: State, expr: Extract<Expr, { e: 'logic' }>): Value {
  const isAnd = expr.op === 'and';
  const left = evaluate(work, state, expr.left);
  const first = conditionOf(left);
  const { value: right } = where(work, state, isAnd ? first.yes : first.no, expr.right);
  const second = conditionOf(right);
  const condition: Condition = isAnd
    ? { yes: [...first.yes, ...second.yes], no: common(first.no, second.no) }
    : { yes: common(first.yes, second.yes), no: [...first.no, ...second.no] };
  if (expr.left.e !== 'const' && expr.right.e !== 'const') state.features.decides = true;
  const { atoms, fields, ...rest } = join(isAnd ? [right] : [left, right]);
  return { ...rest, atoms, ...(fields === undefined ? {} : { fields }), condition };
}

/** What both say: only that is known where either may hold. */
function common(a: readonly Check[], b: readonly Check[]): readonly Check[] {
  return a.flatMap((one) =>
    b
      .filter(({ base, path }) => base === one.base && path === one.path)
      .map((other) => ({ ...one, mask: one.mask & other.mask, via: [...new Set([...one.via, ...other.via])] })),
  );
}

export function evaluateComparison(work: Work, state: State, expr: Extract<Expr, { e: 'compare' }>): Value {
  const left = evaluate(work, state, expr.left);
  const right = evaluate(work, state, expr.right);
  const condition = conditionOfComparison(expr, left, right);
  if (condition.yes.length + condition.no.length > 0) state.features.decides = true;
  const { yes, no } = condition;
  return { ...NOTHING, condition: expr.negated ? { yes: no, no: yes } : condition };
}

function conditionOfComparison({ op, left, right }: Extract<Expr, { e: 'compare' }>, a: Value, b: Value): Condition {
  if (op === '<') {
    // `indexOf(…) > -1` and `indexOf(…) < 0` both ask for the same thing; which way is seen by what follows.
    const both = [...(a.condition?.yes ?? []), ...(a.condition?.no ?? [])];
    return { yes: both, no: both };
  }
  if (op === 'in') return membership(left, allAtoms(a), b);
  if (a.condition !== undefined && right.e === 'const') return ofTest(a.condition, right);
  const type = typeTest(left, right, a);
  if (type !== undefined) return type;
  const subject = right.e === 'const' ? a.atoms : left.e === 'const' ? b.atoms : [...a.atoms, ...b.atoms];
  return { yes: checksOf(subject), no: [] };
}

/** `x in ALLOWED` allows; `".." in x` finds what is not allowed. */
function membership(left: Expr, subject: readonly Atom[], container: Value): Condition {
  if (left.e === 'const') return { yes: [], no: checksOf(allAtoms(container), deniedBy(left.text ?? '')) };
  return { yes: checksOf(subject), no: [] };
}

/** The dangers that are over where a text does not have this in it. */
export function deniedBy(text: string): number {
  return DENIALS.reduce((mask, [pattern, over]) => (pattern.test(text) ? mask | over : mask), 0);
}

const DENIALS: readonly (readonly [RegExp, number])[] = [
  [/\.\.|^[/\\]|\\0/u, maskOf(['file'])],
  [/[<>]/u, maskOf(['html'])],
  [/:\/\/|^\/\/|^http/u, maskOf(['network', 'redirect'])],
  [/^[;|&$`']/u, maskOf(['shell', 'sql'])],
];

/** `indexOf(…) === -1`, `isValid(…) === true`. */
function ofTest(condition: Condition, constant: Expr): Condition {
  const text = constant.e === 'const' ? constant.text : undefined;
  return text === undefined ? { yes: [], no: [...condition.yes, ...condition.no] } : condition;
}

/** `typeof x === "number"`: a number is harmless, and a string holds no operators of a query. */
function typeTest(left: Expr, right: Expr, { atoms }: Value): Condition | undefined {
  if (left.e !== 'call' || left.callee.e !== 'name' || left.callee.name !== 'typeof') return undefined;
  const type = right.e === 'const' ? right.text : undefined;
  if (type === 'number' || type === 'boolean' || type === 'bigint') return { yes: checksOf(atoms), no: [] };
  return { yes: type === 'string' ? checksOf(atoms, maskOf(['nosql'])) : [], no: [] };
}

export function evaluateEach(work: Work, state: State, expr: Extract<Expr, { e: 'each' }>): Value {
  const before = state.guards;
  state.guards = before.copy();
  for (const { pattern, over } of expr.clauses)
    bindPattern(work, state, pattern, evaluate(work, state, over), { declares: true, adds: false });
  for (const test of expr.tests) work.check(state, conditionOf(evaluate(work, state, test)).yes);
  const result = work.sealed(evaluate(work, state, expr.body), state.guards);
  state.guards = before;
  const { atoms, fields, condition } = result;
  return { atoms, ...(fields === undefined ? {} : { fields }), ...(condition === undefined ? {} : { condition }) };
}
