import { normaliseCode, type Suppression } from '@pawl/findings';
import { enclosingSymbol, type LineRange, type SyntaxNode, type SyntaxTree } from '@pawl/syntax';
import { type Annotation, ANNOTATION_MARK, ANNOTATIONS } from './annotations.ts';
import { lineIndex } from './line-index.ts';
import type { Silencing } from './silencing.ts';

/** So many are looked up in the tree; of a flood the text and the line say enough. */
const MOST_PLACED = 500;

/** How far behind an annotation its declaration is looked for. */
const FAR = 4_000;

/** What a language's own annotations silence in a file. The name of what is declared is the code that they cover. */
export function annotated(file: string, tree: SyntaxTree): readonly Silencing[] {
  if (!ANNOTATION_MARK.test(tree.text)) return [];
  const lineOf = lineIndex(tree.text);
  return ANNOTATIONS.filter(({ languages }) => languages.includes(tree.profile.id)).flatMap((annotation) =>
    [...tree.text.matchAll(annotation.pattern)].flatMap((match, index) =>
      silencingOf({ file, tree, lineOf, isPlaced: index < MOST_PLACED }, annotation, match),
    ),
  );
}

interface Annotated {
  readonly file: string;
  readonly tree: SyntaxTree;
  readonly lineOf: (offset: number) => number;
  readonly isPlaced: boolean;
}

function silencingOf(
  { file, tree, lineOf, isPlaced }: Annotated,
  { tool, security, scope }: Annotation,
  match: RegExpExecArray,
): readonly Silencing[] {
  const names = namesIn(match[1] ?? '');
  const rules = names.filter((name) => security.test(name));
  const isBare = match[1] === undefined || (tool === 'spotbugs' && names.length === 0);
  if ((rules.length === 0 && !isBare) || (isPlaced && isNoCode(tree, match.index))) return [];
  const line = lineOf(match.index);
  const isWhole = /^#!|^(?:assembly|module)\s*:|^@file:/u.test(match[0]);
  const declared = isWhole ? undefined : declaredAfter(tree.text, match.index + match[0].length, lineOf);
  const suppression: Suppression = {
    tool,
    rules,
    scope: isWhole ? 'file' : scope,
    code: declared?.code ?? '',
    text: match[0].trim(),
    location: {
      file,
      line,
      symbol: isWhole || !isPlaced ? '' : enclosingSymbol(tree, { line: declared?.line ?? line }),
    },
  };
  return [{ suppression, ...(isWhole || !isPlaced ? {} : { range: rangeOf(tree, declared?.line ?? line) }) }];
}

/** What stands in quotes, or else what stands between commas; the titles of arguments (`justification = …`) say nothing. */
function namesIn(list: string): readonly string[] {
  const said = list.replace(
    /\b(?:justification|Justification|reason|Scope|Target|MessageId)\s*=\s*(?:@?"[^"]*"|'[^']*')/gu,
    '',
  );
  const quoted = [...said.matchAll(/"([^"]*)"/gu)].map((match) => match[1] ?? '');
  const names = quoted.length > 0 ? quoted : said.split(/[\s,{}]+/u);
  return names.map((name) => name.trim()).filter((name) => name !== '' && !name.endsWith('='));
}

function isNoCode(tree: SyntaxTree, offset: number): boolean {
  const { comments, strings } = tree.profile;
  for (let node: SyntaxNode | undefined = tree.nodeAt(offset); node !== undefined; node = node.parent) {
    if (comments.includes(node.kind) || strings.includes(node.kind)) return !/pragma/u.test(node.kind);
  }
  return false;
}

/** The head of the next line of code that is no annotation itself: its parameters may change. */
function declaredAfter(
  text: string,
  offset: number,
  lineOf: Annotated['lineOf'],
): { readonly code: string; readonly line: number } | undefined {
  let line = lineOf(offset);
  for (const each of text.slice(offset, offset + FAR).split('\n')) {
    const code = each.replace(/^[\s)\]]+/u, '');
    const isOther = /^(?:@\w|#|\[|\/[/*]|\*|$)/u.test(code);
    if (!isOther) return { code: normaliseCode(code.split(/[({=]/u)[0] ?? ''), line };
    line++;
  }
  return undefined;
}

function rangeOf(tree: SyntaxTree, line: number): LineRange {
  const { functions, classes } = tree.profile;
  const around = tree.root.find([...functions, ...classes], { first: line, last: line });
  const declared = around.filter(({ start, end }) => start.line <= line && end.line >= line).at(-1);
  return { first: line, last: declared?.end.line ?? line };
}
