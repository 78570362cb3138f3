import type { SyntaxNode, SyntaxTree } from '@pawl/syntax';
import { plainCode, words } from '../plain-code.ts';
import { LONGEST_ELEMENT } from './element.ts';
import type { Sign } from './evidence.ts';
import type { Tally } from './tally.ts';

/** A call that makes sure of a value, or brings it into the form that is checked and used. */
const ASSURING =
  /resol|pars|valid|check|clean|sanit|escap|quote|decod|normal|safe|verif|secur|trust|canon|real|basename|strip|ensure|assert|authori/iu;

/**
 * What is used now is what came from outside, and no longer what was made of it: after `file = resolve(name)`, `open(file)` became
 * `open(join(root, name))`.
 */
export function countRawValues(tally: Tally, before: readonly Sign[], now: readonly Sign[], how: string): void {
  for (const sign of before) {
    if ((sign.kind !== 'call' && sign.kind !== 'guard') || !sign.stays) continue;
    const others = now.filter(({ kind, text }) => kind === sign.kind && isSamePlace(sign, text));
    if (!others.some(({ text }) => isRaw(sign, text))) continue;
    tally.add(`${how} value`, sign);
    tally.add(`plainly ${how}`, sign);
  }
}

/** Calls of one name; a guard is known by its function alone. */
function isSamePlace({ kind, text }: Sign, other: string): boolean {
  return kind === 'guard' || text.slice(0, text.indexOf('(')) === other.slice(0, other.indexOf('('));
}

function isRaw({ node, text }: Sign, other: string): boolean {
  const [names, next] = [new Set(words(text)), new Set(words(other))];
  return [...names].some((name) => {
    if (next.has(name)) return false;
    const made = valueOf(name, node);
    if (made === undefined || other.includes(made.callee)) return false;
    return made.given.some((word) => next.has(word) && !names.has(word));
  });
}

interface Made {
  readonly callee: string;
  /** The words of what it is given. */
  readonly given: readonly string[];
}

/** How far up a function may be: what is used deep inside was seldom made outside. */
const FURTHEST = 40;

const ASSURED = /^(?:await )?([\p{L}_$][\p{L}\p{N}_$.]*)\((.{1,200})\)$/u;

/** The assuring call that a name stands for, in the function around. */
function valueOf(name: string, from: SyntaxNode): Made | undefined {
  const { functions } = from.tree.profile;
  let scope: SyntaxNode | undefined = from;
  for (let up = 0; scope?.parent && up < FURTHEST && !functions.includes(scope.kind); up++) scope = scope.parent;
  return scope !== undefined && functions.includes(scope.kind) ? valuesIn(scope).get(name) : undefined;
}

/** Many names are asked for in one function. */
const known = new WeakMap<SyntaxTree, Map<number, ReadonlyMap<string, Made>>>();

function valuesIn(scope: SyntaxNode): ReadonlyMap<string, Made> {
  const scopes = known.get(scope.tree) ?? new Map<number, ReadonlyMap<string, Made>>();
  known.set(scope.tree, scopes);
  const values = scopes.get(scope.id) ?? findValues(scope);
  scopes.set(scope.id, values);
  return values;
}

function findValues(scope: SyntaxNode): ReadonlyMap<string, Made> {
  const { bindings } = scope.tree.profile;
  const values = new Map<string, Made>();
  for (const node of scope.find(bindings.map(({ kind }) => kind))) {
    const binding = bindings.find(({ kind }) => kind === node.kind);
    const name = binding && node.field(binding.name)?.text;
    const value = binding && node.field(binding.value);
    if (name === undefined || value === undefined || value.endOffset - value.startOffset > LONGEST_ELEMENT) continue;
    const [, callee, given] = ASSURED.exec(plainCode(value)) ?? [];
    if (callee === undefined || given === undefined || values.has(name) || !ASSURING.test(callee)) continue;
    values.set(name, { callee, given: words(given) });
  }
  return values;
}
