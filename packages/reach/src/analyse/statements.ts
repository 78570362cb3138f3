import type { Expr, Stmt } from '../code/code.ts';
import { bindPattern, exportName, exportValue, ofElement } from './bindings.ts';
import { readClassBody } from './classes.ts';
import { checksOf, conditionOf } from './decisions.ts';
import { dottedNames } from './dotted.ts';
import { evaluate } from './expressions.ts';
import { readFunction, typeOf } from './functions.ts';
import { Guards } from './guards.ts';
import { guardedBy } from './marked.ts';
import { bindImport } from './modules.ts';
import { checkAnswer } from './sinks.ts';
import { allAtoms, type Check, join, NOTHING, type Value } from './value.ts';
import type { State, Work } from './work.ts';

/** Runs statements and says whether what follows them is never reached from here. */
export function run(work: Work, state: State, body: readonly Stmt[]): boolean {
  for (const statement of body) declare(work, state, statement);
  for (const statement of body) if (work.isOver() || step(work, state, statement)) return true;
  return false;
}

/** Functions and classes are known before the statements around them run. */
function declare(work: Work, state: State, statement: Stmt): void {
  if (statement.s !== 'function' || statement.fn.name === '') return;
  const { id } = readFunction(work, state, statement.fn);
  state.scope.names.set(statement.fn.name, { ...NOTHING, reference: { r: 'function', id } });
}

function step(work: Work, state: State, statement: Stmt): boolean {
  switch (statement.s) {
    case 'expr':
      return stepExpr(work, state, statement.value);
    case 'let':
      return stepLet(work, state, statement);
    case 'return':
      return stepReturn(work, state, statement);
    case 'throw':
      state.features.throws = true;
      if (statement.value !== undefined) evaluate(work, state, statement.value);
      return true;
    case 'skip':
      return true;
    case 'assert':
      state.features.throws = true;
      work.check(state, conditionOf(evaluate(work, state, statement.test)).yes);
      return false;
    case 'if':
      return stepIf(work, state, statement);
    case 'loop':
      return stepLoop(work, state, statement);
    case 'try':
      return stepTry(work, state, statement);
    case 'switch':
      return stepSwitch(work, state, statement);
    case 'block':
      return run(work, state, statement.body);
    default:
      stepDefinition(work, state, statement);
      return false;
  }
}

type Definition = Extract<Stmt, { s: 'function' | 'class' | 'import' | 'export' | 'export-value' }>;

function stepDefinition(work: Work, state: State, statement: Definition): void {
  switch (statement.s) {
    case 'function':
      for (const decorator of statement.fn.decorators) evaluate(work, state, decorator);
      return;
    case 'class':
      readClassBody(work, state, statement.code);
      return;
    case 'import':
      return bindImport(work, state, statement);
    case 'export-value':
      return exportValue(work, statement.as, evaluate(work, state, statement.value));
    case 'export': {
      const { from, name, as } = statement;
      if (from === undefined) exportName(work, state, name, as);
      else if (as === '*') work.stars.push(from);
      else work.exports[as] = { reference: { r: 'import', from, name, rest: [] } };
    }
  }
}

function stepExpr(work: Work, state: State, expr: Expr): boolean {
  const value = evaluate(work, state, expr);
  if (expr.e === 'logic' && expr.op === 'or') {
    // `valid(x) || fail()`.
    if (leaves(work, state, expr.right)) work.check(state, conditionOf(evaluate(work, state, expr.left)).yes);
    return false;
  }
  if (expr.e === 'call')
    work.check(state, [
      ...assertedBy(work, state, expr, value),
      ...ensuredBy(work, state, expr),
      ...guardedBy(work, state, expr),
    ]);
  return leaves(work, state, expr);
}

function leaves(work: Work, state: State, expr: Expr): boolean {
  if (expr.e !== 'call' || !dottedNames(expr.callee, state.scope).some((name) => work.profile.exits.test(name)))
    return false;
  state.features.throws = true;
  return true;
}

/** A call that throws where its arguments are invalid. */
function assertedBy(work: Work, state: State, expr: Extract<Expr, { e: 'call' }>, value: Value): readonly Check[] {
  const { profile } = work;
  const names = dottedNames(expr.callee, state.scope);
  if (!names.some((name) => profile.asserters.test(name)) || names.some((name) => profile.otherChecks.test(name)))
    return [];
  const id = work.callIds.get(expr);
  const inputs = expr.args.flatMap(({ value: arg }) =>
    arg.e === 'function' ? [] : allAtoms(evaluate(work, state, arg)),
  );
  const receiver = expr.callee.e === 'member' ? allAtoms(evaluate(work, state, expr.callee.object)) : [];
  if (value.condition !== undefined && /(?:^|\.)is[A-Z_]/u.test(names[0] ?? '')) return [];
  state.features.decides = true;
  return id === undefined ? checksOf([...inputs, ...receiver]) : checksOf([...inputs, ...receiver], 0, [`n${id}`]);
}

/** A call that came back has let its arguments pass: what that means is for its own summary to say. */
function ensuredBy(work: Work, state: State, expr: Extract<Expr, { e: 'call' }>): readonly Check[] {
  const id = work.callIds.get(expr);
  if (id === undefined) return [];
  return expr.args.flatMap(({ value }, place) =>
    value.e === 'function' ? [] : checksOf(evaluate(work, state, value).atoms, 0, [`e${id}.${place}`]),
  );
}

const PARSES = /(?:^|\.)(?:parse|parseAsync|attempt|cast|model_validate|validate_python)$/u;

function stepLet(work: Work, state: State, { pattern, value, type }: Extract<Stmt, { s: 'let' }>): boolean {
  const found = value === undefined ? NOTHING : evaluate(work, state, value);
  if (value?.e === 'call' && dottedNames(value.callee, state.scope).some((name) => PARSES.test(name)))
    work.check(state, assertedBy(work, state, value, found));
  const known = typeOf(state, type);
  const bound = known === undefined ? found : { ...found, type: known };
  bindPattern(work, state, pattern, bound, { declares: true, adds: false });
  return false;
}

function stepReturn(work: Work, state: State, { value, at }: Extract<Stmt, { s: 'return' }>): boolean {
  if (value === undefined) {
    leaveWith(state, undefined);
    return true;
  }
  const found = evaluate(work, state, value);
  work.flow(state, found, `t${state.fn}`);
  checkAnswer(work, state, at, found);
  const sealed = { ...work.sealed(found, state.guards) };
  const before = work.returned.get(state.fn);
  work.returned.set(state.fn, before === undefined ? sealed : join([before, sealed]));
  state.features.returns.add(value.e === 'const' ? work.code(value.at) : '');
  leaveWith(state, value.e === 'const' && NO.test(work.code(value.at)) ? undefined : (found.condition?.yes ?? []));
  return true;
}

const NO = /^(?:false|null|undefined|0|None|False|""|'')$/u;

/** A function is left: what is known of its parameters here holds for who called it, and more where it says yes. */
export function leaveWith({ guards, features, fn }: State, yes: readonly Check[] | undefined): void {
  features.exits.push(guards);
  if (yes === undefined) return;
  const withYes = guards.copy();
  withYes.add(yes.filter(({ base }) => base.startsWith(`p${fn}.`)));
  features.agreements.push(withYes);
}

/** What one way leaves behind: names, guards, and whether it goes on. */
interface Way {
  readonly names: Map<string, Value>;
  readonly guards: Guards;
  readonly ends: boolean;
}

function take(work: Work, state: State, checks: readonly Check[], body: readonly Stmt[]): Way {
  const { scope, guards } = state;
  const { names } = scope;
  scope.names = new Map(names);
  state.guards = guards.copy();
  work.check(state, checks);
  const ends = run(work, state, body);
  const way = { names: scope.names, guards: state.guards, ends };
  scope.names = names;
  state.guards = guards;
  return way;
}

/** Goes on where ways meet. What one way made of a name was made behind the guards of that way. */
function meet(work: Work, state: State, ways: readonly Way[]): boolean {
  const open = ways.filter(({ ends }) => !ends);
  const going = open.length === 0 ? ways : open;
  const [first, ...rest] = going;
  if (first === undefined) return false;
  const names = new Map(first.names);
  for (const name of new Set(rest.flatMap((way) => [...way.names.keys()]))) {
    const values = going.map((way) => way.names.get(name));
    if (values.every((value) => value === values[0])) continue;
    names.set(name, join(going.flatMap((way, place) => sealedIn(work, way, values[place]))));
  }
  state.scope.names = names;
  state.guards = rest.reduce((guards, way) => Guards.both(guards, way.guards), first.guards);
  return open.length === 0;
}

function sealedIn(work: Work, { guards }: Way, value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [work.sealed(value, guards)];
}

function stepIf(work: Work, state: State, { test, then, other }: Extract<Stmt, { s: 'if' }>): boolean {
  state.features.decides = true;
  const { yes, no } = conditionOf(evaluate(work, state, test));
  return meet(work, state, [take(work, state, yes, then), take(work, state, no, other)]);
}

/** Loops that lie deeper are gone through once: twice for each would double with every one. */
const MOST_LOOPS = 3;

/** Twice, so that what one turn leaves behind is there in the next. */
function stepLoop(work: Work, state: State, { pattern, over, test, body }: Extract<Stmt, { s: 'loop' }>): boolean {
  const value = over === undefined ? NOTHING : ofElement(evaluate(work, state, over));
  work.loops++;
  for (let turn = 0; turn < (work.loops > MOST_LOOPS ? 1 : 2); turn++) {
    if (pattern !== undefined) bindPattern(work, state, pattern, value, { declares: true, adds: turn > 0 });
    const checks = test === undefined ? [] : conditionOf(evaluate(work, state, test)).yes;
    const way = take(work, state, checks, body);
    meet(work, state, [
      { names: state.scope.names, guards: state.guards, ends: false },
      { ...way, ends: false },
    ]);
  }
  work.loops--;
  return false;
}

function stepTry(work: Work, state: State, { body, handlers, last }: Extract<Stmt, { s: 'try' }>): boolean {
  const before = { names: new Map(state.scope.names), guards: state.guards.copy() };
  const main = take(work, state, [], body);
  const caught = handlers.map((handler) => {
    // A handler runs after any part of the body.
    meet(work, state, [
      { ...before, ends: false },
      { names: main.names, guards: before.guards, ends: false },
    ]);
    return take(work, state, [], handler);
  });
  const ends = meet(work, state, [main, ...caught]);
  return run(work, state, last) || ends;
}

function stepSwitch(work: Work, state: State, { subject, cases }: Extract<Stmt, { s: 'switch' }>): boolean {
  state.features.decides = true;
  const value = evaluate(work, state, subject);
  const hasDefault = cases.some(({ tests }) => tests.length === 0);
  const ways = cases.map(({ tests, body }) => {
    const isTrue = subject.e === 'const';
    const conditions = tests.map((test) => conditionOf(evaluate(work, state, test)).yes);
    const checks = isTrue ? conditions.flat() : tests.length === 0 ? [] : checksOf(value.atoms);
    const way = take(work, state, checks, withoutBreak(body));
    return way;
  });
  const through: Way = { names: state.scope.names, guards: state.guards, ends: false };
  return meet(work, state, hasDefault ? ways : [...ways, through]);
}

/** A `break` at the end of a case leaves the switch, not the block around it. */
function withoutBreak(body: readonly Stmt[]): readonly Stmt[] {
  return body.at(-1)?.s === 'skip' ? body.slice(0, -1) : body;
}
