import { callParts, codeChildren, type SyntaxNode } from '@pawl/syntax';
import { type Change, type Side, sidesOf } from '../change.ts';
import { plainCode } from '../plain-code.ts';
import { LONGEST_ELEMENT } from './element.ts';
import { spend } from '../work.ts';
import type { Trace } from './lost-and-gained.ts';

/** The least that must stand around a call for its place to be known again: `f(` and `)` alone are everywhere. */
const LEAST_AROUND = 3;

/**
 * The calls among these whose argument or object now stands where the call stood: `f(escape(x))` became `f(x)`, `a + b.trim()`
 * became `a + b`.
 */
export function peeled(calls: readonly Trace[], change: Change, other: Side['which']): readonly Trace[] {
  let code: string | undefined;
  return calls.filter((trace) => {
    if (trace.kind !== 'call') return false;
    const bare = withoutCall(trace.node);
    if (bare.length === 0) return false;
    code ??= sidesOf(change, other)
      .map(({ tree }) => plainCode(tree.root))
      .join('\n');
    spend(change, bare.length * code.length);
    return bare.some((text) => code?.includes(text));
  });
}

/** The code around a call with one of its arguments, or what it is called on, in its place. */
function withoutCall(node: SyntaxNode): readonly string[] {
  const around = placeOf(node);
  const call = callParts(node);
  if (!around || !call || around.endOffset - around.startOffset > 3 * LONGEST_ELEMENT) return [];
  const whole = plainCode(around);
  const text = plainCode(node);
  const at = whole.indexOf(text);
  if (at === -1 || whole.length - text.length < LEAST_AROUND) return [];
  const [before, after] = [whole.slice(0, at), whole.slice(at + text.length)];
  return coresOf(node, call.list).map((core) => before + core + after);
}

/** What a call stands in. A list of arguments says too little without the call that it belongs to. */
function placeOf({ parent }: SyntaxNode): SyntaxNode | undefined {
  const outer = parent?.parent;
  return outer && callParts(outer)?.list.id === parent.id ? outer : parent;
}

function coresOf(node: SyntaxNode, list: SyntaxNode): readonly string[] {
  const given = codeChildren(list);
  const callee = node.children[0];
  const object = given.length === 0 && callee ? codeChildren(callee)[0] : undefined;
  return [given[0], object].flatMap((core) => (core ? [plainCode(core)] : [])).filter((core) => core.length > 0);
}
