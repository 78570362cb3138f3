import type { CodePaint } from '../paint.ts';

/** Of every language that Pawl reads. What is none in one of them is a name there that nobody minds to see in a colour. */
const KEYWORDS: ReadonlySet<string> = new Set(
  [
    'abstract and as assert async await begin break case catch class const continue def default defer del delete do',
    'elif else elsif end ensure enum except export extends final finally fn for foreach from fun func function global',
    'go goto guard if impl implements import in instanceof interface is lambda let loop match mod module mut namespace',
    'new nil none None not null or override package pass private protected pub public raise range readonly rescue return',
    'select self static struct super switch then this throw throws trait true True false False try type typeof unless',
    'unsafe until use using val var virtual void when where while with yield',
  ].flatMap((line) => line.split(' ')),
);

const HASH = /\.(?:py|pyi|rb|sh|bash|ya?ml|toml|php|tf|dockerfile)$|(?:^|\/)(?:Dockerfile|Makefile|Gemfile)$/iu;
const SLASHES = String.raw`\/\/.*|\/\*.*?(?:\*\/|$)|^\s*\*.*`;
const TEXT = ['"', "'", '`'].map((quote) => `${quote}(?:\\\\.|[^${quote}\\\\])*${quote}?`).join('|');

/**
 * Colours one line of code that is safe to print already: comments, texts, numbers and keywords, by what all languages have
 * in common. A parser would need the whole file, and would know no more that a person looks for in ten lines.
 */
export function syntaxColour(file: string, { dim, yellow, magenta, cyan }: CodePaint): (text: string) => string {
  const comment = HASH.test(file) ? `#.*|${file.endsWith('.php') ? SLASHES : '(?!)'}` : SLASHES;
  const token = new RegExp(`(${comment})|(${TEXT})|(?<![\\w$])(\\d[\\w.]*)|([\\p{L}_$][\\p{L}\\w$]*)`, 'gu');
  return (line) =>
    line.replace(token, (all: string, isComment?: string, isText?: string, isNumber?: string) => {
      if (isComment !== undefined) return dim(all);
      if (isText !== undefined) return yellow(all);
      if (isNumber !== undefined) return cyan(all);
      return KEYWORDS.has(all) ? magenta(all) : all;
    });
}
