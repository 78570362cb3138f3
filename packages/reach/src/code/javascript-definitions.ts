import type { SyntaxNode } from '@pawl/syntax';
import type { ClassCode, Expr, FunctionCode, Param, Stmt } from './code.ts';
import { readPattern } from './javascript-patterns.ts';
import { readBlock } from './javascript-statements.ts';
import { readExpr } from './read-javascript.ts';
import { at, parts, type Reading } from './reading.ts';

export function readFunction(
  node: SyntaxNode,
  boundTo: string,
  decorators: readonly Expr[],
  reading: Reading,
): FunctionCode {
  const body = node.field('body');
  const single = node.field('parameter');
  const list = node.field('parameters');
  const params = single === undefined ? (list === undefined ? [] : parts(list)) : [single];
  return {
    at: at(node),
    name: node.field('name')?.text ?? boundTo,
    params: params.map((param) => readParam(param, reading)),
    body: body === undefined ? [] : readBody(body, reading),
    decorators,
    ...(node.kind === 'arrow_function' ? { isLambda: true as const } : {}),
  };
}

function readBody(body: SyntaxNode, reading: Reading): readonly Stmt[] {
  if (body.kind === 'statement_block') return readBlock(body, reading);
  return [{ s: 'return', at: at(body), value: readExpr(body, reading) }];
}

function readParam(node: SyntaxNode, reading: Reading): Param {
  const pattern =
    node.field('pattern') ?? (node.kind === 'assignment_pattern' ? node.field('left') : undefined) ?? node;
  const fallback = node.field('value') ?? (node.kind === 'assignment_pattern' ? node.field('right') : undefined);
  const type = typeOf(node);
  const isField = parts(node).some(({ kind }) => kind === 'accessibility_modifier');
  return {
    pattern: readPattern(pattern, reading),
    decorators: decoratorsOf(node, reading),
    ...(type === undefined ? {} : { type }),
    ...(fallback === undefined ? {} : { fallback: readExpr(fallback, reading) }),
    ...(isField ? { isField } : {}),
    ...(pattern.kind === 'rest_pattern' ? { rest: true as const } : {}),
  };
}

/** A type without its colon. */
export function typeOf(node: SyntaxNode): string | undefined {
  const text = node.field('type')?.text;
  return text?.replace(/^:\s*/u, '');
}

function decoratorsOf(node: SyntaxNode, reading: Reading): readonly Expr[] {
  return parts(node)
    .filter(({ kind }) => kind === 'decorator')
    .flatMap((decorator) => parts(decorator).map((part) => readExpr(part, reading)));
}

const METHOD_KINDS: readonly string[] = ['method_definition', 'abstract_method_signature'];

export function readClass(node: SyntaxNode, boundTo: string, decorators: readonly Expr[], reading: Reading): ClassCode {
  const methods: FunctionCode[] = [];
  const fields: ClassCode['fields'][number][] = [];
  let pending: Expr[] = [];
  for (const member of parts(node.field('body') ?? node)) {
    if (member.kind === 'decorator') pending.push(...parts(member).map((part) => readExpr(part, reading)));
    else if (METHOD_KINDS.includes(member.kind)) {
      methods.push(readFunction(member, '', [...pending, ...decoratorsOf(member, reading)], reading));
      pending = [];
    } else {
      readField(member, methods, fields, reading);
      pending = [];
    }
  }
  return {
    at: at(node),
    name: node.field('name')?.text ?? boundTo,
    bases: basesOf(node, reading),
    decorators: [...decorators, ...decoratorsOf(node, reading)],
    methods,
    fields,
  };
}

/** A field that holds a function is a method that keeps its `this`. */
function readField(
  node: SyntaxNode,
  methods: FunctionCode[],
  fields: ClassCode['fields'][number][],
  reading: Reading,
): void {
  const name = (node.field('name') ?? node.field('property'))?.text;
  if (name === undefined) return;
  const written = node.field('value');
  const value = written === undefined ? undefined : readExpr(written, reading);
  const type = typeOf(node);
  if (value?.e === 'function') methods.push({ ...value.fn, name });
  else fields.push({ name, ...(type === undefined ? {} : { type }), ...(value === undefined ? {} : { value }) });
}

function basesOf(node: SyntaxNode, reading: Reading): readonly Expr[] {
  const heritage = parts(node).find(({ kind }) => kind === 'class_heritage');
  if (heritage === undefined) return [];
  const clause = parts(heritage).find(({ kind }) => kind === 'extends_clause');
  const base = clause?.field('value') ?? (clause === undefined ? parts(heritage)[0] : undefined);
  return base === undefined || base.kind === 'implements_clause' ? [] : [readExpr(base, reading)];
}
