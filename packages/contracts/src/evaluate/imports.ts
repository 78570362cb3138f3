import type { Node } from '../ast/node.ts';
import { argumentsOf, findKind, parts } from '../ast/nodes.ts';
import type { MustNotPromise } from '../contract.ts';
import { matchesAny } from '../document/glob.ts';
import type { Subject } from './evaluate.ts';

/** One import and the modules it may mean, as they are written: names or paths, with leading dots where they are relative. */
export interface Import {
  readonly node: Node;
  readonly names: readonly string[];
}

export function importsIn({ root, language }: Subject): readonly Import[] {
  return language === 'python' ? importsInPython(root) : importsInScript(root);
}

function importsInScript(root: Node): readonly Import[] {
  const declared = ['import_statement', 'export_statement']
    .flatMap((kind) => findKind(root, kind))
    .flatMap((node) => named(node, node.field('source')));
  const called = findKind(root, 'call_expression')
    .filter((node) => /^(?:require|import|require\.resolve)$/u.test(node.field('function')?.text() ?? ''))
    .flatMap((node) => named(node, argumentsOf(node)[0] ?? null));
  const required = findKind(root, 'import_require_clause').flatMap((node) => named(node, node.field('source')));
  return [...declared, ...called, ...required];
}

function named(node: Node, source: Node | null): readonly Import[] {
  const text = source?.text() ?? '';
  return /^(['"`])[^$]*\1$/u.test(text) ? [{ node, names: [text.slice(1, -1)] }] : [];
}

function importsInPython(root: Node): readonly Import[] {
  const plain = findKind(root, 'import_statement').map((node) => ({ node, names: parts(node).map(moduleName) }));
  const from = findKind(root, 'import_from_statement').map((node) => ({ node, names: importedFrom(node) }));
  const called = findKind(root, 'call')
    .filter((node) => DYNAMIC.test(node.field('function')?.text() ?? ''))
    .flatMap((node) => named(node, argumentsOf(node)[0] ?? null));
  return [...plain, ...from, ...called];
}

const DYNAMIC = /^(?:importlib\.import_module|import_module|__import__)$/u;

/** `from a import b` may mean the module `a` or `a.b`. */
function importedFrom(node: Node): readonly string[] {
  const module = node.field('module_name')?.text() ?? '';
  const names = node.fieldChildren('name').map(moduleName);
  return [module, ...names.map((name) => (module.endsWith('.') ? `${module}${name}` : `${module}.${name}`))];
}

function moduleName(node: Node): string {
  return node.kind() === 'aliased_import' ? (node.field('name')?.text() ?? '') : node.text();
}

/** The first name by which an import is one of these files, as far as names tell, or of these modules. */
export function forbiddenName(
  { names }: Import,
  imports: MustNotPromise['imports'],
  subject: Subject,
): string | undefined {
  return names.find((name) => name !== '' && isForbidden(name, imports, subject));
}

function isForbidden(
  name: string,
  { files, modules }: MustNotPromise['imports'],
  { file, language }: Subject,
): boolean {
  const module = name.replace(/^node:/u, '');
  const separator = language === 'python' ? '.' : '/';
  const isModule = modules
    .map((one) => one.replace(/^node:/u, ''))
    .some((one) => module === one || module.startsWith(`${one}${separator}`));
  if (isModule) return true;
  const candidates = language === 'python' ? pythonFiles(name, file) : scriptFiles(name, file);
  return candidates.some((candidate) => matchesAny(files, candidate));
}

const EXTENSIONS = [
  '',
  '.ts',
  '.tsx',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.mts',
  '.cts',
  '/index.ts',
  '/index.tsx',
  '/index.js',
];

function scriptFiles(name: string, file: string): readonly string[] {
  const folder = file.split('/').slice(0, -1);
  const bases = name.startsWith('.') ? [joined(folder, name)] : aliased(name);
  return bases.flatMap((base) => {
    if (base === undefined) return [];
    const bare = base.replace(/\.[cm]?jsx?$/u, '');
    return EXTENSIONS.flatMap((extension) => [`${base}${extension}`, `${bare}${extension}`]);
  });
}

/** Names that a bundler or compiler maps to the project's own folders. */
function aliased(name: string): readonly string[] {
  const own = /^(?:@\/|~\/|#)(.*)$/u.exec(name)?.[1];
  return (own === undefined ? [name] : [own]).flatMap((path) => [path, `src/${path}`, `app/${path}`]);
}

function joined(folder: readonly string[], path: string): string | undefined {
  const found = [...folder];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') found.push(part);
    else if (found.pop() === undefined) return undefined;
  }
  return found.join('/');
}

function pythonFiles(name: string, file: string): readonly string[] {
  const folder = file.split('/').slice(0, -1);
  const dots = /^\.+/u.exec(name)?.[0].length ?? 0;
  const path = name
    .slice(dots)
    .split('.')
    .filter((part) => part !== '');
  const roots =
    dots > 0
      ? [folder.slice(0, Math.max(0, folder.length - dots + 1))]
      : [...folder.keys(), folder.length].map((size) => folder.slice(0, size));
  const all = dots > 0 ? roots : [...roots, ['src']];
  return all.flatMap((root) => {
    const base = [...root, ...path].join('/');
    return [`${base}.py`, `${base}/__init__.py`];
  });
}
