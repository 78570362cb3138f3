import type { ClassCode } from '../code/code.ts';
import type { ClassSummary } from '../file-summary.ts';
import { keepField } from './bindings.ts';
import { evaluate } from './expressions.ts';
import { readFunction, typeOf } from './functions.ts';
import { NOTHING } from './value.ts';
import type { State, Work } from './work.ts';

export function readClassBody(work: Work, outer: State, code: ClassCode): number {
  const known = work.classIds.get(code);
  if (known !== undefined) return known;
  const methods: Record<string, number> = {};
  const bases = code.bases.flatMap((base): ClassSummary['bases'] => {
    const { reference } = evaluate(work, outer, base);
    return reference === undefined ? [] : [reference];
  });
  const id = work.classes.push({ name: code.name, bases, methods, types: new Map() }) - 1;
  work.classIds.set(code, id);
  if (code.name !== '') outer.scope.names.set(code.name, { ...NOTHING, reference: { r: 'class', id, rest: [] } });
  const state: State = { ...outer, symbol: [outer.symbol, code.name].filter(Boolean).join('.'), classId: id };
  for (const { name, type, value } of code.fields) {
    const found = value === undefined ? NOTHING : evaluate(work, state, value);
    const known = typeOf(state, type);
    keepField(work, state, id, name, { ...found, ...(known === undefined ? {} : { type: known }) });
  }
  // What makes an object is read first: it says what its fields are.
  const inOrder = [...code.methods].sort((a, b) => Number(MAKERS.test(b.name)) - Number(MAKERS.test(a.name)));
  for (const method of inOrder) methods[method.name] = readFunction(work, state, method).id;
  return id;
}

const MAKERS = /^(?:constructor|__init__|__post_init__|setup)$/u;
