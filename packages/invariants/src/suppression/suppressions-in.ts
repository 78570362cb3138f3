import type { Suppression } from '@pawl/findings';
import { commentText, symbolOf, type SyntaxNode, type SyntaxTree } from '@pawl/syntax';
import { isTestFile } from '../change.ts';
import { annotated } from './annotated.ts';
import { codeAfter, codeBeside, commented, type Commented, isAlone } from './commented.ts';
import { type Directive, DIRECTIVE_MARK, DIRECTIVES } from './directives.ts';
import { markedLines } from './marked-lines.ts';
import { rulesIn } from './rules-in.ts';
import type { Silencing } from './silencing.ts';
import { type End, endOf } from './silenced-lines.ts';
import { statementAt } from './statement-at.ts';

/**
 * Everything in a file of code that silences a scanner about security. Only comments and annotations count, and only
 * those that are directives.
 */
export function suppressionsIn(file: string, tree: SyntaxTree): readonly Silencing[] {
  return [...inComments(file, tree), ...annotated(file, tree)];
}

function inComments(file: string, tree: SyntaxTree): readonly Silencing[] {
  const marked = markedLines(tree.text, DIRECTIVE_MARK);
  if (marked.length === 0) return [];
  const source = commented(tree);
  const found = [...new Map(marked.flatMap(source.commentsOn).map((comment) => [comment.id, comment])).values()];
  const read = found.flatMap((comment) => directiveTexts(comment).map((text) => ({ comment, text })));
  const ends = read.flatMap(({ comment, text }) => endsIn(comment, text));
  return read.flatMap(({ comment, text }) => silencingsOf(file, comment, text, source, ends));
}

/**
 * Where a directive may stand: at the start of a comment or, as the Python tools and Semgrep read it, after another
 * directive or remark with a marker of its own (`# type: ignore  # nosec`).
 */
function directiveTexts(comment: SyntaxNode): readonly string[] {
  const text = commentText(comment);
  const parts = text.split(isHash(comment) ? '#' : /\n|\s\/\/\s?/u).map((part) => part.replace(/^[\s*!]+/u, ''));
  return parts.filter((part) => part !== '');
}

function endsIn(comment: SyntaxNode, text: string): readonly End[] {
  return DIRECTIVES.flatMap(({ tool, ends }) => {
    const match = ends?.exec(text);
    return match ? [{ tool, rules: rulesIn(match[1] ?? ''), line: comment.start.line }] : [];
  });
}

/** The directive that a comment starts with, and those that it holds behind other words. */
function silencingsOf(
  file: string,
  comment: SyntaxNode,
  text: string,
  source: Commented,
  ends: readonly End[],
): readonly Silencing[] {
  const marker = isHash(comment) ? '#' : '//';
  const known = DIRECTIVES.filter(({ markers }) => markers === 'any' || markers === marker);
  const first = known.find(({ pattern }) => pattern.test(text));
  const behind = known.filter((directive) => directive.anywhere && directive.tool !== first?.tool);
  return [
    ...(first ? silencingOf(file, comment, text, first, source, ends) : []),
    ...behind.flatMap((directive) => {
      const rest = restFrom(text, directive);
      return rest === undefined ? [] : silencingOf(file, comment, rest, directive, source, ends);
    }),
  ];
}

/** A directive behind other words is one where nothing but its rules or a reason follows: prose goes on in words. */
function restFrom(text: string, { pattern }: Directive): string | undefined {
  for (const { index } of text.matchAll(/(?<=[\s,;(])(?=[a-z])/giu)) {
    const rest = text.slice(index, index + 500);
    const match = pattern.exec(rest);
    if (match !== null && /^\s*(?:$|[-–—,;:)(])/u.test(rest.slice(match[0].length))) return rest;
  }
  return undefined;
}

function silencingOf(
  file: string,
  comment: SyntaxNode,
  text: string,
  directive: Directive,
  source: Commented,
  ends: readonly End[],
): readonly Silencing[] {
  const match = directive.pattern.exec(text);
  const rules = rulesIn(match?.[1] ?? '');
  const relevant = rules.filter((rule) => directive.security.test(rule));
  if (rules.length === 0 ? directive.needsRules : relevant.length === 0) return [];
  if (directive.notInTests && isTestFile(file)) return [];
  const { line, column } = comment.start;
  const scope = scopeOfDirective(directive, text, comment, source);
  const beside = scope === 'line' && !reachesOn(directive, text) ? codeBeside(comment, source) : '';
  const suppression: Suppression = {
    tool: directive.tool,
    rules: relevant,
    scope,
    code: scope === 'line' ? coveredCode(directive, comment, beside, source) : '',
    text: comment.text,
    location: { file, line, column, symbol: symbolOf(comment) },
  };
  if (directive.tool === 'flake8' && rules.length === 0 && isOnlyStyle(suppression)) return [];
  if (scope === 'block') return [{ suppression, range: blockAfter(directive, relevant, comment, ends) }];
  return [{ suppression, statement: () => statementAt(comment, beside !== '') }];
}

/** What of the standard library Bandit's rules judge where it is imported. */
const JUDGED =
  /\b(?:pickle|cPickle|dill|shelve|marshal|subprocess|telnetlib|ftplib|xml|xmlrpc|lxml|Crypto|Cryptodome|wsgiref)\b/u;

/** Beside an import or the head of a definition, a bare `# noqa` is about names and order: nothing runs there. */
function isOnlyStyle({ scope, code }: Suppression): boolean {
  return (
    scope === 'line' &&
    /^(?:from [\w.]+ import\b|import |def \w+\((?!.*[(=])|class \w+[(:])/u.test(code) &&
    !JUDGED.test(code)
  );
}

/** Some directives say themselves that they are for the line after them. */
function reachesOn({ covers }: Directive, text: string): boolean {
  return covers === 'next' || /next-?line/iu.test(text.slice(0, 60));
}

function blockAfter(
  { tool }: Directive,
  rules: readonly string[],
  comment: SyntaxNode,
  ends: readonly End[],
): { readonly first: number; readonly last: number } {
  const first = comment.end.line + 1;
  const around = tool === 'pylint' ? comment.parent?.end.line : undefined;
  return { first, last: Math.min(around ?? Infinity, endOf({ tool, rules, line: comment.start.line }, ends)) };
}

/** Pylint and RuboCop read one comment two ways: beside code for the line, alone for all that follows. Some lines name the whole file. */
function scopeOfDirective(
  { tool, scope }: Directive,
  text: string,
  comment: SyntaxNode,
  source: Commented,
): Suppression['scope'] {
  if (tool !== 'pylint' && tool !== 'rubocop') return scope;
  if (/^pylint\s*:\s*skip-file/iu.test(text)) return 'file';
  return isAlone(comment, source) && !/disable-next/iu.test(text) ? 'block' : 'line';
}

/** The code that a directive silences: beside it or, where it stands alone or says so, the next code after it. */
function coveredCode(directive: Directive, comment: SyntaxNode, beside: string, source: Commented): string {
  if (directive.statement && beside !== '') return statementAt(comment, true);
  return beside === '' ? codeAfter(comment, source) : beside;
}

function isHash(comment: SyntaxNode): boolean {
  return comment.text.startsWith('#');
}
