import type { Node } from './node.ts';

/** Kinds of nodes in the grammars of JavaScript, TypeScript and Python, by what they are. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  'function_declaration',
  'function_expression',
  'generator_function',
  'generator_function_declaration',
  'arrow_function',
  'method_definition',
  'function_definition',
  'lambda',
]);

const CLASSES: ReadonlySet<string> = new Set([
  'class_declaration',
  'class',
  'abstract_class_declaration',
  'class_definition',
]);
const BLOCKS: ReadonlySet<string> = new Set([
  'program',
  'module',
  'statement_block',
  'block',
  'switch_case',
  'switch_default',
]);
const CALLS: ReadonlySet<string> = new Set(['call_expression', 'call', 'new_expression']);

export function isFunction(node: Node): boolean {
  return FUNCTIONS.has(node.kind());
}

export function isClass(node: Node): boolean {
  return CLASSES.has(node.kind());
}

export function isBlock(node: Node): boolean {
  return BLOCKS.has(node.kind());
}

export function isCall(node: Node): boolean {
  return CALLS.has(node.kind());
}

export function start(node: Node): number {
  return node.range().start.index;
}

export function end(node: Node): number {
  return node.range().end.index;
}

export function isWithin(inner: Node, outer: Node): boolean {
  return start(inner) >= start(outer) && end(inner) <= end(outer);
}

/** Named children without comments. */
export function parts(node: Node): readonly Node[] {
  return node.namedChildren().filter((child) => child.kind() !== 'comment');
}

/** The call in a match: itself, or the one that it awaits, assigns or states. */
export function callIn(node: Node): Node | undefined {
  for (let at: Node | null = node, level = 0; at !== null && level < 6; level++) {
    if (isCall(at)) return at;
    if (isFunction(at) || isClass(at) || isBlock(at)) return undefined;
    at = at.field('value') ?? at.field('right') ?? parts(at).at(-1) ?? null;
  }
  return undefined;
}

export function argumentsOf(call: Node): readonly Node[] {
  const list = call.field('arguments');
  return list === null ? [] : parts(list);
}

/** The function a node is or makes known: a decorated one, an exported one, one bound to a name, the handler given to a call. */
export function functionOf(node: Node): Node | undefined {
  if (isFunction(node)) return node;
  if (node.kind() === 'decorator') return decorationOf(node)?.target;
  if (isCall(node)) return handlerOf(node);
  for (const field of ['definition', 'declaration', 'value', 'right']) {
    const inner = node.field(field);
    if (inner !== null) return functionOf(inner);
  }
  const last = parts(node).at(-1);
  const holds = ['lexical_declaration', 'variable_declaration', 'expression_statement', 'await_expression', 'await'];
  return last !== undefined && holds.includes(node.kind()) ? functionOf(last) : undefined;
}

/** The last function among the arguments, or the one of that name in the file. */
function handlerOf(call: Node): Node | undefined {
  const given = argumentsOf(call).findLast(
    (argument) => isFunction(argument) || argument.kind() === 'identifier' || isCall(argument),
  );
  if (given === undefined) return undefined;
  if (isFunction(given)) return given;
  if (isCall(given)) return handlerOf(given);
  return definitionOf(call.getRoot().root(), given.text());
}

function definitionOf(root: Node, name: string): Node | undefined {
  for (const kind of ['function_declaration', 'function_definition', 'variable_declarator'])
    for (const node of findKind(root, kind))
      if (node.field('name')?.text() === name) {
        const value = kind === 'variable_declarator' ? node.field('value') : node;
        if (value !== null) return functionOf(value);
      }
  return undefined;
}

/** All nodes of a kind; none where the language has no such kind. */
export function findKind(root: Node, kind: string): readonly Node[] {
  try {
    return root.findAll({ rule: { kind: kind } });
  } catch (error) {
    // The engine knows the kind of every node of a language and refuses others: of these there can be none.
    if (error instanceof Error && /invalid kind/iu.test(error.message)) return [];
    throw error;
  }
}

export interface Decoration {
  readonly target: Node;
  /** In the order of the text. */
  readonly decorators: readonly Node[];
}

/** The decorators of a function or class, found from it or from one of them. */
export function decorationOf(node: Node): Decoration | undefined {
  if (node.kind() === 'decorated_definition') {
    const definition = node.field('definition');
    return definition === null ? undefined : { target: definition, decorators: decoratorsIn(parts(node)) };
  }
  const parent = node.parent();
  if (parent === null) return undefined;
  if (parent.kind() === 'decorated_definition') return decorationOf(parent);
  if (node.kind() === 'decorator') return ofDecorator(node, parent);
  if (node.kind() === 'method_definition') return { target: node, decorators: decoratorsBefore(node, parent) };
  if (!isClass(node)) return node.kind() === 'export_statement' ? ofExport(node) : { target: node, decorators: [] };
  const outside = parent.kind() === 'export_statement' ? decoratorsIn(parts(parent)) : [];
  return { target: node, decorators: [...outside, ...decoratorsIn(parts(node))] };
}

function ofExport(node: Node): Decoration | undefined {
  const declaration = node.field('declaration');
  return declaration === null ? undefined : decorationOf(declaration);
}

function ofDecorator(node: Node, parent: Node): Decoration | undefined {
  if (parent.kind() === 'class_body') {
    const siblings = parts(parent);
    const place = siblings.findIndex((sibling) => sibling.id() === node.id());
    const target = siblings.slice(place).find((sibling) => sibling.kind() !== 'decorator');
    return target === undefined ? undefined : { target, decorators: decoratorsBefore(target, parent) };
  }
  return parent.kind() === 'export_statement' ? ofExport(parent) : decorationOf(parent);
}

function decoratorsBefore(target: Node, parent: Node): readonly Node[] {
  const siblings = parts(parent);
  const place = siblings.findIndex((sibling) => sibling.id() === target.id());
  const first = siblings.slice(0, place).findLastIndex((sibling) => sibling.kind() !== 'decorator') + 1;
  return [...siblings.slice(first, place), ...decoratorsIn(parts(target))];
}

function decoratorsIn(nodes: readonly Node[]): readonly Node[] {
  return nodes.filter((node) => node.kind() === 'decorator');
}

export function enclosingClass(node: Node): Node | undefined {
  return node.ancestors().find(isClass);
}

/** The qualified name of the innermost named function, method or class around a node, itself included. */
export function symbolOf(node: Node): string {
  const target = namedBy(node);
  return [target, ...target.ancestors()]
    .map(nameOf)
    .filter((name) => name !== '')
    .reverse()
    .join('.');
}

/** What a match is about: the function below a decorator or behind an `export`. */
function namedBy(node: Node): Node {
  if (node.kind() === 'decorator' || node.kind() === 'decorated_definition') return decorationOf(node)?.target ?? node;
  if (node.kind() === 'export_statement') {
    const declaration = node.field('declaration');
    return declaration === null ? node : namedBy(declaration);
  }
  const only = parts(node);
  const isDeclaration = node.kind() === 'lexical_declaration' || node.kind() === 'variable_declaration';
  return isDeclaration && only.length === 1 && only[0] !== undefined ? only[0] : node;
}

function nameOf(node: Node): string {
  if (node.kind() === 'decorated_definition' || node.kind() === 'lambda') return '';
  if (isFunction(node) || isClass(node)) return node.field('name')?.text() ?? '';
  const [key, value] = NAMING[node.kind()] ?? [];
  if (key === undefined || value === undefined) return '';
  const held = node.field(value);
  if (held === null || !(isFunction(held) || isClass(held)) || held.field('name') !== null) return '';
  return (
    node
      .field(key)
      ?.text()
      .replace(/^(?:module\.)?exports\./u, '') ?? ''
  );
}

/** What gives a name to a function that has none: where the name stands, and where the function. */
const NAMING: Readonly<Record<string, readonly [string, string]>> = {
  variable_declarator: ['name', 'value'],
  assignment_expression: ['left', 'right'],
  pair: ['key', 'value'],
  public_field_definition: ['name', 'value'],
};
