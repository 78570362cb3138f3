import type { Expr } from '../code/code.ts';
import type { EntryPoint, Reference } from '../file-summary.ts';
import type { Registration } from '../profile.ts';
import type { Call } from './calls.ts';
import type { Value } from './value.ts';
import { codeOf, type State, type Work } from './work.ts';

/** A call that hands functions of the project to a framework. */
export function registerHandlers(work: Work, _state: State, call: Call): void {
  const { profile, registered } = work;
  if (registered.has(call.expr)) return;
  registered.add(call.expr);
  for (const rule of profile.registrations) {
    if (!call.names.some((name) => rule.callee.test(name))) continue;
    if (rule.routed && call.expr.args[0]?.value.e !== 'const' && call.expr.args[0]?.value.e !== 'mix') continue;
    const handlers = handlersOf(call, rule);
    if (handlers.length === 0) continue;
    const defences = defencesOf(work, call);
    const label = labelOf(call);
    for (const reference of handlers) work.entries.push(entryOf(rule, reference, label, defences));
    return;
  }
}

function entryOf(rule: Registration, reference: Reference, label: string, defences: Defences): EntryPoint {
  const converted = [
    ...label.matchAll(/[<{]\s*(?:int|uuid|float|slug|date)\s*:\s*(\w+)|\{(\w+):(?:int|uuid|float)\}/gu),
  ];
  const names = converted.map(([, a, b]) => a ?? b ?? '');
  return {
    reference,
    kind: rule.kind,
    roles: rule.roles.map((role) => role ?? null),
    label,
    ...(defences.validated ? { validated: true as const } : {}),
    ...(defences.validators.length === 0 ? {} : { validators: defences.validators }),
    ...(names.length === 0 ? {} : { converted: names }),
  };
}

function handlersOf({ args, expr }: Call, { from, entries }: Registration): readonly Reference[] {
  const places = from === undefined ? [] : args.slice(from);
  const listed = places.flatMap((value, place) => {
    const arg = expr.args[(from ?? 0) + place]?.value;
    return arg?.e === 'call' && value.reference === undefined ? [] : (value.reference ?? []);
  });
  const named = args.flatMap(({ fields }) => (entries ?? []).flatMap((name) => inEntry(fields?.get(name))));
  return [...listed, ...named];
}

function inEntry(value: Value | undefined): readonly Reference[] {
  if (value === undefined) return [];
  const nested = value.fields?.get('handler')?.reference;
  return [...(value.reference === undefined ? [] : [value.reference]), ...(nested === undefined ? [] : [nested])];
}

function labelOf({ method, expr }: Call): string {
  const first = expr.args[0]?.value;
  return `${method.toUpperCase()} ${first?.e === 'const' ? (first.text ?? '') : ''}`.trim();
}

interface Defences {
  readonly validated: boolean;
  readonly validators: readonly Reference[];
}

/** Middleware and options beside the handlers that validate by their name; what the project wrote itself is looked at later. */
function defencesOf(work: Work, { expr }: Call): Defences {
  const parts = expr.args.flatMap(({ value }) => (value.e === 'list' ? value.items : [value]));
  const named = parts.filter(
    (part) => part.e !== 'function' && work.profile.validatingMiddleware.test(codeWithoutFunctions(work, part)),
  );
  return { validated: named.length > 0, validators: named.flatMap((part) => referenceIn(work, part)) };
}

/** The code of an option, and not of a handler that stands among the options. */
function codeWithoutFunctions(work: Work, part: Expr): string {
  if (part.e !== 'object') return codeOf(work, part.at);
  return part.entries
    .map(({ key, value }) => (value.e === 'function' ? '' : `${key ?? ''}:${codeOf(work, value.at)}`))
    .join();
}

function referenceIn(work: Work, part: Expr): readonly Reference[] {
  const id = part.e === 'call' ? work.callIds.get(part) : undefined;
  const site = id === undefined ? undefined : work.calls[id];
  return site === undefined ? [] : [site.reference];
}
