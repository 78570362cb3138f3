import type { SyntaxNode, SyntaxTree } from '@pawl/syntax';
import type { Argument, CallExpr, Entry, Expr, FileCode, FunctionCode } from './code.ts';
import { readClass, readFunction } from './javascript-definitions.ts';
import { readPattern } from './javascript-patterns.ts';
import { readBlock } from './javascript-statements.ts';
import { at, constant, nameOf, parts, Reading, yielded } from './reading.ts';

export function readJavascript(tree: SyntaxTree): FileCode {
  const reading = new Reading();
  const body = readBlock(tree.root, reading);
  const first = body[0];
  const directive = first?.s === 'expr' && first.value.e === 'const' ? first.value.text : undefined;
  return { text: tree.text, body, tooDeep: reading.tooDeep, ...(directive === undefined ? {} : { directive }) };
}

export function readExpr(node: SyntaxNode, reading: Reading): Expr {
  const read = EXPRESSIONS[node.kind];
  if (read === undefined) return readUnknown(node, reading);
  return reading.within(node, () => read(node, reading));
}

type Read = (node: SyntaxNode, reading: Reading) => Expr;

const literal: Read = (node) => constant(node);
const inner: Read = (node, reading) => {
  const child = parts(node)[0];
  return child === undefined ? constant(node) : readExpr(child, reading);
};
const fn: Read = (node, reading) => ({ e: 'function', at: at(node), fn: readFunction(node, '', [], reading) });
const cls: Read = (node, reading) => ({ e: 'class', at: at(node), code: readClass(node, '', [], reading) });

const EXPRESSIONS: Readonly<Record<string, Read>> = {
  identifier: nameOf,
  this: nameOf,
  super: nameOf,
  import: nameOf,
  sequence_expression: readSequence,
  undefined: literal,
  null: literal,
  true: literal,
  false: literal,
  number: literal,
  string: (node) => constant(node, node.text.slice(1, -1)),
  regex: (node) => ({ e: 'const', at: at(node), text: node.text, regex: true }),
  template_string: readTemplate,
  parenthesized_expression: inner,
  await_expression: inner,
  yield_expression: (node, reading) => yielded(node, inner(node, reading)),
  as_expression: inner,
  satisfies_expression: inner,
  non_null_expression: inner,
  type_assertion: (node, reading) => {
    const value = parts(node).at(-1);
    return value === undefined ? constant(node) : readExpr(value, reading);
  },
  jsx_expression: inner,
  spread_element: inner,
  member_expression: readMember,
  subscript_expression: readIndex,
  call_expression: readCall,
  new_expression: readCall,
  binary_expression: readBinary,
  unary_expression: readUnary,
  update_expression: literal,
  assignment_expression: (node, reading) => readAssign(node, reading, false),
  augmented_assignment_expression: (node, reading) => readAssign(node, reading, true),
  ternary_expression: (node, reading) => ({
    e: 'choice',
    at: at(node),
    test: readPart(node, 'condition', reading),
    then: readPart(node, 'consequence', reading),
    other: readPart(node, 'alternative', reading),
  }),
  object: readObject,
  array: (node, reading) => ({ e: 'list', at: at(node), items: parts(node).map((item) => readExpr(item, reading)) }),
  arrow_function: fn,
  function_expression: fn,
  generator_function: fn,
  class: cls,
  jsx_attribute: readJsxAttribute,
};

function readPart(node: SyntaxNode, field: string, reading: Reading): Expr {
  const part = node.field(field);
  return part === undefined ? constant(node) : readExpr(part, reading);
}

function readUnknown(node: SyntaxNode, reading: Reading): Expr {
  const children = parts(node).filter(({ kind }) => !kind.includes('type'));
  if (children.length === 0) return constant(node);
  return reading.within(node, () => ({
    e: 'many',
    at: at(node),
    parts: children.map((child) => readExpr(child, reading)),
  }));
}

function readTemplate(node: SyntaxNode, reading: Reading): Expr {
  const items = textParts(node, reading);
  const only = items[0];
  if (items.length === 0) return constant(node, '');
  return items.length === 1 && only?.e === 'const' ? only : { e: 'mix', at: at(node), parts: items };
}

function textParts(node: SyntaxNode, reading: Reading): readonly Expr[] {
  return node.namedChildren.flatMap((child) => {
    if (child.kind !== 'template_substitution') return [constant(child, child.text)];
    const value = parts(child)[0];
    return value === undefined ? [] : [readExpr(value, reading)];
  });
}

function readMember(node: SyntaxNode, reading: Reading): Expr {
  const name = node.field('property')?.text ?? '';
  return { e: 'member', at: at(node), object: readPart(node, 'object', reading), name };
}

function readIndex(node: SyntaxNode, reading: Reading): Expr {
  const object = readPart(node, 'object', reading);
  const index = readPart(node, 'index', reading);
  if (index.e === 'const' && index.text !== undefined) return { e: 'member', at: at(node), object, name: index.text };
  return { e: 'index', at: at(node), object, index };
}

/** `(0, eval)` is `eval`. */
function readSequence(node: SyntaxNode, reading: Reading): Expr {
  const items = parts(node).map((part) => readExpr(part, reading));
  const last = items.at(-1);
  return last !== undefined && items.slice(0, -1).every(({ e }) => e === 'const')
    ? last
    : { e: 'many', at: at(node), parts: items };
}

/** `f.call(self, x)` is `f(x)`. */
function calledPlainly({ callee, args, ...rest }: CallExpr): CallExpr {
  if (callee.e !== 'member' || (callee.object.e !== 'member' && callee.object.e !== 'name'))
    return { callee, args, ...rest };
  if (callee.name === 'call' && args.length > 1) return { ...rest, callee: callee.object, args: args.slice(1) };
  const list = args[1]?.value;
  if (callee.name !== 'apply' || list === undefined) return { callee, args, ...rest };
  const given =
    list.e === 'list' ? list.items.map((value): Argument => ({ value })) : [{ value: list, spread: true as const }];
  return { ...rest, callee: callee.object, args: given };
}

function readCall(node: SyntaxNode, reading: Reading): CallExpr {
  const isNew = node.kind === 'new_expression';
  const list = node.field('arguments');
  const callee = readPart(node, isNew ? 'constructor' : 'function', reading);
  if (list?.kind === 'template_string') {
    const args = textParts(list, reading).map((value): Argument => ({ value }));
    return { e: 'call', at: at(node), callee, args, tagged: true };
  }
  const args = list === undefined ? [] : parts(list).map((arg) => readArgument(arg, reading));
  return calledPlainly({ e: 'call', at: at(node), callee, args, ...(isNew ? { isNew } : {}) });
}

function readArgument(node: SyntaxNode, reading: Reading): Argument {
  const value = readExpr(node, reading);
  return node.kind === 'spread_element' ? { value, spread: true } : { value };
}

const EQUAL: readonly string[] = ['==', '===', '!=', '!=='];

/** A chain of a thousand operators nests a thousand deep on its left: it is read as one. */
function readBinary(node: SyntaxNode, reading: Reading): Expr {
  const operator = operatorOf(node);
  if (operator === '+') return { e: 'mix', at: at(node), parts: flattened(node, '+', reading) };
  if (operator === '&&' || operator === '||' || operator === '??') {
    const op = operator === '&&' ? 'and' : 'or';
    return flattened(node, operator, reading).reduce((left, right) => ({ e: 'logic', at: at(node), op, left, right }));
  }
  const left = readPart(node, 'left', reading);
  const right = readPart(node, 'right', reading);
  if (operator === 'in' || operator === 'instanceof')
    return { e: 'compare', at: at(node), op: operator === 'in' ? 'in' : '<', negated: false, left, right };
  if (EQUAL.includes(operator))
    return { e: 'compare', at: at(node), op: '==', negated: operator.startsWith('!'), left, right };
  // Arithmetic gives a number, and an order gives true or false.
  return { e: 'compare', at: at(node), op: '<', negated: false, left, right };
}

function flattened(node: SyntaxNode, operator: string, reading: Reading): readonly Expr[] {
  const operands: Expr[] = [];
  let left: SyntaxNode | undefined = node;
  while (left?.kind === 'binary_expression' && operatorOf(left) === operator) {
    operands.unshift(readPart(left, 'right', reading));
    left = left.field('left');
  }
  return left === undefined ? operands : [readExpr(left, reading), ...operands];
}

function operatorOf(node: SyntaxNode): string {
  return node.field('operator')?.text ?? '';
}

function readUnary(node: SyntaxNode, reading: Reading): Expr {
  const operator = operatorOf(node);
  const value = readPart(node, 'argument', reading);
  if (operator === '!') return { e: 'not', at: at(node), value };
  if (operator === '-' && value.e === 'const') return constant(node);
  const callee: Expr = { e: 'name', at: at(node), name: operator };
  return { e: 'call', at: at(node), callee, args: [{ value }] };
}

function readAssign(node: SyntaxNode, reading: Reading, adds: boolean): Expr {
  const left = node.field('left');
  const value = named(readPart(node, 'right', reading), left?.text.split('.').at(-1) ?? '');
  if (left === undefined) return value;
  return { e: 'assign', at: at(node), target: readPattern(left, reading), value, adds };
}

/** A function without a name of its own has the name that it is bound to. */
export function named(value: Expr, name: string): Expr {
  if (value.e === 'function' && value.fn.name === '') return { ...value, fn: { ...value.fn, name } };
  if (value.e === 'class' && value.code.name === '') return { ...value, code: { ...value.code, name } };
  return value;
}

function readObject(node: SyntaxNode, reading: Reading): Expr {
  const entries = parts(node).map((child): Entry => {
    if (child.kind === 'shorthand_property_identifier') return { key: child.text, value: nameOf(child) };
    if (child.kind === 'method_definition') {
      const code: FunctionCode = readFunction(child, '', [], reading);
      return { key: code.name, value: { e: 'function', at: at(child), fn: code } };
    }
    if (child.kind !== 'pair') return { key: undefined, value: readExpr(child, reading) };
    const key = keyOf(child.field('key'));
    return { key, value: named(readPart(child, 'value', reading), key ?? '') };
  });
  return { e: 'object', at: at(node), entries };
}

export function keyOf(node: SyntaxNode | undefined): string | undefined {
  if (node === undefined || node.kind === 'computed_property_name') return undefined;
  return node.kind === 'string' ? node.text.slice(1, -1) : node.text;
}

/** An attribute is a call of its name, so that tables of sinks can name it. */
function readJsxAttribute(node: SyntaxNode, reading: Reading): Expr {
  const [name, value] = parts(node);
  if (name === undefined || value === undefined) return constant(node);
  const callee: Expr = { e: 'name', at: at(name), name: `@${name.text}` };
  return { e: 'call', at: at(node), callee, args: [{ value: readExpr(value, reading) }] };
}
