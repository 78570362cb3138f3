import type { Node } from '../ast/node.ts';
import { isDead } from '../ast/flow-of-control.ts';
import { findKind, start } from '../ast/nodes.ts';
import { findAll } from '../ast/pattern.ts';
import type { MustStayPromise, Pattern } from '../contract.ts';
import type { ContractEvaluation, Match } from '../file-evaluation.ts';
import type { Subject } from './evaluate.ts';
import { capturesOf, matchOf } from './match-of.ts';

/** What stands, is called and comes in order. What is gone is seen by who compares: here is only what is there. */
export function evaluateMustStay(promise: MustStayPromise, subject: Subject): Omit<ContractEvaluation, 'id'> {
  const matches = [
    ...promise.exists.flatMap((pattern) => existing(pattern, promise, subject)),
    ...promise.called.flatMap((name) => calls(name, subject)),
    ...(promise.order.length > 0 ? ordered(promise, subject) : []),
  ];
  return { subjects: matches.length, matches };
}

/** A pattern as a part of a promise is named. */
export function partName(pattern: Pattern): string {
  return typeof pattern === 'string' ? pattern : (JSON.stringify(pattern) ?? '');
}

function existing(pattern: Pattern, { where }: MustStayPromise, { root, language }: Subject): readonly Match[] {
  return findAll(root, [pattern], where, language)
    .filter((node) => !isDead(node, root))
    .map((node) =>
      matchOf(node, { held: true, why: 'is there', part: partName(pattern) }, capturesOf(node, [pattern])),
    );
}

function calls(name: string, { root, language }: Subject): readonly Match[] {
  const kind = language === 'python' ? 'call' : 'call_expression';
  return findKind(root, kind)
    .filter((node) => isCalleeOf(node, name) && !isDead(node, root))
    .map((node) => matchOf(node, { held: true, why: 'is called', part: `${name}()` }, new Map()));
}

/** A plain name is also called as a method: `auth.requireAdmin()`. */
function isCalleeOf(call: Node, name: string): boolean {
  const callee = call.field('function')?.text().replaceAll('?.', '.') ?? '';
  return callee === name || (!name.includes('.') && callee.endsWith(`.${name}`));
}

function ordered({ order, where }: MustStayPromise, { root, language }: Subject): readonly Match[] {
  const places = order.map((pattern) => findAll(root, [pattern], where, language).find((node) => !isDead(node, root)));
  const present = places.filter((node) => node !== undefined);
  const first = present[0];
  if (first === undefined || present.length < 2) return [];
  const part = orderName(order);
  return order.map((pattern, index) => {
    const node = places[index];
    const name = partName(pattern);
    if (node === undefined) {
      const match = matchOf(first, { held: false, why: `\`${name}\` is missing from the order`, part }, new Map());
      return { ...match, code: `missing ${name}`, key: name };
    }
    const later = places.slice(0, index).findIndex((before) => before !== undefined && start(before) > start(node));
    const before = order[later];
    const why = before === undefined ? 'comes in order' : `comes before \`${partName(before)}\``;
    return {
      ...matchOf(node, { held: before === undefined, why, part }, new Map()),
      code: `order of ${name}`,
      key: name,
    };
  });
}

export function orderName(order: readonly Pattern[]): string {
  return order.map(partName).join(' → ');
}
