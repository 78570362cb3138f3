import { codeText, symbolOf, type SyntaxNode, type SyntaxTree } from '@pawl/syntax';
import { quoted } from '../plain-code.ts';

/** Why nothing calls the function around a node any longer, though something did at the base; undefined where something may. */
export function whyUncalled(
  before: SyntaxNode,
  after: SyntaxNode,
  trees: { readonly base: readonly SyntaxTree[]; readonly head: readonly SyntaxTree[] },
): string | undefined {
  const inner = innerUncalled(before, after);
  if (inner !== undefined) return `nothing calls ${quoted(inner)}`;
  const [was, is] = [outerFunction(before), outerFunction(after)];
  if (was === undefined || is === undefined) return undefined;
  const name = nameOf(is);
  if (name === '' || nameOf(was) !== name) return undefined;
  const lost = decoratorsOf(was).filter((one) => !decoratorsOf(is).includes(one));
  const isUsed = (node: SyntaxNode, all: readonly SyntaxTree[]): boolean =>
    isExported(node, name) || decoratorsOf(node).length > 0 || uses(name, node, all) > 0;
  if (!isUsed(was, trees.base) || isUsed(is, trees.head)) return undefined;
  if (lost[0] !== undefined) return `nothing calls ${quoted(name)} since it lost ${quoted(lost[0])}`;
  return `nothing calls ${quoted(name)} any longer`;
}

/** A function in a function that is new around the code, and that nothing speaks of. */
function innerUncalled(before: SyntaxNode, after: SyntaxNode): string | undefined {
  const known = new Set(namedAround(before).map(nameOf));
  const inner = namedAround(after).slice(0, -1);
  return inner.map(nameOf).find((name) => {
    const definition = inner.find((one) => nameOf(one) === name);
    return (
      !known.has(name) &&
      definition !== undefined &&
      decoratorsOf(definition).length === 0 &&
      uses(name, definition, [definition.tree]) === 0
    );
  });
}

/** The functions that are declared around some code, the innermost first. A member is called by whoever has its object. */
function namedAround(node: SyntaxNode): readonly SyntaxNode[] {
  const { functions } = node.tree.profile;
  const found: SyntaxNode[] = [];
  for (let scope: SyntaxNode | undefined = node; scope !== undefined; scope = scope.parent)
    if (functions.includes(scope.kind) && nameOf(scope) !== '' && isDeclared(scope)) found.push(scope);
  return found;
}

function isDeclared({ kind, parent }: SyntaxNode): boolean {
  return /^(?:generator_)?function_(?:declaration|definition)$/u.test(kind) || parent?.kind === 'variable_declarator';
}

/** The outermost function with a name, below the classes: what is in it is called with it. */
function outerFunction(node: SyntaxNode): SyntaxNode | undefined {
  const { functions } = node.tree.profile;
  let found: SyntaxNode | undefined;
  for (let scope: SyntaxNode | undefined = node; scope !== undefined; scope = scope.parent)
    if (functions.includes(scope.kind) && nameOf(scope) !== '') found = scope;
  return found;
}

function nameOf(node: SyntaxNode): string {
  const around = node.parent?.kind === 'decorated_definition' ? node.parent.parent : node.parent;
  const parent = around === undefined ? '' : symbolOf(around);
  const symbol = symbolOf(node);
  return symbol === parent ? '' : (symbol.split('.').at(-1) ?? '');
}

function decoratorsOf(node: SyntaxNode): readonly string[] {
  const around = node.parent?.kind === 'decorated_definition' ? node.parent : node;
  const own = around.namedChildren.filter(({ kind }) => kind === 'decorator');
  const before: SyntaxNode[] = [];
  const siblings = node.parent?.namedChildren ?? [];
  for (const sibling of siblings) {
    if (sibling.startOffset >= node.startOffset) break;
    if (sibling.kind === 'decorator') before.push(sibling);
    else before.length = 0;
  }
  return [...new Set([...own, ...before].map(({ text }) => text))];
}

/** Whoever imports a file may call what it exports, and in Python all of it that is not private. */
function isExported(node: SyntaxNode, name: string): boolean {
  for (let scope: SyntaxNode | undefined = node; scope !== undefined; scope = scope.parent) {
    if (/^export_statement$/u.test(scope.kind)) return true;
    if (/^assignment_expression$/u.test(scope.kind) && /^(?:module\.)?exports\b/u.test(scope.text)) return true;
    if (scope.kind === 'class_declaration' || scope.kind === 'class_definition') return true;
  }
  const word = escaped(name);
  return new RegExp(
    String.raw`\bexport\s*\{[^}]*\b${word}\b|\bexport\s+default\s+${word}\b|\bmodule\.exports\b[^;]*\b${word}\b|\bexports\.\w+\s*=\s*${word}\b|\b__all__\b[^\]]*\b${word}\b`,
    'u',
  ).test(node.tree.text);
}

/** How often code speaks of a name outside what it names. */
function uses(name: string, definition: SyntaxNode, trees: readonly SyntaxTree[]): number {
  const pattern = new RegExp(String.raw`(?<![\w$])${escaped(name)}(?![\w$])`, 'gu');
  return trees.reduce((sum, tree) => {
    if (!tree.text.includes(name)) return sum;
    const own = tree === definition.tree ? (codeText(definition).match(pattern)?.length ?? 0) : 0;
    const bound = tree === definition.tree && isBoundOutside(definition, name) ? 1 : 0;
    return sum + (codeText(tree.root).match(pattern)?.length ?? 0) - own - bound;
  }, 0);
}

/** `const name = () => …` names a function beside it. */
function isBoundOutside(definition: SyntaxNode, name: string): boolean {
  return definition.field('name')?.text !== name;
}

function escaped(name: string): string {
  return name.replace(/[$]/gu, String.raw`\$`);
}
