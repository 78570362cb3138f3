import type { Suppression } from '@pawl/findings';
import { commentText, symbolOf, type SyntaxNode, type SyntaxTree } from '@pawl/syntax';
import { isTestFile } from '../change.ts';
import { codeAfter, codeBeside, commented, type Commented, isAlone } from './commented.ts';
import { type Directive, DIRECTIVE_MARK, DIRECTIVES } from './directives.ts';

/** Everything in a file that silences a scanner about security. Only comments count, and only those that are directives. */
export function suppressionsIn(file: string, tree: SyntaxTree): readonly Suppression[] {
  const marked = markedLines(tree.text);
  if (marked.length === 0) return [];
  const source = commented(tree);
  const found = new Map(marked.flatMap(source.commentsOn).map((comment) => [comment.id, comment]));
  return [...found.values()].flatMap((comment) =>
    directiveTexts(comment).flatMap((text) => toSuppression(file, comment, text, source)),
  );
}

function markedLines(text: string): readonly number[] {
  const lines = new Set<number>();
  let line = 1;
  let from = 0;
  for (const { index } of text.matchAll(DIRECTIVE_MARK)) {
    for (let end = text.indexOf('\n', from); end !== -1 && end < index; end = text.indexOf('\n', from)) {
      line++;
      from = end + 1;
    }
    lines.add(line);
  }
  return [...lines];
}

/**
 * Where a directive may stand: at the start of a comment or, as the Python tools and Semgrep read it, after another
 * directive or remark with a marker of its own (`# type: ignore  # nosec`).
 */
function directiveTexts(comment: SyntaxNode): readonly string[] {
  const text = commentText(comment);
  const parts = text.split(isHash(comment) ? '#' : /\n|\s\/\/\s/u).map((part) => part.replace(/^[\s*]+/u, ''));
  return parts.filter((part) => part !== '');
}

function toSuppression(file: string, comment: SyntaxNode, text: string, source: Commented): readonly Suppression[] {
  const marker = isHash(comment) ? '#' : '//';
  for (const directive of DIRECTIVES) {
    if (directive.markers !== 'any' && directive.markers !== marker) continue;
    const match = directive.pattern.exec(text);
    if (match === null) continue;
    const rules = rulesIn(match[1] ?? '');
    const relevant = rules.filter((rule) => directive.security.test(rule));
    if (rules.length === 0 ? directive.needsRules : relevant.length === 0) return [];
    if (directive.notInTests && isTestFile(file)) return [];
    const { line, column } = comment.start;
    const scope = scopeOfDirective(directive, text, comment, source);
    const code = scope === 'line' ? coveredCode(directive, comment, source) : '';
    return [
      {
        tool: directive.tool,
        rules: relevant,
        scope,
        code,
        text: comment.text,
        location: { file, line, column, symbol: symbolOf(comment) },
      },
    ];
  }
  return [];
}

/** The names in a list of rules, up to the reason that may follow it after `--` or `//`. */
function rulesIn(list: string): readonly string[] {
  const names = (list.split(/\s--|\/\/|\*\//u)[0] ?? '')
    .split(/[\s,]+/u)
    .map((name) => name.replace(/^["']|["':]+$|(?:["']?:.*)$/gu, ''));
  return names.filter((name) => /^[@\w][\w@/.\-:()]*$/u.test(name) && /[A-Za-z]/u.test(name) && name !== 'off');
}

/** Pylint reads one comment three ways: beside code for the line, alone for the block, and `skip-file` for the file. */
function scopeOfDirective(
  { tool, scope }: Directive,
  text: string,
  comment: SyntaxNode,
  source: Commented,
): Suppression['scope'] {
  if (tool !== 'pylint') return scope;
  if (/skip-file/iu.test(text)) return 'file';
  return isAlone(comment, source) && !/disable-next/iu.test(text) ? 'block' : 'line';
}

/** The code that a directive silences: beside it or, where it stands alone or says so, the next code after it. */
function coveredCode({ covers }: Directive, comment: SyntaxNode, source: Commented): string {
  const beside = covers === 'here' ? codeBeside(comment, source) : '';
  return beside === '' ? codeAfter(comment, source) : beside;
}

function isHash(comment: SyntaxNode): boolean {
  return comment.text.startsWith('#');
}
