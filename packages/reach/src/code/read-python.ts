import type { SyntaxNode, SyntaxTree } from '@pawl/syntax';
import type { Argument, Entry, Expr, FileCode } from './code.ts';
import { readLambda } from './python-definitions.ts';
import { readPattern } from './python-patterns.ts';
import { readBlock } from './python-statements.ts';
import { at, constant, nameOf, parts, Reading, yielded } from './reading.ts';

export function readPython(tree: SyntaxTree): FileCode {
  const reading = new Reading();
  return { text: tree.text, body: readBlock(tree.root, reading), tooDeep: reading.tooDeep };
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
const list: Read = (node, reading) => ({
  e: 'list',
  at: at(node),
  items: parts(node).map((item) => readExpr(item, reading)),
});

const EXPRESSIONS: Readonly<Record<string, Read>> = {
  identifier: nameOf,
  none: literal,
  true: literal,
  false: literal,
  integer: literal,
  float: literal,
  ellipsis: literal,
  string: readString,
  concatenated_string: (node, reading) =>
    joined(
      node,
      parts(node).map((part) => readExpr(part, reading)),
    ),
  parenthesized_expression: inner,
  await: inner,
  yield: (node, reading) => yielded(node, inner(node, reading)),
  list_splat: inner,
  dictionary_splat: inner,
  interpolation: inner,
  as_pattern: inner,
  case_pattern: inner,
  attribute: (node, reading) => ({
    e: 'member',
    at: at(node),
    object: readPart(node, 'object', reading),
    name: node.field('attribute')?.text ?? '',
  }),
  subscript: readIndex,
  call: readCall,
  binary_operator: readBinary,
  boolean_operator: readLogic,
  comparison_operator: readCompare,
  not_operator: (node, reading) => ({ e: 'not', at: at(node), value: readPart(node, 'argument', reading) }),
  unary_operator: literal,
  conditional_expression: readChoice,
  named_expression: (node, reading) => readAssign(node, 'name', 'value', false, reading),
  assignment: (node, reading) => readAssign(node, 'left', 'right', false, reading),
  augmented_assignment: (node, reading) => readAssign(node, 'left', 'right', true, reading),
  list,
  tuple: list,
  set: list,
  expression_list: list,
  pattern_list: list,
  dictionary: readDictionary,
  lambda: (node, reading) => ({ e: 'function', at: at(node), fn: readLambda(node, reading) }),
  list_comprehension: readEach,
  set_comprehension: readEach,
  dictionary_comprehension: readEach,
  generator_expression: readEach,
};

function readPart(node: SyntaxNode, field: string, reading: Reading): Expr {
  const part = node.field(field);
  return part === undefined ? constant(node) : readExpr(part, reading);
}

function readUnknown(node: SyntaxNode, reading: Reading): Expr {
  const children = parts(node);
  if (children.length === 0) return constant(node);
  return reading.within(node, () => ({
    e: 'many',
    at: at(node),
    parts: children.map((child) => readExpr(child, reading)),
  }));
}

function readString(node: SyntaxNode, reading: Reading): Expr {
  const items = parts(node).flatMap((child): readonly Expr[] => {
    if (child.kind === 'string_content') return [constant(child, child.text)];
    return child.kind === 'interpolation' ? [readPart(child, 'expression', reading)] : [];
  });
  return joined(node, items);
}

function joined(node: SyntaxNode, items: readonly Expr[]): Expr {
  if (items.every((item) => item.e === 'const'))
    return constant(node, items.map((item) => (item.e === 'const' ? (item.text ?? '') : '')).join(''));
  return { e: 'mix', at: at(node), parts: items };
}

function readIndex(node: SyntaxNode, reading: Reading): Expr {
  const object = readPart(node, 'value', reading);
  const index = readPart(node, 'subscript', reading);
  if (index.e === 'const' && index.text !== undefined) return { e: 'member', at: at(node), object, name: index.text };
  return { e: 'index', at: at(node), object, index };
}

function readCall(node: SyntaxNode, reading: Reading): Expr {
  const callee = readPart(node, 'function', reading);
  const given = node.field('arguments');
  if (given === undefined) return { e: 'call', at: at(node), callee, args: [] };
  const args =
    given.kind === 'argument_list'
      ? parts(given).map((arg) => readArgument(arg, reading))
      : [{ value: readExpr(given, reading) }];
  return formatted(node, callee, args) ?? { e: 'call', at: at(node), callee, args };
}

/** `"…".format(x)` makes text like any template. */
function formatted(node: SyntaxNode, callee: Expr, args: readonly Argument[]): Expr | undefined {
  if (callee.e !== 'member' || !['format', 'format_map'].includes(callee.name)) return undefined;
  const { object } = callee;
  if (object.e !== 'const' && object.e !== 'mix') {
    if (object.e !== 'name' || args.length === 0) return undefined;
    return { e: 'mix', at: at(node), parts: [object, ...args.map(({ value }) => value)] };
  }
  const texts = object.e === 'mix' ? object.parts : [object];
  // What stands before the first field is a prefix; the rest comes after.
  const first = texts[0];
  const [head = '', ...rest] = (first?.e === 'const' ? (first.text ?? '') : '').split(/(?=\{)/u);
  const tail = constant(node, rest.join(''));
  return { e: 'mix', at: at(node), parts: [constant(node, head), ...args.map(({ value }) => value), tail] };
}

function readArgument(node: SyntaxNode, reading: Reading): Argument {
  if (node.kind === 'keyword_argument')
    return { name: node.field('name')?.text ?? '', value: readPart(node, 'value', reading) };
  const value = readExpr(node, reading);
  return node.kind.endsWith('_splat') ? { value, spread: true } : { value };
}

function readBinary(node: SyntaxNode, reading: Reading): Expr {
  const operator = operatorOf(node);
  if (operator === '+') return { e: 'mix', at: at(node), parts: flattened(node, reading) };
  const left = readPart(node, 'left', reading);
  const right = readPart(node, 'right', reading);
  // `"…%s" % name` is a format, and `base / name` joins a path.
  if (operator === '%' && (left.e === 'const' || left.e === 'mix' || left.e === 'name'))
    return { e: 'mix', at: at(node), parts: percented(left, right) };
  return { e: 'many', at: at(node), parts: [left, right] };
}

function percented(left: Expr, right: Expr): readonly Expr[] {
  const values = right.e === 'list' ? right.items : [right];
  if (left.e !== 'const') return [left, ...values];
  const [head = '', ...rest] = (left.text ?? '').split(/(?=%)/u);
  return [{ ...left, text: head }, ...values, { ...left, text: rest.join('') }];
}

function flattened(node: SyntaxNode, reading: Reading): readonly Expr[] {
  const operands: Expr[] = [];
  let left: SyntaxNode | undefined = node;
  while (left?.kind === 'binary_operator' && operatorOf(left) === '+') {
    operands.unshift(readPart(left, 'right', reading));
    left = left.field('left');
  }
  return left === undefined ? operands : [readExpr(left, reading), ...operands];
}

function operatorOf(node: SyntaxNode): string {
  return node.field('operator')?.text ?? '';
}

function readLogic(node: SyntaxNode, reading: Reading): Expr {
  const op = operatorOf(node) === 'and' ? 'and' : 'or';
  return {
    e: 'logic',
    at: at(node),
    op,
    left: readPart(node, 'left', reading),
    right: readPart(node, 'right', reading),
  };
}

function readCompare(node: SyntaxNode, reading: Reading): Expr {
  const [first, second] = parts(node);
  if (first === undefined || second === undefined) return constant(node);
  const operator = node
    .fields('operators')
    .map(({ text }) => text)
    .join(' ');
  const [left, right] = [readExpr(first, reading), readExpr(second, reading)];
  const negated = operator.includes('not') || operator.startsWith('!');
  if (/^(?:not )?in$/u.test(operator)) return { e: 'compare', at: at(node), op: 'in', negated, left, right };
  if (/^(?:==|!=|is|is not)$/u.test(operator)) return { e: 'compare', at: at(node), op: '==', negated, left, right };
  return { e: 'compare', at: at(node), op: '<', negated: false, left, right };
}

function readChoice(node: SyntaxNode, reading: Reading): Expr {
  const [then, test, other] = parts(node).map((part) => readExpr(part, reading));
  if (then === undefined || test === undefined || other === undefined) return constant(node);
  return { e: 'choice', at: at(node), test, then, other };
}

function readAssign(node: SyntaxNode, to: string, from: string, adds: boolean, reading: Reading): Expr {
  const target = node.field(to);
  const value = node.field(from);
  if (target === undefined || value === undefined) return constant(node);
  const pattern = readPattern(target, reading);
  const read = readExpr(value, reading);
  const name = pattern.p === 'name' ? pattern.name : '';
  const bound: Expr = read.e === 'function' ? { ...read, fn: { ...read.fn, name } } : read;
  return { e: 'assign', at: at(node), target: pattern, value: bound, adds };
}

function readDictionary(node: SyntaxNode, reading: Reading): Expr {
  const entries = parts(node).map((child): Entry => {
    if (child.kind !== 'pair') return { key: undefined, value: readExpr(child, reading) };
    const key = readPart(child, 'key', reading);
    return { key: key.e === 'const' ? key.text : undefined, value: readPart(child, 'value', reading) };
  });
  return { e: 'object', at: at(node), entries };
}

function readEach(node: SyntaxNode, reading: Reading): Expr {
  const clauses = parts(node).filter(({ kind }) => kind === 'for_in_clause');
  const tests = parts(node).filter(({ kind }) => kind === 'if_clause');
  const body = node.field('body');
  return {
    e: 'each',
    at: at(node),
    clauses: clauses.flatMap((clause) => {
      const left = clause.field('left');
      return left === undefined
        ? []
        : [{ pattern: readPattern(left, reading), over: readPart(clause, 'right', reading) }];
    }),
    tests: tests.flatMap((test) => parts(test).map((part) => readExpr(part, reading))),
    body: body === undefined ? constant(node) : readExpr(body, reading),
  };
}
