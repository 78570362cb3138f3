import type { LineRange, SyntaxNode, SyntaxTree } from '@pawl/syntax';
import { isTestFile } from '../change.ts';
import { plainCode, quoted } from '../plain-code.ts';
import { isDefenceName, MAKES_SAFE } from './defence-name.ts';
import { isHollow, isWithoutEffect } from './hollow-body.ts';
import type { Disguise, Mark, ReadText } from './mark.ts';

/**
 * E06: what is a defence in name only. A scanner believes the name, and so does a reader of the call. A person decides: a
 * default that does nothing, or a check that moved here, may be meant.
 */
export const hollowDefence: Disguise = {
  rules: {
    'hollow-defence':
      'A function is called like a check or an escape, and hands back what it was given or always says yes.',
    'replaced-defence': 'A check or an escape that came from elsewhere is now defined in the file that calls it.',
    'claimed-safe': 'A cast gives a value a type for what was checked or escaped, and nothing checks or escapes it.',
  },
  marks({ source, tree }, { base, lines }) {
    // A double in a test is hollow on purpose, and nothing relies on it.
    if (
      tree === undefined ||
      isTestFile(source.file) ||
      /(?:^|[/._-])(?:mocks?|stubs?|fakes?|fixtures?)[/._-]/iu.test(source.file)
    )
      return [];
    const find: Find = (kinds) => touching(tree, kinds, lines());
    return [
      ...definitions(tree, find).flatMap((each) => toMark(each, base)),
      ...aliases(tree, find),
      ...casts(tree, find),
    ];
  },
};

/** The nodes of these kinds that a change touched. */
type Find = (kinds: readonly string[]) => readonly SyntaxNode[];

function touching(tree: SyntaxTree, kinds: readonly string[], lines: readonly LineRange[]): readonly SyntaxNode[] {
  const found = new Map(lines.flatMap((range) => tree.root.find(kinds, range)).map((node) => [node.id, node]));
  return [...found.values()];
}

/** A name that stands for a function of its own, or for the value that is given to it. */
interface Definition {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly isFunction: boolean;
}

/** Free functions and names: a method may be there to be overridden, and a default for one in an option says what it is. */
function definitions(tree: SyntaxTree, find: Find): readonly Definition[] {
  const { functions, bindings, nameField, classes, objects } = tree.profile;
  const given = bindings.filter(({ kind }) => /declarator|^assignment/u.test(kind)).map(({ kind }) => kind);
  const found = find([...functions, ...given]);
  const named = found.filter(({ kind }) => functions.includes(kind)).flatMap((node) => nameIn(node, nameField, node));
  const bound = found.flatMap((node) => {
    const shape = bindings.find(({ kind }) => kind === node.kind);
    const value = shape && node.field(shape.value);
    return shape && value ? nameIn(node, shape.name, value) : [];
  });
  return [...named, ...bound]
    .map(({ name, node }) => ({ name, node, isFunction: functions.includes(node.kind) }))
    .filter(
      ({ name, node }) => isDefenceName(name) && !objects.includes(node.parent?.kind ?? '') && !isIn(node, classes),
    );
}

function nameIn(node: SyntaxNode, field: string, value: SyntaxNode): readonly { name: string; node: SyntaxNode }[] {
  const name = node.field(field)?.text.split('.').at(-1);
  return name === undefined ? [] : [{ name, node: value }];
}

function isIn(node: SyntaxNode, kinds: readonly string[]): boolean {
  for (let outer = node.parent; outer !== undefined; outer = outer.parent) if (kinds.includes(outer.kind)) return true;
  return false;
}

function toMark({ name, node, isFunction }: Definition, base: ReadText | undefined): readonly Mark[] {
  if (isFunction ? isHollow(node) : isWithoutEffect(node)) {
    const message = `${quoted(name)} is called like a defence, and hands back what it is given or always says yes`;
    return [{ ...MEANS, rule: 'hollow-defence', message, ...placed(node), key: `hollow ${name}` }];
  }
  if (!isFunction || base === undefined || !wasImported(name, base)) return [];
  const message = `${quoted(name)} came from elsewhere in the locked version, and is now defined where it is called`;
  return [{ ...MEANS, rule: 'replaced-defence', message, ...placed(node), key: `replaced ${name}` }];
}

const MEANS = { severity: 'medium', cwe: 'CWE-693' } as const;

function placed(node: SyntaxNode): Pick<Mark, 'offset' | 'snippet'> {
  return { offset: node.startOffset, snippet: node.text.split('\n', 1)[0] ?? '' };
}

/** Imported, and called at least once. */
function wasImported(name: string, { tree }: ReadText): boolean {
  if (tree === undefined) return false;
  const { calls } = tree.profile;
  const isCalled = tree.root
    .find(calls.map(({ kind }) => kind))
    .some((call) =>
      calls.some(({ kind, callee }) => kind === call.kind && callee !== undefined && call.field(callee)?.text === name),
    );
  return isCalled && tree.root.find(IMPORTS).some((node) => namesIn(node).includes(name));
}

const IMPORTS: readonly string[] = [
  'import_statement',
  'import_from_statement',
  'import_declaration',
  'variable_declarator',
];

function namesIn(node: SyntaxNode): readonly string[] {
  const isImport =
    node.kind !== 'variable_declarator' ||
    /^(?:await )?(?:require|import)\(/u.test(plainCode(node.field('value') ?? node));
  if (!isImport) return [];
  const names = node.kind === 'variable_declarator' ? (node.field('name') ?? node) : node;
  return names
    .find([...node.tree.profile.identifiers, 'shorthand_property_identifier_pattern'])
    .map(({ text }) => text);
}

/** `import { identity as escapeHtml }`: the name at the call is a defence, and what it calls has another. */
function aliases(tree: SyntaxTree, find: Find): readonly Mark[] {
  if (!/\bas\b/u.test(tree.text)) return [];
  return find(['import_specifier', 'aliased_import']).flatMap((node) => {
    const [real, alias] = [node.field('name')?.text.split('.').at(-1), node.field('alias')?.text];
    if (real === undefined || alias === undefined || real === 'default') return [];
    if (!isDefenceName(alias) || isDefenceName(real) || MAKES_SAFE.test(`${real}(`)) return [];
    const message = `${quoted(real)} is imported under the name ${quoted(alias)}, which is that of a defence`;
    return [{ ...MEANS, rule: 'hollow-defence', message, ...placed(node), key: `alias ${real} ${alias}` }];
  });
}

/** `value as SafeHtml`, `cast(SafeStr, value)`: types that others take for a proof. */
const SAFE_TYPE =
  /^(?:\w+\.)?(?:Safe(?!Parse)|Trusted|Saniti[sz]ed|Escaped|Purified|Verified|Validated|Authori[sz]ed)[A-Z]\w*(?:<.*>)?$/u;

/** A text without such a word has no such type, and is not walked through. */
const SAFE_WORD = /(?:Safe|Trusted|Saniti[sz]ed|Escaped|Purified|Verified|Validated|Authori[sz]ed)[A-Z]/u;

function casts(tree: SyntaxTree, find: Find): readonly Mark[] {
  if (!SAFE_WORD.test(tree.text)) return [];
  return find(['as_expression', 'type_assertion', 'call']).flatMap((node) => {
    const [value, type] = castOf(node) ?? [];
    if (value === undefined || type === undefined || !SAFE_TYPE.test(type) || MAKES_SAFE.test(value)) return [];
    const message = `${quoted(node.text)} says that a value is safe, and nothing makes it so`;
    return [{ ...MEANS, rule: 'claimed-safe', message, ...placed(node), key: `cast ${type} ${value}` }];
  });
}

function castOf(node: SyntaxNode): readonly [value: string, type: string] | undefined {
  const [first, second] = node.kind === 'call' ? argumentsOf(node) : node.namedChildren;
  if (first === undefined || second === undefined) return undefined;
  if (node.kind === 'as_expression') return [plainCode(first), plainCode(second)];
  if (node.kind === 'type_assertion') return [plainCode(second), plainCode(first).replace(/^<|>$/gu, '')];
  return [plainCode(second), plainCode(first).replace(/^"|"$/gu, '')];
}

function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const isCast = /^(?:(?:typing|t)\.)?cast$/u.test(call.field('function')?.text ?? '');
  return isCast ? (call.field('arguments')?.namedChildren ?? []) : [];
}
