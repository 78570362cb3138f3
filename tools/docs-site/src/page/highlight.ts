import { escapeHtml } from './escape-html.ts';

const KEYWORDS: ReadonlySet<string> = new Set(
  [
    'as async await break case catch class const continue def default elif else export extends finally for from function',
    'if implements import in interface is let new not null of or raise readonly return satisfies switch throw true false',
    'try type typeof undefined until while with yield None True False do done fi then esac',
  ].flatMap((line) => line.split(' ')),
);
const HASH: readonly string[] = ['sh', 'yaml', 'yml', 'toml', 'python', 'py', 'ini'];
const SLASHES: readonly string[] = ['ts', 'js', 'mjs', 'jsonc', 'json', 'tsx', 'jsx'];
const TEXT = `"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])*'|\`(?:\\\\.|[^\`\\\\])*\``;

/**
 * A block of code as HTML. Comments, texts, keywords and the lines of a difference are told apart, and no more: a real highlighter
 * is larger than all our pages.
 */
export function highlight(code: string, language: string): string {
  if (language === 'diff') return code.split('\n').map(differing).join('\n');
  const comment = HASH.includes(language) ? '(?<![\\S])#.*' : '\\/\\/.*|\\/\\*[^]*?\\*\\/';
  if (!HASH.includes(language) && !SLASHES.includes(language)) return escapeHtml(code);
  const token = new RegExp(`(${comment})|(${TEXT})|([\\p{L}_$][\\p{L}\\w$]*)`, 'gu');
  let html = '';
  let end = 0;
  for (const match of code.matchAll(token)) {
    html += escapeHtml(code.slice(end, match.index)) + coloured(match);
    end = match.index + match[0].length;
  }
  return html + escapeHtml(code.slice(end));
}

function coloured([all, comment, text]: RegExpMatchArray): string {
  if (comment !== undefined) return span('comment', all);
  if (text !== undefined) return span('text', all);
  return KEYWORDS.has(all) ? span('keyword', all) : escapeHtml(all);
}

function differing(line: string): string {
  if (line.startsWith('+')) return `<ins>${escapeHtml(line)}</ins>`;
  return line.startsWith('-') ? `<del>${escapeHtml(line)}</del>` : escapeHtml(line);
}

function span(kind: string, text: string): string {
  return `<span class="${kind}">${escapeHtml(text)}</span>`;
}
