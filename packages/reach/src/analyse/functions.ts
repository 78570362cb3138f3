import type { Expr, FunctionCode, Param, Stmt } from '../code/code.ts';
import type { FunctionSummary, ParamRole } from '../file-summary.ts';
import type { DecoratorRule } from '../profile.ts';
import { bindPattern, keepField } from './bindings.ts';
import { Guards } from './guards.ts';
import { leaveWith, run } from './statements.ts';
import { atom, join, ofAtoms, type Value } from './value.ts';
import { codeOf, type Features, lookUp, type State, type Work } from './work.ts';

/**
 * Reads a function and says which it is. One that has a name is read when all around it has been, since it runs later; one that is
 * given to a call is read at once, with what it is `given`.
 */
export function readFunction(
  work: Work,
  state: State,
  code: FunctionCode,
  given?: readonly Value[],
): { readonly id: number } {
  const known = work.functionIds.get(code);
  const id = known ?? work.functions.push({ name: code.name, symbol: '', line: code.at.line, params: [] }) - 1;
  work.functionIds.set(code, id);
  if (code.name !== '' && given === undefined) {
    if (known === undefined) state.later.push(() => readBody(work, state, code, id, undefined));
  } else readBody(work, state, code, id, given);
  return { id };
}

function readBody(work: Work, outer: State, code: FunctionCode, id: number, given: readonly Value[] | undefined): void {
  const params = withoutSelf(work, outer, code.params);
  const symbol = [outer.symbol, code.name].filter((name) => name !== '').join('.');
  const features: Features = { throws: false, decides: false, returns: new Set(), exits: [], agreements: [] };
  const roles = rolesOf(work, code, params);
  const state: State = {
    scope: { names: new Map(), parent: outer.scope },
    guards: outer.guards.copy(),
    fn: id,
    symbol,
    classId: outer.classId,
    features,
    later: [],
    answers: work.answers && (roles.some((role) => role?.kind === 'http') || isRoute(work, code)),
  };
  work.functions[id] = {
    name: code.name,
    symbol,
    line: code.at.line,
    params: params.map(writtenName),
    ...(roles.some(Boolean) ? { roles } : {}),
  };
  params.forEach((param, place) => bindParam(work, state, param, id, place, given?.[place]));
  if (!run(work, state, code.body)) leaveWith(state, undefined);
  for (let later = state.later.shift(); later !== undefined; later = state.later.shift()) later();
  finish(work, outer, id, features);
}

/** What all of these say of each parameter. */
function assured(id: number, params: number, known: readonly Guards[]): FunctionSummary['proves'] {
  const [first, ...rest] = known;
  if (first === undefined) return undefined;
  const common = rest.reduce((a, b) => Guards.both(a, b), first);
  const found = Array.from({ length: params }, (_, place) => {
    const { mask, via } = common.of(atom(`p${id}.${place}`));
    return mask === 0 && via.length === 0
      ? []
      : [[String(place), { mask, ...(via.length === 0 ? {} : { via }) }] as const];
  }).flat();
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** A function around another one refuses what that one refuses. */
function finish(work: Work, outer: State, id: number, { throws, decides, returns, exits, agreements }: Features): void {
  outer.features.throws ||= throws;
  outer.features.decides ||= decides;
  const before = work.functions[id];
  const proves = assured(id, before?.params.length ?? 0, agreements);
  const ensures = assured(id, before?.params.length ?? 0, exits);
  const own = before && {
    ...before,
    ...(proves === undefined ? {} : { proves }),
    ...(ensures === undefined ? {} : { ensures }),
  };
  if (own !== undefined) work.functions[id] = own;
  const isConstant = returns.size <= 1 && !returns.has('');
  if (own !== undefined && !throws && (isConstant ? returns.size === 1 || !decides : !decides))
    work.functions[id] = { ...own, hollow: true };
}

function isRoute(work: Work, { decorators }: FunctionCode): boolean {
  return decorators.some((decorator) => decoratorRules(work, decorator).some(({ kind }) => kind === 'http'));
}

function withoutSelf(work: Work, { classId }: State, params: readonly Param[]): readonly Param[] {
  const first = params[0]?.pattern;
  const isSelf = classId !== undefined && first?.p === 'name' && work.profile.self.test(first.name);
  return isSelf ? params.slice(1) : params;
}

export function paramName({ pattern }: Param): string {
  return pattern.p === 'name' ? pattern.name : '';
}

/** A parameter that takes all that is left starts with a `*`. */
function writtenName(param: Param): string {
  return `${param.rest ? '*' : ''}${paramName(param)}`;
}

function bindParam(work: Work, state: State, param: Param, id: number, place: number, given: Value | undefined): void {
  const type = typeOf(state, param.type);
  const own = ofAtoms([atom(`p${id}.${place}`)]);
  const value: Value = { ...(given === undefined ? own : join([given, own])), ...(type === undefined ? {} : { type }) };
  bindPattern(work, state, param.pattern, value, { declares: true, adds: false });
  if (param.isField && state.classId !== undefined) keepField(work, state, state.classId, paramName(param), value);
}

/** The class that a type names, where the file knows one of that name. */
export function typeOf(state: State, type: string | undefined): Value['type'] {
  const name = type === undefined ? undefined : /^[A-Z]\w*/u.exec(type.replace(/^['"]/u, ''))?.[0];
  const reference = name === undefined ? undefined : lookUp(state.scope, name)?.reference;
  return reference?.r === 'class' || reference?.r === 'import' ? reference : undefined;
}

function rolesOf(work: Work, code: FunctionCode, params: readonly Param[]): readonly (ParamRole | null)[] {
  const rules = code.decorators.flatMap((decorator) => decoratorRules(work, decorator));
  const action = directiveOf(code.body);
  const entry = work.profile.fileEntries.find(
    ({ directive }) => directive !== undefined && action !== undefined && directive.test(action),
  );
  const route = code.decorators.map((decorator) => codeOf(work, decorator.at)).join(' ');
  return params.map((param, place) => {
    const decorated = decoratedRole(work, param);
    if (decorated !== undefined) return decorated;
    const rule = rules.find(({ params: which }) => which !== 'first' || place === 0);
    if (rule !== undefined) return routedRole(work, rule, param, route);
    if (entry !== undefined) return { role: 'value', kind: entry.kind };
    return byConvention(work, param, place) ?? afterRequest(work, code, params, place);
  });
}

export function directiveOf(body: readonly Stmt[]): string | undefined {
  const first = body[0];
  return first?.s === 'expr' && first.value.e === 'const' ? first.value.text : undefined;
}

function decoratorRules(work: Work, decorator: Expr): readonly DecoratorRule[] {
  const code = codeOf(work, decorator.at);
  return work.profile.decorators.filter(({ match }) => match.test(code));
}

function decoratedRole(work: Work, { decorators }: Param): ParamRole | null | undefined {
  for (const decorator of decorators) {
    const code = codeOf(work, decorator.at);
    const name = /^\w+/u.exec(code)?.[0] ?? '';
    const rule = work.profile.paramDecorators.find(({ name: pattern }) => pattern.test(name));
    if (rule !== undefined) return work.profile.safeTypes.test(code) ? null : { role: rule.role, kind: rule.kind };
  }
  return decorators.length > 0 ? null : undefined;
}

/** A parameter of a route: the request itself, what the framework provides, what a type or a converter made harmless, or data. */
function routedRole(work: Work, { kind }: DecoratorRule, param: Param, route: string): ParamRole | null {
  const { profile } = work;
  const name = paramName(param);
  if (
    profile.requestParam.type.test(param.type ?? '') ||
    (param.type === undefined && profile.requestParam.name.test(name))
  )
    return { role: 'request', kind };
  const fallback = param.fallback === undefined ? '' : codeOf(work, param.fallback.at);
  if (profile.provided.test(fallback) || (param.type !== undefined && profile.safeTypes.test(param.type))) return null;
  if (new RegExp(`\\b(?:int|uuid|float|UUID):${name}\\b`, 'u').test(route)) return null;
  return { role: 'value', kind };
}

/** `def get(self, request, name)`: the route names the rest. */
function afterRequest(work: Work, { name }: FunctionCode, params: readonly Param[], place: number): ParamRole | null {
  const [first] = params;
  const param = params[place];
  if (place === 0 || first === undefined || param === undefined || param.rest || !work.profile.routedMethods.test(name))
    return null;
  const isView = byConvention(work, first, 0) !== null && !work.profile.safeTypes.test(param.type ?? '');
  return isView && paramName(param) !== 'format' ? { role: 'value', kind: 'http' } : null;
}

function byConvention({ profile }: Work, param: Param, place: number): ParamRole | null {
  if (place > 1) return null;
  const isTyped = param.type !== undefined && profile.requestParam.type.test(param.type);
  if (!isTyped && !profile.requestParam.name.test(paramName(param))) return null;
  return { role: 'request', kind: 'http', byName: true };
}
