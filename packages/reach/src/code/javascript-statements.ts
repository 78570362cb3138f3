import type { SyntaxNode } from '@pawl/syntax';
import type { Case, Expr, Stmt } from './code.ts';
import { readClass, readFunction, typeOf } from './javascript-definitions.ts';
import { readExport, readImport } from './javascript-modules.ts';
import { readPattern } from './javascript-patterns.ts';
import { named, readExpr } from './read-javascript.ts';
import { at, constant, parts, type Reading } from './reading.ts';

/** The statements of a block, or the one statement that stands for one. */
export function readBlock(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  if (!BLOCKS.includes(node.kind)) return readStatement(node, reading);
  return parts(node).flatMap((child) => readStatement(child, reading));
}

const BLOCKS: readonly string[] = ['statement_block', 'program', 'else_clause', 'finally_clause'];

type Read = (node: SyntaxNode, reading: Reading) => readonly Stmt[];

const declaration: Read = (node, reading) => parts(node).flatMap((child) => readStatement(child, reading));
const fn: Read = (node, reading) => [{ s: 'function', fn: readFunction(node, '', [], reading) }];
const cls: Read = (node, reading) => [{ s: 'class', code: readClass(node, '', [], reading) }];
const nothing: Read = () => [];
const block: Read = (node, reading) => [{ s: 'block', body: readBlock(node, reading) }];
const skip: Read = () => [{ s: 'skip' }];

const STATEMENTS: Readonly<Record<string, Read>> = {
  expression_statement: (node, reading) =>
    parts(node).map((child): Stmt => ({ s: 'expr', value: readExpr(child, reading) })),
  lexical_declaration: declaration,
  variable_declaration: declaration,
  variable_declarator: readDeclarator,
  return_statement: (node, reading) => {
    const value = parts(node)[0];
    return [{ s: 'return', at: at(node), ...(value === undefined ? {} : { value: readExpr(value, reading) }) }];
  },
  throw_statement: (node, reading) => {
    const value = parts(node)[0];
    return [{ s: 'throw', ...(value === undefined ? {} : { value: readExpr(value, reading) }) }];
  },
  break_statement: skip,
  continue_statement: skip,
  if_statement: (node, reading) => [
    {
      s: 'if',
      test: part(node, 'condition', reading),
      then: bodyOf(node, 'consequence', reading),
      other: bodyOf(node, 'alternative', reading),
    },
  ],
  for_in_statement: readForIn,
  for_statement: readFor,
  while_statement: (node, reading) => [
    { s: 'loop', test: part(node, 'condition', reading), body: bodyOf(node, 'body', reading) },
  ],
  do_statement: (node, reading) => [{ s: 'loop', body: bodyOf(node, 'body', reading) }],
  try_statement: readTry,
  switch_statement: readSwitch,
  statement_block: block,
  labeled_statement: (node, reading) => bodyOf(node, 'body', reading),
  function_declaration: fn,
  generator_function_declaration: fn,
  class_declaration: cls,
  abstract_class_declaration: cls,
  import_statement: readImport,
  export_statement: readExport,
  interface_declaration: nothing,
  type_alias_declaration: nothing,
  function_signature: nothing,
  ambient_declaration: nothing,
  enum_declaration: nothing,
  empty_statement: nothing,
  comment: nothing,
  hash_bang_line: nothing,
};

function readStatement(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const read = STATEMENTS[node.kind];
  if (read !== undefined) {
    let result: readonly Stmt[] = [];
    reading.within(node, () => {
      result = read(node, reading);
      return constant(node);
    });
    return result;
  }
  if (node.kind.endsWith('_statement') || node.kind === 'ERROR' || node.kind.includes('module'))
    return parts(node).flatMap((child) => readStatement(child, reading));
  return [{ s: 'expr', value: readExpr(node, reading) }];
}

function part(node: SyntaxNode, field: string, reading: Reading): Expr {
  const child = node.field(field);
  return child === undefined ? constant(node) : readExpr(child, reading);
}

function bodyOf(node: SyntaxNode, field: string, reading: Reading): readonly Stmt[] {
  const body = node.field(field);
  return body === undefined ? [] : readBlock(body, reading);
}

function readDeclarator(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const name = node.field('name');
  const value = node.field('value');
  if (name === undefined) return [];
  const type = typeOf(node);
  return [
    {
      s: 'let',
      pattern: readPattern(name, reading),
      ...(type === undefined ? {} : { type }),
      ...(value === undefined ? {} : { value: named(readExpr(value, reading), name.text) }),
    },
  ];
}

function readForIn(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const left = node.field('left');
  const pattern = left === undefined ? undefined : readPattern(left, reading);
  return [
    {
      s: 'loop',
      over: part(node, 'right', reading),
      ...(pattern === undefined ? {} : { pattern }),
      body: bodyOf(node, 'body', reading),
    },
  ];
}

function readFor(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  return [
    ...bodyOf(node, 'initializer', reading),
    { s: 'loop', test: part(node, 'condition', reading), body: bodyOf(node, 'body', reading) },
  ];
}

function readTry(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const handler = node.field('handler');
  const last = node.field('finalizer');
  return [
    {
      s: 'try',
      body: bodyOf(node, 'body', reading),
      handlers: handler === undefined ? [] : [bodyOf(handler, 'body', reading)],
      last: last === undefined ? [] : bodyOf(last, 'body', reading),
    },
  ];
}

function readSwitch(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const cases: Case[] = [];
  let tests: Expr[] = [];
  for (const one of parts(node.field('body') ?? node)) {
    const value = one.field('value');
    if (value !== undefined) tests.push(readExpr(value, reading));
    const body = one.fields('body').flatMap((statement) => readBlock(statement, reading));
    // A case without a body falls through to the next.
    if (body.length === 0 && one.kind === 'switch_case') continue;
    cases.push({ tests: one.kind === 'switch_default' ? [] : tests, body });
    tests = [];
  }
  return [{ s: 'switch', subject: part(node, 'value', reading), cases }];
}
