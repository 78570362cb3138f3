import type { SyntaxNode } from '@pawl/syntax';
import type { Expr, ImportedName, Stmt } from './code.ts';
import { readClass, readFunction } from './javascript-definitions.ts';
import { readBlock } from './javascript-statements.ts';
import { named, readExpr } from './read-javascript.ts';
import { parts, type Reading } from './reading.ts';

export function readImport(node: SyntaxNode): readonly Stmt[] {
  const source = node.field('source');
  const clause = parts(node).find(({ kind }) => kind === 'import_clause');
  if (source === undefined || clause === undefined || /^import\s+type\b/u.test(node.text)) return [];
  return [{ s: 'import', from: source.text.slice(1, -1), names: parts(clause).flatMap(importedNames) }];
}

function importedNames(node: SyntaxNode): readonly ImportedName[] {
  if (node.kind === 'identifier') return [{ name: 'default', as: node.text }];
  if (node.kind === 'namespace_import') return parts(node).map(({ text }) => ({ name: '*', as: text }));
  if (node.kind !== 'named_imports') return [];
  return parts(node).flatMap((specifier) => {
    const name = specifier.field('name')?.text;
    return name === undefined ? [] : [{ name, as: specifier.field('alias')?.text ?? name }];
  });
}

export function readExport(node: SyntaxNode, reading: Reading): readonly Stmt[] {
  const source = node.field('source')?.text.slice(1, -1);
  const children = parts(node);
  const clause = children.find(({ kind }) => kind === 'export_clause');
  const from = source === undefined ? {} : { from: source };
  if (clause !== undefined) return parts(clause).flatMap((one) => exported(one, from));
  const value = node.field('value');
  if (value !== undefined)
    return [{ s: 'export-value', as: 'default', value: named(readExpr(value, reading), 'default') }];
  const declaration = node.field('declaration');
  if (declaration !== undefined) return readDeclaration(node, declaration, reading);
  if (source === undefined) return children.length === 0 ? [] : children.flatMap((child) => readBlock(child, reading));
  const space = children.find(({ kind }) => kind === 'namespace_export');
  const name = space === undefined ? undefined : parts(space)[0]?.text;
  return [{ s: 'export', ...from, name: '*', as: name ?? '*' }];
}

function exported(node: SyntaxNode, from: { readonly from?: string }): readonly Stmt[] {
  const name = node.field('name')?.text;
  return name === undefined ? [] : [{ s: 'export', ...from, name, as: node.field('alias')?.text ?? name }];
}

function readDeclaration(node: SyntaxNode, declaration: SyntaxNode, reading: Reading): readonly Stmt[] {
  const isDefault = node.children.some(({ kind }) => kind === 'default');
  const decorators = parts(node)
    .filter(({ kind }) => kind === 'decorator')
    .flatMap((decorator) => parts(decorator).map((part) => readExpr(part, reading)));
  if (declaration.kind === 'function_signature') return [];
  const own = isDefault ? 'default' : '';
  if (declaration.kind.includes('class_declaration'))
    return definition({ s: 'class', code: readClass(declaration, own, decorators, reading) }, isDefault);
  if (declaration.kind.includes('function'))
    return definition({ s: 'function', fn: readFunction(declaration, own, decorators, reading) }, isDefault);
  const statements = readBlock(declaration, reading);
  return [
    ...statements,
    ...statements.flatMap((statement): readonly Stmt[] =>
      statement.s === 'let' ? boundNames(statement.pattern).map((name) => ({ s: 'export', name, as: name })) : [],
    ),
  ];
}

function boundNames(pattern: Extract<Stmt, { s: 'let' }>['pattern']): readonly string[] {
  if (pattern.p === 'name') return [pattern.name];
  if (pattern.p === 'object') return pattern.entries.flatMap((entry) => boundNames(entry.pattern));
  return [];
}

function definition(statement: Extract<Stmt, { s: 'class' | 'function' }>, isDefault: boolean): readonly Stmt[] {
  const { name, at: place } = statement.s === 'class' ? statement.code : statement.fn;
  const value: Expr = { e: 'name', at: place, name };
  return [statement, isDefault ? { s: 'export-value', as: 'default', value } : { s: 'export', name, as: name }];
}
