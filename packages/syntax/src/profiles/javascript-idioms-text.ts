import type { Idiom } from '../idiom.ts';
import { callee, careful, careless, module } from './javascript-idioms-row.ts';

const OTHER_ESCAPES: readonly Idiom[] = [
  careful(
    'encode',
    3,
    ['call'],
    callee(
      /\w*[eE]scape\w*|CSS\.escape|cssesc|jsesc|sqlEscape|quote\w*|addslashes|(?:encode|sanitize)(?:Header|Filename|Csv|CSV|Ldap|Cell|Path|Json|JSON|JavaScript|Css|CSS|Words?)\w*/u,
    ),
  ),
  careful('encode', 3, ['string', 'regex', 'call'], /\\x00-\\x(?:1[fF]|20|08)|\\u0000-\\u00(?:1[fF]|20)|\\p\{C/u),
  careful(
    'encode',
    3,
    ['call'],
    /\.replace(?:All)?\(\/(?:\\\\|\[["\\]{1,6}\])\/g,"(?:\\\\\\\\|\\\\?\$&|\\{2,4}\$&|\\{2,4})"\)/u,
  ),
  careful('encode', 3, ['call'], /\.replace(?:All)?\(\/\[?(?:\\r\?|\\[rn]){1,2}[^/]{0,12}\/g,"[^"]{0,6}"\)/u),
  careful('encode', 3, ['call'], /\.replace(?:All)?\(\/\[?["`]{1,2}[^/]{0,8}\/g,/u),
  careful('encode', 2, ['call'], /\.replace(?:All)?\(\/\[\^[^\]]{1,60}\][+*]?\/[gimu]{1,4},"[^"]{0,3}"\)$/u),
  careful('encode', 2, ['regex'], /^\/\[(?=[^\]]{0,20}["'`])(?=[^\]]{0,20}(?:\\\\|[<>&]))[^\]]{1,24}\]\/g/u),
  careful('encode', 2, ['call'], /^[\w.()]{1,60}\.replaceAll\(/u),
  careful('encode', 1, ['regex'], /^\/[^ ]{0,80}\/(?=[a-z]{0,3}g)[gimsuy]{1,4}$/u),
  careful('encode', 3, ['string', 'regex'], /^["/]\^?\[=\+\\?-@/u),
  careful(
    'encode',
    3,
    ['call'],
    callee(/\w*(?:safe|escape|encode|sanitize)_?(?:Json|JSON)\w*|safeJsonStringify|stringifySafe|uneval|devalue\.\w+/u),
  ),
  careless('encode', 2, ['call'], /\.replace\(["`][^\w ]{1,3}["`],["`][^()]{0,12}["`]\)$/u),
  careless('encode', 2, ['regex'], /^\/\\?["'<>&\\/]{1,2}\/i?$/u),
];

const PATTERNS: readonly Idiom[] = [
  careful(
    'regex',
    3,
    ['call'],
    callee(
      /\w*(?:[eE]scape|[qQ]uote)_?(?:RegExp?|Regexp?|StringRegexp|Pattern)\w*|_\.escapeRegExp|RegExp\.escape|regexEscape|safeRegex|RE2/u,
    ),
  ),
  careful(
    'regex',
    3,
    ['import', 'call'],
    module(/re2|safe-regex2?|escape-string-regexp|lodash[./]escaperegexp|recheck|redos-detector|picomatch|anymatch/iu),
  ),
  careful(
    'regex',
    3,
    ['call', 'regex'],
    /\[(?=[^/]{0,30}\*)(?=[^/]{0,30}\+)(?=[^/]{0,30}\?)(?=[^/]{0,30}[$^])[^/]{4,40}\]\)?\/g/u,
  ),
  careful('regex', 2, ['regex'], /\{0,\d{1,5}\}|\{1,\d{1,5}\}/u),
  careful('regex', 2, ['regex'], /^\/\^(?!\/)[^/]{1,160}\$\/[a-z]{0,4}$/u),
  careful('regex', 2, ['regex'], /^\/.{1,250}\/[gmu]{0,3}i[gmuy]{0,3}$/u),
  careless('regex', 3, ['regex'], /\((?:\?:)?(?:\\?[^()\\]){0,30}[+*]\)[+*]|\((?:\?:)?\.[*+]\??\)[+*]/u),
  careless('regex', 2, ['regex'], /\.\*\??[^/]{0,20}\.\*|\[\\s\\S\]\*[^?][^/]{0,20}\[\\s\\S\]\*|\\s\*[^/]{0,4}\\s\*/u),
  careless(
    'regex',
    2,
    ['call'],
    /^new RegExp\((?!.{0,120}(?:[eE]scape|[qQ]uote|[sS]ource))(?:[\w.]{1,60}[,)]|"[^"]{0,20}"\+[\w.]{1,60}[+,)])/u,
  ),
  careless('regex', 3, ['call'], /^new RegExp\([^)]{0,60}req(?:uest)?\.(?:query|body|params)/u),
];

/** Escapes and regular expressions. */
export const JAVASCRIPT_TEXT_IDIOMS: readonly Idiom[] = [...OTHER_ESCAPES, ...PATTERNS];
