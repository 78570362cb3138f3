import type { SyntaxNode } from '@pawl/syntax';
import { type Change, type Side, sidesOf, touched } from '../change.ts';
import { words } from '../plain-code.ts';
import type { Element } from './element.ts';

const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

/**
 * The names that a change gave to what it declares itself: old name → new name. Only a name that base declares and head no
 * longer has, against one that head declares and base did not have, can be a rename; `escape(x)` that became `same(x)` is none,
 * because neither is declared here.
 */
export function renames(
  lost: readonly Element[],
  gained: readonly Element[],
  change: Change,
): ReadonlyMap<string, string> {
  const olds = vanished(change, 'base', 'head');
  if (olds.size === 0) return new Map();
  const news = vanished(change, 'head', 'base');
  if (news.size === 0) return new Map();
  const votes = new Map<string, Map<string, number>>();
  for (const [before, after] of alikePairs(lost, gained)) {
    const [a, b] = [before.text.match(NAME) ?? [], after.text.match(NAME) ?? []];
    a.forEach((old, index) => {
      const name = b[index];
      if (name === undefined || !olds.has(old) || !news.has(name)) return;
      const counts = votes.get(old) ?? new Map<string, number>();
      counts.set(name, (counts.get(name) ?? 0) + 1);
      votes.set(old, counts);
    });
  }
  return new Map([...votes].map(([old, counts]) => [old, [...counts].sort((x, y) => y[1] - x[1])[0]?.[0] ?? old]));
}

export function renamed(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(NAME, (name) => names.get(name) ?? name);
}

/** Elements of both versions that are the same but for names, first with first. */
function alikePairs(lost: readonly Element[], gained: readonly Element[]): readonly (readonly [Element, Element])[] {
  const waiting = new Map<string, Element[]>();
  for (const element of gained) {
    const shape = shapeOf(element);
    const list = waiting.get(shape);
    if (list) list.push(element);
    else waiting.set(shape, [element]);
  }
  return lost.flatMap((element) => {
    const other = waiting.get(shapeOf(element))?.shift();
    return other ? [[element, other] as const] : [];
  });
}

function shapeOf({ kind, detail, text }: Element): string {
  return `${kind}\0${detail}\0${text.replace(NAME, '_')}`;
}

/** The names that one version declares where the change touched it, and the other version does not contain at all. */
function vanished(change: Change, here: Side['which'], there: Side['which']): ReadonlySet<string> {
  const declared = new Set(sidesOf(change, here).flatMap(declaredNames));
  if (declared.size === 0) return declared;
  for (const { source } of sidesOf(change, there)) for (const word of words(source.text)) declared.delete(word);
  return declared;
}

function declaredNames(side: Side): readonly string[] {
  const { functions, classes, bindings, nameField, identifiers } = side.tree.profile;
  const isDefinition = (kind: string): boolean => functions.includes(kind) || classes.includes(kind);
  const kinds = [...functions, ...classes, ...bindings.map(({ kind }) => kind)];
  return touched(side, [...new Set(kinds)]).flatMap((node) => {
    const parts = isDefinition(node.kind)
      ? [node.field(nameField), node.field('parameters'), node.field('parameter')]
      : bindings.filter(({ kind }) => kind === node.kind).map(({ name }) => node.field(name));
    return parts.flatMap((part) => (part ? namesIn(part, identifiers) : []));
  });
}

function namesIn(node: SyntaxNode, identifiers: readonly string[]): readonly string[] {
  return node.find([...identifiers, 'shorthand_property_identifier_pattern']).map(({ text }) => text);
}
