import type { Node } from '../ast/node.ts';
import { argumentsOf, callIn, isFunction, isWithin, parts, start } from '../ast/nodes.ts';

/** A match lies in the arguments of a call, and in no function given there. */
export function isInArguments(found: Node, call: Node): boolean {
  const holder = argumentsOf(call).find((argument) => isWithin(found, argument));
  return holder !== undefined && !isInFunction(found, holder);
}

/** Where frameworks take middleware: before the last argument, or in a list or an options object. */
export function isMiddleware(found: Node, call: Node): boolean {
  const all = argumentsOf(call);
  const holder = all.find((argument) => isWithin(found, argument));
  if (holder === undefined || isInFunction(found, holder)) return false;
  if (holder.kind() === 'object' || holder.kind() === 'dictionary') return true;
  const last = all.at(-1);
  if (holder.id() !== last?.id()) return true;
  // `wrap(requireAdmin, handler)`, `[requireAdmin, handler]`: the last thing in it is the handler.
  const inner = holder.kind() === 'array' || holder.kind() === 'list' ? parts(holder) : argumentsOf(holder);
  const lastInner = inner.at(-1);
  if (inner.length === 0 || lastInner === undefined) return false;
  return start(found) < start(lastInner) && !isWithin(found, lastInner);
}

function isInFunction(found: Node, holder: Node): boolean {
  if (isFunction(holder)) return true;
  return found.ancestors().some((ancestor) => isFunction(ancestor) && isWithin(ancestor, holder));
}

/** A keyword argument, or a property of an object that is given as an argument, whose value is not nothing. */
export function hasOption(node: Node, names: readonly string[]): boolean {
  const call = callIn(node);
  if (call === undefined) return false;
  return argumentsOf(call).some((argument) => {
    if (argument.kind() === 'keyword_argument') return isNamed(argument, 'name', names);
    if (argument.kind() === 'object') return parts(argument).some((one) => isOption(one, names));
    return false;
  });
}

function isOption(entry: Node, names: readonly string[]): boolean {
  if (entry.kind() === 'shorthand_property_identifier') return names.includes(entry.text());
  return entry.kind() === 'method_definition' ? isNamed(entry, 'name', names) : isNamed(entry, 'key', names);
}

const NOTHING = /^(?:None|null|undefined|void 0)$/u;

function isNamed(entry: Node, field: string, names: readonly string[]): boolean {
  const name =
    entry
      .field(field)
      ?.text()
      .replace(/^['"]|['"]$/gu, '') ?? '';
  const value = entry.field('value')?.text() ?? '';
  return names.includes(name) && !NOTHING.test(value);
}
