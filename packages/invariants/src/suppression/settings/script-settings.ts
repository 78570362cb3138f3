import type { Suppression } from '@pawl/findings';
import { hidesNothing } from './out-of-sight.ts';
import { ABOUT_SECURITY, ESLINT_SECURITY } from './about-security.ts';
import type { SettingsRead } from './suppressions-in-settings.ts';

export const SCRIPT: RegExp = /(?:^|\/)(?:eslint\.config\.[cm]?[jt]s|\.eslintrc\.[cm]?js|\.secretlintrc\.[cm]?js)$/iu;

export function isScript(file: string): boolean {
  return SCRIPT.test(file);
}

const OFF = /(["'])([@\w/-]+)\1\s*:\s*(?:0\b|(["'])off\3|\[\s*(?:0\b|(["'])off\4)[^\]]{0,1000}\])\s*,?/gu;
const IGNORES =
  /\b(?:ignores|ignorePatterns|globalIgnores|excludedFiles)\b\s*(?::\s*|\(\s*)(\[[^\]]{0,5000}\]|(["'`])[^"'`\n]{0,500}\2)/gu;

/** Settings that are a program are read by their words: a rule that is off, and lists of what is ignored. */
export function suppressionsInScript(file: string, text: string): SettingsRead {
  const code = withoutComments(text);
  const off = [...code.matchAll(OFF)].flatMap((match) => {
    const rule = match[2] ?? '';
    return ESLINT_SECURITY.test(rule) ? [toSuppression(file, code, match.index, [rule], '', match[0])] : [];
  });
  const ignored = [...code.matchAll(IGNORES)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/(["'`])([^"'`\n]*)\1/gu)]
      .map((item) => item[2] ?? '')
      .filter((pattern) => pattern !== '' && !pattern.startsWith('!') && !hidesNothing(pattern))
      .map((pattern) => toSuppression(file, code, match.index + match[0].indexOf(pattern), [], pattern, pattern)),
  );
  const rest = code
    .replace(OFF, '')
    .replace(IGNORES, (said) => (said.includes('...') || said.includes('!') ? said : ''))
    .split('\n')
    .map((line) => line.trim().replace(/,$/u, ''))
    .filter((line) => ABOUT_SECURITY.test(line));
  return { suppressions: [...off, ...ignored], rest: rest.sort().join('\n') };
}

function toSuppression(
  file: string,
  text: string,
  offset: number,
  rules: readonly string[],
  code: string,
  said: string,
): Suppression {
  const line = text.slice(0, offset).split('\n').length;
  return {
    tool: 'eslint',
    rules,
    scope: 'file',
    code,
    text: said.replace(/,$/u, ''),
    location: { file, line, symbol: '' },
  };
}

/** Without comments, at equal length; a text may look like one. By one walk, because a comment that nobody ends is looked for to the end. */
function withoutComments(text: string): string {
  let kept = '';
  for (let at = 0; at < text.length;) {
    const end = endOf(text, at);
    const part = text.slice(at, end);
    kept += /^\/[/*]/u.test(part) ? part.replace(/[^\n]/gu, ' ') : part;
    at = end;
  }
  return kept;
}

/** Where the text, the comment or the plain code that begins at a place ends. */
function endOf(text: string, at: number): number {
  const quote = text[at] ?? '';
  if (/["'`]/u.test(quote)) {
    let end = at + 1;
    while (end < text.length && text[end] !== quote && (quote === '`' || text[end] !== '\n'))
      end += text[end] === '\\' ? 2 : 1;
    return Math.min(text.length, end + 1);
  }
  const isComment = text[at] === '/' && /[/*]/u.test(text[at + 1] ?? '');
  if (isComment) {
    const isLine = text[at + 1] === '/';
    const end = text.indexOf(isLine ? '\n' : '*/', at + 2);
    return end === -1 ? text.length : end + (isLine ? 0 : 2);
  }
  const next = /["'`]|\/[/*]/gu;
  next.lastIndex = at + 1;
  return next.exec(text)?.index ?? text.length;
}
