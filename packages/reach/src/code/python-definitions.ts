import type { SyntaxNode } from '@pawl/syntax';
import type { ClassCode, Expr, FunctionCode, Param } from './code.ts';
import { readPattern } from './python-patterns.ts';
import { readBlock } from './python-statements.ts';
import { readExpr } from './read-python.ts';
import { at, parts, type Reading } from './reading.ts';

export function readFunction(node: SyntaxNode, decorators: readonly Expr[], reading: Reading): FunctionCode {
  const body = node.field('body');
  return {
    at: at(node),
    name: node.field('name')?.text ?? '',
    params: readParams(node.field('parameters'), reading),
    body: body === undefined ? [] : readBlock(body, reading),
    decorators,
  };
}

export function readLambda(node: SyntaxNode, reading: Reading): FunctionCode {
  const body = node.field('body');
  return {
    at: at(node),
    name: '',
    params: readParams(node.field('parameters'), reading),
    body: body === undefined ? [] : [{ s: 'return', at: at(body), value: readExpr(body, reading) }],
    decorators: [],
    isLambda: true,
  };
}

function readParams(list: SyntaxNode | undefined, reading: Reading): readonly Param[] {
  if (list === undefined) return [];
  return parts(list)
    .filter(({ kind }) => !kind.endsWith('_separator'))
    .map((param) => readParam(param, reading));
}

function readParam(node: SyntaxNode, reading: Reading): Param {
  const name = node.field('name') ?? (node.kind === 'typed_parameter' ? parts(node)[0] : undefined) ?? node;
  const type = node.field('type')?.text;
  const fallback = node.field('value');
  return {
    pattern: readPattern(name, reading),
    decorators: [],
    ...(type === undefined ? {} : { type }),
    ...(fallback === undefined ? {} : { fallback: readExpr(fallback, reading) }),
    ...(name.kind.endsWith('splat_pattern') ? { rest: true as const } : {}),
  };
}

export function readClass(node: SyntaxNode, decorators: readonly Expr[], reading: Reading): ClassCode {
  const body = node.field('body');
  const statements = body === undefined ? [] : readBlock(body, reading);
  const bases = node.field('superclasses');
  return {
    at: at(node),
    name: node.field('name')?.text ?? '',
    bases:
      bases === undefined
        ? []
        : parts(bases)
            .filter(({ kind }) => kind !== 'keyword_argument')
            .map((base) => readExpr(base, reading)),
    decorators,
    methods: statements.flatMap((statement) => (statement.s === 'function' ? [statement.fn] : [])),
    fields: statements.flatMap((statement) =>
      statement.s === 'expr' && statement.value.e === 'assign' && statement.value.target.p === 'name'
        ? [{ name: statement.value.target.name, value: statement.value.value }]
        : [],
    ),
  };
}
