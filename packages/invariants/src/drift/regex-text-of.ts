import { callParts, codeChildren, type SyntaxNode } from '@pawl/syntax';
import { plainCode } from '../plain-code.ts';
import type { RegexText } from '../regex/regex-text.ts';

const LITERAL = /^\/([\s\S]*)\/([a-z]*)$/u;
const STRING = /^([a-zA-Z]*)("""|'''|["'`])([\s\S]*)\2$/u;
const FLAG_NAMES: Readonly<Record<string, string>> = {
  ASCII: 'a',
  IGNORECASE: 'i',
  MULTILINE: 'm',
  DOTALL: 's',
  VERBOSE: 'x',
};

/** The regular expression that a call builds or uses, where it is written out as one string. */
export function regexOfCall(node: SyntaxNode): { readonly pattern: SyntaxNode; readonly regex: RegexText } | undefined {
  const shape = node.tree.profile.regexes;
  const call = shape && callParts(node);
  if (shape === undefined || call === undefined || !shape.call.test(call.callee)) return undefined;
  const [pattern, ...rest] = codeChildren(call.list);
  const source = pattern && node.tree.profile.strings.includes(pattern.kind) ? unquoted(pattern.text) : undefined;
  if (pattern === undefined || source === undefined) return undefined;
  const flags = shape.flavour === 'python' ? pythonFlags(rest.map(plainCode)) : (unquoted(rest[0]?.text ?? '') ?? '');
  const held = shape.whole?.test(call.callee) ? 'whole' : shape.start?.test(call.callee) ? 'start' : undefined;
  return { pattern, regex: { source, flags, flavour: shape.flavour, ...(held && { held }) } };
}

/** The regular expression of a literal such as `/a+/i`. */
export function regexOfLiteral({ text, tree }: SyntaxNode): RegexText | undefined {
  const [, source, flags] = LITERAL.exec(text) ?? [];
  const flavour = tree.profile.regexes?.flavour;
  return source === undefined || flags === undefined || flavour === undefined ? undefined : { source, flags, flavour };
}

/** What only a regular expression would hold: a group that is none, a negated class, a class of its own, a repeated group. */
const LOOKS_LIKE_REGEX = /\(\?[:=!<P]|\[\^|\\[dwsDWSb](?![a-z])|[\])][*+?]/u;

/** A string that is put together to a regular expression elsewhere. */
export function regexOfString(node: SyntaxNode): RegexText | undefined {
  const flavour = node.tree.profile.regexes?.flavour;
  const source = unquoted(node.text);
  if (flavour === undefined || source === undefined || !LOOKS_LIKE_REGEX.test(source)) return undefined;
  return { source, flags: '', flavour };
}

/** What a string literal says. One with values in it says nothing that can be compared. */
function unquoted(text: string): string | undefined {
  const [, prefix, quote, body] = STRING.exec(text) ?? [];
  if (prefix === undefined || body === undefined || /f/iu.test(prefix) || (quote === '`' && body.includes('${')))
    return undefined;
  if (/r/iu.test(prefix)) return body;
  return body.replace(/\\([\\'"`])/gu, '$1');
}

function pythonFlags(given: readonly string[]): string {
  const names = given.join('|').match(/\b(?:re|regex)\.([A-Z]+)/gu) ?? [];
  const letters = names.map((name) => name.slice(name.indexOf('.') + 1));
  return [...new Set(letters.map((name) => FLAG_NAMES[name] ?? name.toLowerCase()))]
    .filter((letter) => /^[aimsux]$/u.test(letter))
    .join('');
}
