import type { LanguageProfile } from './language-profile.ts';
import type { SyntaxNode, SyntaxTree } from './syntax-tree.ts';

/**
 * The qualified name of what encloses a position: `Class.method`, `outer.inner`, `''` for module code. An anonymous
 * function has the name it is bound to, if any. Without a column, the first code of the line counts.
 */
export function enclosingSymbol(tree: SyntaxTree, at: { readonly line: number; readonly column?: number }): string {
  const offset = offsetOf(tree, at.line, at.column);
  const node = offset === undefined ? undefined : tree.nodeAt(offset);
  return node === undefined ? '' : symbolOf(node);
}

/** The qualified name of what encloses a node, the node itself included. */
export function symbolOf(node: SyntaxNode): string {
  const { profile } = node.tree;
  const names: string[] = [];
  let inner: SyntaxNode | undefined;
  for (let scope: SyntaxNode | undefined = node; scope !== undefined; inner = scope, scope = scope.parent) {
    const name = scopeName(scope, inner, profile, names.length > 0);
    if (name !== '') names.unshift(name);
  }
  return names.join('.');
}

const namesOf = new WeakMap<SyntaxTree, Map<number, string>>();

/** The name of a function or class, found once: all that lies in it asks. */
function definedName(node: SyntaxNode, profile: LanguageProfile): string {
  const names = namesOf.get(node.tree) ?? new Map<number, string>();
  namesOf.set(node.tree, names);
  const name = names.get(node.id) ?? ownName(node, profile) ?? boundName(node, profile);
  names.set(node.id, name);
  return name;
}

function scopeName(node: SyntaxNode, inner: SyntaxNode | undefined, profile: LanguageProfile, named: boolean): string {
  const { kind } = node;
  if (profile.functions.includes(kind) || profile.classes.includes(kind)) return definedName(node, profile);
  if (named && profile.objects.includes(kind)) return boundName(node, profile);
  const definition = decoratedDefinition(node, profile);
  return definition === undefined || definition.id === inner?.id ? '' : (ownName(definition, profile) ?? '');
}

/** A decorator stands beside the definition that it belongs to, not in it. */
function decoratedDefinition(node: SyntaxNode, profile: LanguageProfile): SyntaxNode | undefined {
  const shape = profile.decorated.find(({ kind }) => kind === node.kind);
  return shape && node.field(shape.definition);
}

function ownName(node: SyntaxNode, profile: LanguageProfile): string | undefined {
  const name = node.field(profile.nameField);
  const qualifier = node.field('qualifier');
  return name && plainName((qualifier ? `${qualifier.text}.` : '') + name.text, profile);
}

function boundName(value: SyntaxNode, profile: LanguageProfile): string {
  let node = value;
  let parent = node.parent;
  while (parent !== undefined && profile.transparent.includes(parent.kind)) {
    node = parent;
    parent = node.parent;
  }
  if (parent === undefined) return '';
  for (const binding of profile.bindings) {
    if (binding.kind !== parent.kind || parent.field(binding.value)?.id !== node.id) continue;
    const name = parent.field(binding.name);
    if (name !== undefined) return plainName(name.text, profile);
  }
  return '';
}

function plainName(text: string, profile: LanguageProfile): string {
  return text.replace(/[\s"'`[\]]+/gu, '').replace(profile.idleQualifiers, '');
}

function offsetOf(tree: SyntaxTree, line: number, column: number | undefined): number | undefined {
  const start = lineStarts(tree)[line - 1];
  if (start === undefined) return undefined;
  if (column !== undefined) return start + column - 1;
  const indent = /^[^\S\n]*/u.exec(tree.text.slice(start, start + 1_000))?.[0].length ?? 0;
  return start + indent;
}

const known = new WeakMap<SyntaxTree, readonly number[]>();

/** Where each line begins: counted once, because a large change asks for thousands of places. */
function lineStarts(tree: SyntaxTree): readonly number[] {
  const before = known.get(tree);
  if (before) return before;
  const starts = [0];
  for (let end = tree.text.indexOf('\n'); end !== -1; end = tree.text.indexOf('\n', end + 1)) starts.push(end + 1);
  known.set(tree, starts);
  return starts;
}
