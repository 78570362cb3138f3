import type { CallExpr } from '../code/code.ts';
import type { Reference } from '../file-summary.ts';
import type { Value } from './value.ts';
import type { State, Work } from './work.ts';

interface Callee {
  readonly expr: CallExpr;
  readonly names: readonly string[];
  readonly method: string;
  readonly receiver: Value | undefined;
  readonly callee: Value;
}

/** The code of the project that a call may run; undefined for what is known to be somebody else's. */
export function referenceOf(
  work: Work,
  state: State,
  { expr, names, method, receiver, callee }: Callee,
): Reference | undefined {
  const { reference } = callee;
  if (reference?.r === 'import') return isOwn(work, names, reference) ? reference : undefined;
  if (reference !== undefined) return reference;
  if (receiver !== undefined) return methodOf(work, method, receiver, expr);
  const param = callee.atoms.find(({ base, path }) => base.startsWith('p') && path === '');
  if (param !== undefined) return paramOf(param.base);
  if (work.hasStarImport && state.scope.parent !== undefined && /^\w+$/u.test(method))
    return { r: 'import', from: `.${stemOf(work.file)}`, name: method, rest: [] };
  return undefined;
}

/** The name of the file itself: it exports again what it imports under a star. */
function stemOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/u, '');
}

/** What the tables know by its name is a library's, even where a folder of the project has the name of the library. */
function isOwn(work: Work, names: readonly string[], { from }: Extract<Reference, { r: 'import' }>): boolean {
  const { profile } = work;
  if (!profile.ownModule.test(from)) return false;
  if (from.startsWith('.') || profile.modules === 'paths') return true;
  const isWithin = names.some((name) => name.startsWith(`${from}.`));
  return !isWithin || (work.rulesOf(names).length === 0 && names.every((name) => work.sourceRule(name) === undefined));
}

function methodOf(work: Work, name: string, receiver: Value, { callee }: CallExpr): Reference | undefined {
  const { type, reference } = receiver;
  if (type?.r === 'import' && !work.profile.ownModule.test(type.from)) return undefined;
  if (type !== undefined) return { r: 'method', name, type };
  if (reference?.r === 'class') return { r: 'method', name, type: reference };
  if (reference?.r === 'import' && !work.profile.ownModule.test(reference.from)) return undefined;
  if (work.profile.builtinMethods.test(name) || name === '') return undefined;
  // What a library made has the library's methods.
  if (receiver.alias !== undefined || callee.e !== 'member') return undefined;
  return { r: 'method', name };
}

export function paramOf(base: string): Reference | undefined {
  const [, fn, place] = /^p(\d+)\.(\d+)$/u.exec(base) ?? [];
  return fn === undefined || place === undefined ? undefined : { r: 'param', fn: Number(fn), place: Number(place) };
}
