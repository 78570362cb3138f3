import { callParts, type ElementKind, type LanguageProfile, type SyntaxNode } from '@pawl/syntax';
import { isTestCode, type Side, touched } from '../change.ts';
import { guardFacts } from '../guard/guard-facts.ts';
import { plainCode } from '../plain-code.ts';
import { itemOf } from './list-item.ts';
import { type Element, LONGEST_ELEMENT, LONGEST_REGEX } from './element.ts';

/** The elements of what a change touched in one version of a file. A check in test code is a test, not a defence. */
export function elementsOf(side: Side): readonly Element[] {
  if (isTestCode(side.pair)) return [];
  return [...guards(side), ...plainElements(side)];
}

function guards(side: Side): readonly Element[] {
  return guardFacts(side).flatMap(({ form, rejects, exit, node }) => {
    if (form === 'value') return [];
    const kind: ElementKind = form === 'exit' ? 'guard' : 'branch';
    return rejects.map((literals) => {
      const text = literals.map(({ key }) => key).join(' & ');
      return { kind, text: text.slice(0, LONGEST_ELEMENT), detail: exit ?? '', side, node };
    });
  });
}

function plainElements(side: Side): readonly Element[] {
  const kinds = kindsOf(side.tree.profile);
  return touched(side, [...kinds.keys()]).flatMap((node) => {
    // Code is normalised only where it may be short enough: a long node holds white space, but not that much.
    const handler = side.tree.profile.handlers.find(({ kind }) => kind === node.kind);
    if (handler) return [{ kind: 'handler' as const, text: caughtBy(node, handler.type), detail: '', side, node }];
    const longest = isRegex(node) ? LONGEST_REGEX : LONGEST_ELEMENT;
    if (node.endOffset - node.startOffset > 3 * longest) return [];
    const text = plainCode(node);
    if (text.length > longest) return [];
    return (kinds.get(node.kind) ?? []).map((kind) => ({ kind, text, detail: detailOf(kind, node), side, node }));
  });
}

/** A handler is what it catches; its body holds elements of their own. */
function caughtBy(node: SyntaxNode, type: string | undefined): string {
  const caught = type === undefined ? undefined : node.field(type);
  return caught === undefined ? '' : plainCode(caught).slice(0, LONGEST_ELEMENT);
}

/** `!a`, `typeof a` and `delete a` have one kind of node; a literal in a list is an item of it. */
function detailOf(kind: ElementKind, node: SyntaxNode): string {
  const { negation, collections = [] } = node.tree.profile;
  if (kind === 'negation') return (node.field('operator') ?? node.children[0])?.text ?? negation.operator;
  const list = kind === 'string' ? node.parent : undefined;
  return list && collections.includes(list.kind) ? itemOf(list) : '';
}

function isRegex(node: SyntaxNode): boolean {
  const { elements, regexes } = node.tree.profile;
  if (elements?.regex?.includes(node.kind)) return true;
  const callee = regexes && callParts(node)?.callee;
  return callee !== undefined && regexes?.call.test(callee) === true;
}

const known = new WeakMap<LanguageProfile, ReadonlyMap<string, readonly ElementKind[]>>();

/** Node kind → the kinds of element that it is. A comparison may be a branch's operator and the like, so there may be two. */
function kindsOf(profile: LanguageProfile): ReadonlyMap<string, readonly ElementKind[]> {
  const before = known.get(profile);
  if (before) return before;
  const kinds = new Map<string, ElementKind[]>();
  const add = (kind: ElementKind, nodes: readonly string[]): void => {
    for (const node of new Set(nodes)) kinds.set(node, [...(kinds.get(node) ?? []), kind]);
  };
  add(
    'call',
    profile.calls.map(({ kind }) => kind),
  );
  add('string', profile.strings);
  add('comparison', [...profile.comparison.kinds, ...profile.binary.kinds]);
  add('identifier', profile.identifiers);
  add('throw', profile.exits.throw);
  add('return', profile.exits.return);
  add(
    'handler',
    profile.handlers.map(({ kind }) => kind),
  );
  for (const [kind, nodes] of Object.entries(profile.elements ?? {})) add(kind as ElementKind, nodes);
  known.set(profile, kinds);
  return kinds;
}
