import type { Argument, CallExpr, Expr } from '../code/code.ts';
import type { Reference } from '../file-summary.ts';
import { ALL, maskOf } from '../sink-kind.ts';
import { bindPattern } from './bindings.ts';
import { conditionOfCall } from './call-conditions.ts';
import { resultOf } from './call-results.ts';
import { dottedNames } from './dotted.ts';
import { evaluate, memberOf, sourceOf } from './expressions.ts';
import { readFunction } from './functions.ts';
import { specialCall } from './modules.ts';
import { referenceOf } from './references.ts';
import { registerHandlers } from './registrations.ts';
import { checkSinks } from './sinks.ts';
import { join, NOTHING, type Value } from './value.ts';
import { codeOf, type State, type Work } from './work.ts';

/** A call with all that is known of it. */
export interface Call {
  readonly expr: CallExpr;
  /** Its callee's names in the tables. */
  readonly names: readonly string[];
  /** The last of the name. */
  readonly method: string;
  readonly receiver: Value | undefined;
  readonly callee: Value;
  readonly args: readonly Value[];
  readonly reference: Reference | undefined;
  /** Its place in the summary, where it may be a call into the project. */
  readonly id: number | undefined;
  /** What its name promises to take away. */
  readonly trusted: number;
}

export function evaluateCall(work: Work, state: State, expr: CallExpr): Value {
  const special = specialCall(work, state, expr);
  if (special !== undefined) return special;
  const call = readCall(work, state, expr);
  registerHandlers(work, state, call);
  if (call.id !== undefined) followArguments(work, state, call, call.id);
  checkSinks(work, state, call);
  keepInReceiver(work, state, call);
  const source = sourceOf(work, state, expr);
  const result = source ?? resultOf(work, state, call);
  const condition = conditionOfCall(work, call);
  if (condition !== undefined) state.features.decides = true;
  return condition === undefined ? result : { ...result, condition };
}

function readCall(work: Work, state: State, expr: CallExpr): Call {
  const names = dottedNames(expr.callee, state.scope);
  const method = /[^.]*$/u.exec(names[0] ?? '')?.[0] ?? '';
  const receiver = expr.callee.e === 'member' ? evaluate(work, state, expr.callee.object) : undefined;
  const callee =
    expr.callee.e === 'member' && receiver !== undefined
      ? memberOf(work, state, receiver, expr.callee.name)
      : evaluate(work, state, expr.callee);
  const args = expr.args.map((arg) => evaluateArgument(work, state, arg, method, receiver));
  const trusted = trustedOf(work, names, expr);
  const reference = referenceOf(work, state, { expr, names, method, receiver, callee });
  const id = reference === undefined ? undefined : siteOf(work, state, { expr, reference, method, trusted });
  return { expr, names, method, receiver, callee, args, reference, id, trusted };
}

/** A function literal is read with what it will be called with. */
function evaluateArgument(
  work: Work,
  state: State,
  { value }: Argument,
  method: string,
  receiver: Value | undefined,
): Value {
  if (value.e !== 'function' || receiver === undefined || !work.profile.handsElement.test(method))
    return evaluate(work, state, value);
  const element: Value = join([receiver]);
  const given = method === 'reduce' ? [NOTHING, element] : [element];
  return { ...NOTHING, reference: { r: 'function', id: readFunction(work, state, value.fn, given).id } };
}

function trustedOf({ profile }: Work, names: readonly string[], { tagged }: CallExpr): number {
  if (tagged) return ALL;
  const mask = profile.sanitisers
    .filter(({ callee }) => names.some((name) => callee.test(name)))
    .reduce((sum, { kinds }) => sum | (kinds === 'all' ? ALL : maskOf(kinds)), 0);
  if (mask !== 0 || names.some((name) => profile.otherChecks.test(name))) return mask;
  const checks = [profile.asserters, ...profile.validators.map(({ callee }) => callee)];
  return checks.some((pattern) => names.some((name) => pattern.test(name))) ? ALL : 0;
}

interface NewSite {
  readonly expr: CallExpr;
  readonly reference: Reference;
  readonly method: string;
  readonly trusted: number;
}

function siteOf(work: Work, state: State, { expr, reference, method, trusted }: NewSite): number {
  const known = work.callIds.get(expr);
  if (known !== undefined) return known;
  const passes = !work.profile.unrelated.test(method) && !work.profile.tells.test(method);
  const code = codeOf(work, expr.at).slice(0, 120);
  const id = work.calls.push({ reference, symbol: state.symbol, line: expr.at.line, code, passes, trusted }) - 1;
  work.callIds.set(expr, id);
  return id;
}

function followArguments(work: Work, state: State, { expr, args, receiver }: Call, id: number): void {
  const given: Record<string, Reference> = {};
  args.forEach((value, place) => {
    const arg = expr.args[place];
    const key = arg?.name === undefined ? String(place) : `=${arg.name}`;
    work.flow(state, value, `a${id}.${arg?.spread ? '*' : key}`);
    if (value.reference !== undefined) given[key] = value.reference;
  });
  if (receiver !== undefined) work.flow(state, receiver, `a${id}.^`);
  const site = work.calls[id];
  if (site !== undefined && Object.keys(given).length > 0) work.calls[id] = { ...site, given };
  work.remember(id, receiver === undefined ? args : [...args, receiver]);
}

/** `list.push(x)`: what a name holds now holds this too. */
function keepInReceiver(work: Work, state: State, { expr, method, args }: Call): void {
  const { callee } = expr;
  if (callee.e !== 'member' || !work.profile.keeps.test(method)) return;
  const target: Expr | undefined = method === 'assign' ? expr.args[0]?.value : callee.object;
  if (target === undefined) return;
  const place: Expr = {
    e: 'index',
    at: target.at,
    object: target,
    index: { e: 'const', at: target.at, text: undefined },
  };
  const value = join(args.map(({ atoms, fields }) => ({ atoms, ...(fields === undefined ? {} : { fields }) })));
  bindPattern(work, state, { p: 'place', place }, value, { declares: false, adds: true });
}
