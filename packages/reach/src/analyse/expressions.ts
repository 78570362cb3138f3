import type { Expr } from '../code/code.ts';
import { LISTED, MIXED, QUERY, TAG } from '../file-summary.ts';
import { maskOf } from '../sink-kind.ts';
import { bindPattern } from './bindings.ts';
import { evaluateCall } from './calls.ts';
import { conditionOf, evaluateChoice, evaluateComparison, evaluateEach, evaluateLogic } from './decisions.ts';
import { dottedNames } from './dotted.ts';
import { readClassBody } from './classes.ts';
import { readFunction } from './functions.ts';
import { markedValue } from './marked.ts';
import { superOf } from './modules.ts';
import { checkAssignedSinks } from './sinks.ts';
import { allAtoms, join, marked, member, NOTHING, ofAtoms, type Value } from './value.ts';
import { lookUp, type State, type Work } from './work.ts';

/** What a value may hold, and what evaluating it does. */
export function evaluate(work: Work, state: State, expr: Expr): Value {
  work.steps++;
  const value = evaluatePlain(work, state, expr);
  return work.marks === undefined ? value : markedValue(work, state, expr, value);
}

function evaluatePlain(work: Work, state: State, expr: Expr): Value {
  switch (expr.e) {
    case 'const':
      return expr.text === undefined ? NOTHING : { ...NOTHING, text: expr.text };
    case 'name':
      return evaluateName(work, state, expr);
    case 'member':
      return evaluateMember(work, state, expr);
    case 'index':
      return evaluateIndex(work, state, expr);
    case 'call':
      return evaluateCall(work, state, expr);
    case 'mix':
      return evaluateMix(work, state, expr.parts);
    case 'object':
      return evaluateObject(work, state, expr.entries);
    case 'list':
    case 'many':
      return expr.e === 'list' ? marked(joined(work, state, expr.items), 0, LISTED) : joined(work, state, expr.parts);
    case 'function':
      return { ...NOTHING, reference: { r: 'function', id: readFunction(work, state, expr.fn).id } };
    case 'class':
      return { ...NOTHING, reference: { r: 'class', id: readClassBody(work, state, expr.code), rest: [] } };
    case 'assign':
      return evaluateAssign(work, state, expr);
    case 'each':
      return evaluateEach(work, state, expr);
    case 'choice':
      return evaluateChoice(work, state, expr);
    case 'logic':
      return evaluateLogic(work, state, expr);
    case 'not': {
      const { yes, no } = conditionOf(evaluate(work, state, expr.value));
      return { ...NOTHING, condition: { yes: no, no: yes } };
    }
    case 'compare':
      return evaluateComparison(work, state, expr);
  }
}

/** What is put together is none of its parts; a lone part is itself. */
function joined(work: Work, state: State, parts: readonly Expr[]): Value {
  const values = parts.map((part) => evaluate(work, state, part));
  const whole = join(values);
  return parts.length < 2
    ? whole
    : { atoms: whole.atoms, ...(whole.fields === undefined ? {} : { fields: whole.fields }) };
}

function evaluateName(work: Work, state: State, expr: Extract<Expr, { e: 'name' }>): Value {
  if (work.profile.self.test(expr.name) && state.classId !== undefined)
    return { ...NOTHING, type: { r: 'class', id: state.classId, rest: [] } };
  if (expr.name === 'super') return superOf(work, state);
  const known = sourceOf(work, state, expr) ?? lookUp(state.scope, expr.name);
  // `const run = eval`: what the tables know by name stays known under another.
  return known ?? (work.rulesOf([expr.name]).length === 0 ? NOTHING : { ...NOTHING, alias: expr.name });
}

function evaluateMember(work: Work, state: State, expr: Extract<Expr, { e: 'member' }>): Value {
  const source = sourceOf(work, state, expr);
  if (source !== undefined) return source;
  if (isExports(work, state, expr)) return { ...NOTHING, alias: 'module.exports' };
  const object = evaluate(work, state, expr.object);
  return memberOf(work, state, object, expr.name);
}

export function memberOf(work: Work, state: State, object: Value, name: string): Value {
  const condition = conditionOfMember(object, name);
  if (work.profile.harmlessMembers.test(name)) return { ...NOTHING, ...(condition === undefined ? {} : { condition }) };
  const found = member(object, name);
  if (condition !== undefined) return { ...found, condition };
  const { type } = object;
  if (type === undefined || (type.r === 'import' && !work.profile.ownModule.test(type.from))) return found;
  const method: Value = { ...found, reference: { r: 'method', name, type } };
  if (type.r !== 'class' || type.id !== state.classId) return method;
  const known = work.classes[type.id]?.types.get(name);
  return join([
    method,
    known ?? NOTHING,
    ofAtoms([{ base: `f${type.id}.${name}`, path: '', mask: 0, traits: 0, via: [] }]),
  ]);
}

/** `result.success`, `!errors.isEmpty()`: the outcome of a check, kept in an object. */
function conditionOfMember({ condition }: Value, name: string): Value['condition'] {
  if (condition === undefined) return undefined;
  if (/^(?:success|valid|ok|isValid|isEmpty|is_valid|passed|length|size)$/u.test(name)) return condition;
  if (/^(?:errors?|array|issues|failed|messages?)$/u.test(name))
    return condition.turned ? condition : { yes: condition.no, no: condition.yes, turned: true };
  return undefined;
}

function evaluateIndex(work: Work, state: State, expr: Extract<Expr, { e: 'index' }>): Value {
  const object = evaluate(work, state, expr.object);
  evaluate(work, state, expr.index);
  return join([ofAtoms(object.atoms), ...(object.fields?.values() ?? [])]);
}

/** A source by its name in the tables: the part of the expression that is one, and the path below it. */
export function sourceOf(work: Work, state: State, expr: Expr): Value | undefined {
  for (const name of dottedNames(expr, state.scope)) {
    const found = work.sourceRule(name);
    if (found === undefined) continue;
    const base = ofAtoms([work.source(found.kind, found.text, state, expr.at.line)]);
    return found.below.reduce(member, base);
  }
  return undefined;
}

const FIXED_PLACE = maskOf(['network', 'redirect']);

const QUERY_WORDS =
  /\b(?:select|insert|update|delete|from|where|order by|and|or|like|values|join|limit|set|drop|create|alter|in|call)\b|[=<>]/iu;

function evaluateMix(work: Work, state: State, parts: readonly Expr[]): Value {
  // Lists that are joined are no text.
  if (parts.some(({ e }) => e === 'list' || e === 'each')) return joined(work, state, parts);
  const values = parts.map((part) => evaluate(work, state, part));
  const text = values.map((value) => value.text ?? '').join(' ');
  const traits = MIXED | (/<[a-z!/]/iu.test(text) ? TAG : 0) | (QUERY_WORDS.test(text) ? QUERY : 0);
  const mixed = values.map((value, place) => marked(ofAtoms(allAtoms(value)), leading(parts.slice(0, place)), traits));
  return ofAtoms(join(mixed).atoms);
}

/** A host that stands before it is chosen by nobody any more: only an open `https://` leaves the choice. */
function leading(before: readonly Expr[]): number {
  const isOpen =
    before.every((part) => part.e === 'const') && /^\s*(?:(?:[a-z]+:)?\/\/[^/?#]*)?$/iu.test(textOf(before));
  return isOpen ? 0 : FIXED_PLACE;
}

function textOf(parts: readonly Expr[]): string {
  return parts.map((part) => (part.e === 'const' ? (part.text ?? '') : '')).join('');
}

function evaluateObject(work: Work, state: State, entries: Extract<Expr, { e: 'object' }>['entries']): Value {
  const fields = new Map<string, Value>();
  const spread: Value[] = [];
  for (const { key, value } of entries) {
    const found = evaluate(work, state, value);
    if (key === undefined) spread.push(found);
    else fields.set(key, found);
  }
  const { atoms, fields: more } = join(spread);
  return { atoms, fields: more === undefined ? fields : new Map([...more, ...fields]) };
}

function evaluateAssign(work: Work, state: State, expr: Extract<Expr, { e: 'assign' }>): Value {
  const value = evaluate(work, state, expr.value);
  const { target } = expr;
  if (target.p === 'place') checkAssignedSinks(work, state, target.place, expr, value);
  bindPattern(work, state, target, value, { declares: work.profile.assignmentDeclares, adds: expr.adds });
  return target.p === 'place' && isExports(work, state, target.place) ? { ...value, alias: 'module.exports' } : value;
}

/** `const Users = module.exports`: what is put into it is exported. */
function isExports({ profile }: Work, state: State, expr: Expr): boolean {
  return (
    profile.modules === 'paths' &&
    state.scope.parent === undefined &&
    expr.e === 'member' &&
    expr.name === 'exports' &&
    dottedNames(expr, state.scope)[0] === 'module.exports'
  );
}
