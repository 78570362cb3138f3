import type { Expr, Pattern } from '../code/code.ts';
import { dottedNames } from './dotted.ts';
import { evaluate, memberOf } from './expressions.ts';
import { join, type Value } from './value.ts';
import { lookUp, type Scope, type State, type Work } from './work.ts';

interface How {
  /** It makes names of this function. */
  readonly declares: boolean;
  /** What was there before stays. */
  readonly adds: boolean;
}

/** A value gets the names of a pattern. */
export function bindPattern(work: Work, state: State, pattern: Pattern, value: Value, how: How): void {
  switch (pattern.p) {
    case 'name':
      return bindName(state.scope, pattern.name, value, how);
    case 'place':
      return bindPlace(work, state, pattern.place, value);
    case 'object':
      for (const { key, pattern: part } of pattern.entries)
        bindPattern(work, state, part, key === undefined ? value : memberOf(work, state, value, key), how);
      return;
    case 'list':
      for (const item of pattern.items) bindPattern(work, state, item, ofElement(value), how);
      return;
    case 'default':
      return bindPattern(work, state, pattern.pattern, join([value, evaluate(work, state, pattern.value)]), how);
  }
}

/** One of what a list holds. */
export function ofElement({ atoms, fields }: Value): Value {
  return { atoms, ...(fields === undefined ? {} : { fields }) };
}

function bindName(scope: Scope, name: string, given: Value, { declares, adds }: How): void {
  const owner = declares ? scope : ownerOf(scope, name);
  const before = owner.names.get(name);
  const value = ERROR_NAME.test(name) ? turned(given) : given;
  // What another function may have put there stays, for nobody knows which ran last.
  const stays = before !== undefined && (adds || owner !== scope);
  owner.names.set(name, stays ? join([before, value]) : value);
}

/** What holds an error is there where a check failed. */
const ERROR_NAME = /^(?:\w*[eE]rr(?:or)?s?|problems?|invalid\w*|violations?|issues?|failures?|reason)$/u;

function turned(value: Value): Value {
  if (value.condition === undefined || value.condition.turned) return value;
  const { yes, no } = value.condition;
  return { ...value, condition: { yes: no, no: yes, turned: true } };
}

function ownerOf(scope: Scope, name: string): Scope {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) if (at.names.has(name)) return at;
  return scope;
}

/** `a.b = x`: a field of this class, an export, or a part of what a name holds. */
function bindPlace(work: Work, state: State, place: Expr, value: Value): void {
  if (place.e !== 'member' && place.e !== 'index') return;
  const key = place.e === 'member' ? place.name : undefined;
  exportPlace(work, state, place, value);
  if (place.object.e === 'name' && work.profile.self.test(place.object.name) && state.classId !== undefined) {
    if (key === undefined) return;
    keepField(work, state, state.classId, key, value);
    return;
  }
  const root = rootOf(place);
  const owner = root === undefined ? undefined : ownerOf(state.scope, root);
  const before = root === undefined ? undefined : owner?.names.get(root);
  if (root === undefined || owner === undefined || before === undefined) return;
  owner.names.set(root, { ...before, ...withPart(before, partAt(place, ofElement(value))) });
}

/** A value in its place: `a.b.c = x` puts it into `b` of `a`, and into nothing else of `a`. */
function partAt(place: Expr, value: Value): Value {
  if (place.e === 'member') return partAt(place.object, { atoms: [], fields: new Map([[place.name, value]]) });
  return place.e === 'index' ? partAt(place.object, value) : value;
}

function withPart(before: Value, part: Value): Pick<Value, 'atoms' | 'fields'> {
  const { atoms, fields } = join([{ atoms: before.atoms, ...(before.fields ? { fields: before.fields } : {}) }, part]);
  return { atoms, ...(fields === undefined ? {} : { fields }) };
}

export function keepField(work: Work, state: State, classId: number, name: string, value: Value): void {
  work.flow(state, value, `f${classId}.${name}`);
  const { type, made, alias, reference } = value;
  if (type === undefined && made === undefined && alias === undefined && reference === undefined) return;
  const types = work.classes[classId]?.types;
  types?.set(name, {
    atoms: [],
    ...(type === undefined ? {} : { type }),
    ...(made === undefined ? {} : { made }),
    ...(alias === undefined ? {} : { alias }),
    ...(reference === undefined ? {} : { reference }),
  });
}

function rootOf(expr: Expr): string | undefined {
  let at: Expr = expr;
  while (at.e === 'member' || at.e === 'index') at = at.object;
  return at.e === 'name' ? at.name : undefined;
}

/** `module.exports = x`, `exports.name = x`. */
function exportPlace(work: Work, state: State, place: Expr, value: Value): void {
  if (state.scope.parent !== undefined || place.e !== 'member') return;
  const [name = ''] = dottedNames(place, state.scope);
  const own = /^(?:module\.)?exports\.(\w+)$/u.exec(name)?.[1];
  if (name === 'module.exports') exportValue(work, 'default', value);
  else if (own !== undefined) exportValue(work, own, value);
}

/** What others may import by a name, and what is in it. */
export function exportValue(work: Work, name: string, value: Value): void {
  const reference = value.reference ?? value.type;
  const members = Object.fromEntries(
    [...(value.fields ?? [])].flatMap(([key, field]) =>
      field.reference === undefined ? [] : [[key, field.reference]],
    ),
  );
  const before = work.exports[name];
  work.exports[name] = {
    ...before,
    ...(reference === undefined ? {} : { reference }),
    ...(Object.keys(members).length === 0 ? {} : { members: { ...before?.members, ...members } }),
  };
}

export function exportName(work: Work, state: State, name: string, as: string): void {
  const value = lookUp(state.scope, name);
  if (value !== undefined) exportValue(work, as, value);
}
