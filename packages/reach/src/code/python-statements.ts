import type { SyntaxNode } from '@pawl/syntax';
import type { Expr, ImportedName, Stmt } from './code.ts';
import { readClass, readFunction } from './python-definitions.ts';
import { readPattern } from './python-patterns.ts';
import { readExpr } from './read-python.ts';
import { at, constant, parts, type Reading } from './reading.ts';

export function readBlock(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  return parts(node).flatMap((child) => readStatement(child, reading));
}

type Read = (node: SyntaxNode, reading: Reading) => readonly Stmt[];

const nothing: Read = () => [];
const skip: Read = () => [{ s: 'skip' }];

const STATEMENTS: Readonly<Record<string, Read>> = {
  expression_statement: (node, reading) =>
    parts(node).map((child): Stmt => ({ s: 'expr', value: readExpr(child, reading) })),
  return_statement: (node, reading) => {
    const value = parts(node)[0];
    return [{ s: 'return', at: at(node), ...(value === undefined ? {} : { value: readExpr(value, reading) }) }];
  },
  raise_statement: (node, reading) => {
    const value = parts(node)[0];
    return [{ s: 'throw', ...(value === undefined ? {} : { value: readExpr(value, reading) }) }];
  },
  break_statement: skip,
  continue_statement: skip,
  pass_statement: nothing,
  global_statement: nothing,
  nonlocal_statement: nothing,
  if_statement: (node, reading) => readIf(node, node.fields('alternative'), reading),
  for_statement: readFor,
  while_statement: (node, reading) => [
    { s: 'loop', test: part(node, 'condition', reading), body: bodyOf(node, reading) },
  ],
  try_statement: readTry,
  with_statement: readWith,
  match_statement: readMatch,
  assert_statement: (node, reading) => [{ s: 'assert', test: firstOf(node, reading) }],
  function_definition: (node, reading) => [{ s: 'function', fn: readFunction(node, [], reading) }],
  class_definition: (node, reading) => [{ s: 'class', code: readClass(node, [], reading) }],
  decorated_definition: readDecorated,
  import_statement: (node) => parts(node).flatMap(readImport),
  import_from_statement: readImportFrom,
  future_import_statement: nothing,
};

function readStatement(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const read = STATEMENTS[node.kind];
  if (read === undefined) return [{ s: 'expr', value: readExpr(node, reading) }];
  let result: readonly Stmt[] = [];
  reading.within(node, () => {
    result = read(node, reading);
    return constant(node);
  });
  return result;
}

function part(node: SyntaxNode, field: string, reading: Reading): Expr {
  const child = node.field(field);
  return child === undefined ? constant(node) : readExpr(child, reading);
}

function firstOf(node: SyntaxNode, reading: Reading): Expr {
  const child = parts(node)[0];
  return child === undefined ? constant(node) : readExpr(child, reading);
}

function bodyOf(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const body = node.field('body') ?? parts(node).find(({ kind }) => kind === 'block');
  return body === undefined ? [] : readBlock(body, reading);
}

/** `elif` is an `if` in what is left. */
function readIf(node: SyntaxNode, alternatives: readonly SyntaxNode[], reading: Reading): readonly Stmt[] {
  const [next, ...rest] = alternatives;
  const then = node.field('consequence');
  let other: readonly Stmt[] = [];
  if (next !== undefined) other = next.kind === 'elif_clause' ? readIf(next, rest, reading) : bodyOf(next, reading);
  return [
    {
      s: 'if',
      test: part(node, 'condition', reading),
      then: then === undefined ? [] : readBlock(then, reading),
      other,
    },
  ];
}

function readFor(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const left = node.field('left');
  return [
    {
      s: 'loop',
      over: part(node, 'right', reading),
      ...(left === undefined ? {} : { pattern: readPattern(left, reading) }),
      body: bodyOf(node, reading),
    },
  ];
}

function readTry(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const clauses = parts(node);
  const otherwise = clauses.filter(({ kind }) => kind === 'else_clause').flatMap((clause) => bodyOf(clause, reading));
  return [
    {
      s: 'try',
      body: [...bodyOf(node, reading), ...otherwise],
      handlers: clauses.filter(({ kind }) => kind.startsWith('except')).map((clause) => bodyOf(clause, reading)),
      last: clauses.filter(({ kind }) => kind === 'finally_clause').flatMap((clause) => bodyOf(clause, reading)),
    },
  ];
}

function readWith(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const clause = parts(node).find(({ kind }) => kind === 'with_clause');
  const items = clause === undefined ? [] : parts(clause);
  return [...items.flatMap((item) => readWithItem(item, reading)), ...bodyOf(node, reading)];
}

function readWithItem(item: SyntaxNode, reading: Reading): readonly Stmt[] {
  const value = item.field('value') ?? parts(item)[0];
  if (value === undefined) return [];
  const alias = value.kind === 'as_pattern' ? value.field('alias') : undefined;
  if (alias === undefined) return [{ s: 'expr', value: readExpr(value, reading) }];
  return [{ s: 'let', pattern: readPattern(alias, reading), value: firstOf(value, reading) }];
}

function readMatch(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const cases = parts(node.field('body') ?? node).filter(({ kind }) => kind === 'case_clause');
  return [
    {
      s: 'switch',
      subject: part(node, 'subject', reading),
      cases: cases.map((one) => {
        const patterns = parts(one).filter(({ kind }) => kind === 'case_pattern');
        const isDefault = patterns.every(({ text }) => /^\w*$/u.test(text));
        return { tests: isDefault ? [] : patterns.map((test) => readExpr(test, reading)), body: bodyOf(one, reading) };
      }),
    },
  ];
}

function readDecorated(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const definition = node.field('definition');
  if (definition === undefined) return [];
  const decorators = parts(node)
    .filter(({ kind }) => kind === 'decorator')
    .map((decorator): Expr => firstOf(decorator, reading));
  return definition.kind === 'class_definition'
    ? [{ s: 'class', code: readClass(definition, decorators, reading) }]
    : [{ s: 'function', fn: readFunction(definition, decorators, reading) }];
}

/** `import a.b` binds `a`; what is written as `a.b.c` is found again by its whole name. */
function readImport(node: SyntaxNode): readonly Stmt[] {
  const name = (node.field('name') ?? node).text;
  const alias = node.field('alias')?.text;
  if (alias !== undefined) return [{ s: 'import', from: name, names: [{ name: '*', as: alias }] }];
  const first = name.split('.')[0] ?? name;
  return [{ s: 'import', from: first, names: [{ name: '*', as: first }] }];
}

function readImportFrom(node: SyntaxNode): readonly Stmt[] {
  const from = node.field('module_name')?.text;
  if (from === undefined) return [];
  if (parts(node).some(({ kind }) => kind === 'wildcard_import'))
    return [
      { s: 'import', from, names: [{ name: '*', as: '*' }] },
      { s: 'export', from, name: '*', as: '*' },
    ];
  const names = node.fields('name').map((item): ImportedName => {
    const name = (item.field('name') ?? item).text;
    return { name, as: item.field('alias')?.text ?? name };
  });
  return [{ s: 'import', from, names }];
}
