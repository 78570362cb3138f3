import type { CallExpr, Stmt } from '../code/code.ts';
import { dottedNames } from './dotted.ts';
import { evaluate } from './expressions.ts';
import { NOTHING, type Value } from './value.ts';
import type { State, Work } from './work.ts';

/** What an import binds: the code of the project by a reference, a library's by its name. */
export function bindImport(work: Work, state: State, { from, names }: Extract<Stmt, { s: 'import' }>): void {
  for (const { name, as } of names) {
    if (as === '*') work.hasStarImport = true;
    else state.scope.names.set(as, imported(work, from, name));
  }
}

export function imported({ profile }: Work, from: string, name: string): Value {
  const module = from.replace(/^node:/u, '');
  const isWhole = name === '*' || name === 'default';
  const alias = isWhole ? module : `${module}.${name}`;
  const isFile = profile.modules === 'paths' ? profile.ownModule.test(from) : from.startsWith('.');
  return { ...NOTHING, reference: { r: 'import', from, name, rest: [] }, ...(isFile ? {} : { alias }) };
}

/** What is written as a call and is more: a module that is loaded, a class above, a value that a generator hands out, a function that is wrapped. */
export function specialCall(work: Work, state: State, { callee, args }: CallExpr): Value | undefined {
  const first = args[0]?.value;
  if (callee.e === 'name' && callee.name === 'super') return superOf(work, state);
  if (first === undefined) return undefined;
  if (callee.e === 'name' && (callee.name === 'require' || callee.name === 'import'))
    return first.e === 'const' && first.text !== undefined ? imported(work, first.text, '*') : undefined;
  if (callee.e === 'name' && callee.name === '@yield') {
    work.flow(state, evaluate(work, state, first), `t${state.fn}`);
    return NOTHING;
  }
  const [name = ''] = dottedNames(callee, state.scope);
  if (!WRAPPERS.test(name)) return undefined;
  const value = evaluate(work, state, first);
  return value.reference === undefined && value.alias === undefined ? undefined : value;
}

/** An object as what its class extends knows it. */
export function superOf(work: Work, { classId }: State): Value {
  const base = classId === undefined ? undefined : work.classes[classId]?.bases[0];
  return base === undefined ? NOTHING : { ...NOTHING, type: base };
}

const WRAPPERS =
  /^(?:util\.promisify|promisify|pify|(?:express-)?async-?handler(?:\.default)?|express-async-handler|\w*(?:asyncHandler|catchAsync|wrapAsync|asyncWrap|tryCatch|catchErrors|asyncMiddleware)|(?:functools\.)?partial|wrap|memoize|cache|once|debounce)$/u;
