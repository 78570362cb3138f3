import { normaliseCode } from '@pawl/findings';
import type { At, Expr } from '../code/code.ts';
import type { SinkRule } from '../profile.ts';
import type { Call } from './calls.ts';
import { dottedNames } from './dotted.ts';
import type { Value } from './value.ts';
import { codeOf, type State, type Work } from './work.ts';

/** Where the arguments of a call arrive, by the tables. */
export function checkSinks(work: Work, state: State, call: Call): void {
  if (call.expr.tagged) return;
  for (const rule of work.rulesOf(call.names)) {
    if (!suits(work, call, rule)) continue;
    const reached = rule.args.flatMap((arg) => valuesOf(call, arg)).flatMap((value) => keyed(value, rule));
    if (reached.length === 0 || reached.every(({ atoms, fields }) => atoms.length === 0 && fields === undefined))
      continue;
    arrive(work, state, rule, { at: call.expr.at, name: call.names[0] ?? '?', values: reached, call: call.id });
  }
}

/** `element.innerHTML = x`. */
export function checkAssignedSinks(work: Work, state: State, place: Expr, at: { readonly at: At }, value: Value): void {
  const names = dottedNames(place, state.scope).map((name) => `${name}=`);
  for (const rule of work.rulesOf(names))
    arrive(work, state, rule, { at: at.at, name: names[0] ?? '?', values: [value], call: undefined });
}

/** What a handler hands back to a browser. */
export function checkAnswer(work: Work, state: State, at: At, value: Value): void {
  if (!state.answers || value.atoms.length === 0) return;
  for (const rule of work.rulesOf(['return']))
    arrive(work, state, rule, { at, name: 'return', values: [value], call: undefined });
}

interface Arrival {
  readonly at: At;
  readonly name: string;
  readonly values: readonly Value[];
  readonly call: number | undefined;
}

function arrive(work: Work, state: State, rule: SinkRule, { at, name, values, call }: Arrival): void {
  const key = `${at.from}-${at.to} ${rule.kind}`;
  let id = work.sinkIds.get(key);
  if (id === undefined) {
    id =
      work.sinks.push({
        kind: rule.kind,
        name: rule.name ?? name,
        code: codeOf(work, at),
        symbol: state.symbol,
        line: at.line,
        ...(rule.needs === undefined ? {} : { needs: rule.needs }),
        ...(rule.fromStrangers ? { fromStrangers: true as const } : {}),
        ...(call === undefined ? {} : { call }),
      }) - 1;
    work.sinkIds.set(key, id);
  }
  for (const value of values) work.flow(state, { atoms: value.atoms }, `k${id}`);
}

/** As much of the arguments as the tables look at. */
const MOST_CODE = 2_000;

function suits(work: Work, { expr }: Call, { when, unless, unlessCalled, inFilesWith }: SinkRule): boolean {
  if (inFilesWith !== undefined && !work.has(inFilesWith)) return false;
  if (unlessCalled?.test(codeOf(work, expr.callee.at)) === true) return false;
  if (when === undefined && unless === undefined) return true;
  const code = normaliseCode(work.text.slice(expr.callee.at.to, Math.min(expr.at.to, expr.callee.at.to + MOST_CODE)));
  return (when?.test(code) ?? true) && !(unless?.test(code) ?? false);
}

function valuesOf({ expr, args, receiver }: Call, arg: number | string): readonly Value[] {
  if (arg === 'receiver') return receiver === undefined ? [] : [receiver];
  if (arg === 'all') return args;
  const places = expr.args.flatMap(({ name }, place) => (name === undefined ? [place] : []));
  if (arg === 'last') return args.slice(-1);
  const place = typeof arg === 'number' ? places[arg] : expr.args.findIndex(({ name }) => name === arg);
  const value = place === undefined ? undefined : args[place];
  return value === undefined ? [] : [value];
}

/** Of an object with fields, those that the rule names; of anything else, all of it. */
function keyed(value: Value, { keys }: SinkRule): readonly Value[] {
  if (value.fields === undefined || keys === undefined) return [value];
  return [{ atoms: value.atoms }, ...[...value.fields].flatMap(([name, field]) => (keys.test(name) ? [field] : []))];
}
