import { describe, expect, it } from 'vitest';
import { pythonToJavascript } from './python-to-javascript.ts';
import { RegexError } from './regex-error.ts';

const { raw } = String;

function finds(source: string, text: string, flags = ''): boolean {
  const regex = pythonToJavascript(source, flags);
  return new RegExp(regex.source, regex.flags).test(text);
}

describe('when Python syntax is put into JavaScript', () => {
  it.each([
    ['a line break may follow the end', raw`a$`, 'a\n', true],
    ['only one may', raw`a$`, 'a\n\n', false],
    [raw`none may before \Z`, raw`a\Z`, 'a\n', false],
    [raw`\A is the start of the text even for lines`, raw`(?m)\Ab`, 'a\nb', false],
    ['a carriage return ends no line', '(?m)^b', 'a\rb', false],
    ['a dot reads every other line break', '^a.b$', 'a\u2028b', true],
    ['a digit may be of any script', raw`^\d$`, '٣', true],
    ['but not for ASCII', raw`(?a)^\d$`, '٣', false],
    ['letters of words are of any script', raw`\bé\b`, 'né', false],
    ['an information separator is space', raw`^\s$`, '\x1c', true],
    ['a zero-width no-break space is not', raw`^\s$`, '\ufeff', false],
    ['a class may begin with a bracket', '^[]a]$', ']', true],
    ['a class may hold what is no letter of a word', raw`^[^\W\d_]$`, '_', false],
    ['a class of bytes too', raw`^[^\W\d_]$`, 'A', true, 'ai'],
    ['an opening bracket in a class is text', '^[[a]$', '[', true],
    [raw`\b in a class is a backspace`, raw`^[\b]$`, '\b', true],
    ['three digits are a character', raw`^\101$`, 'A', true],
    ['a back reference may go by name', raw`^(?P<q>['"])x(?P=q)$`, `'x"`, false],
    ['a count may begin with nothing', '^a{,2}$', 'aa', true],
    ['braces that count nothing are text', '^a{b}$', 'a{b}', true],
    ['a comment is nothing', 'a(?#b)c', 'ac', true],
    ['space is nothing where layout is free', '(?x) a b # c', 'ab', true],
    ['but it is in a class', '(?x)^[ ]$', ' ', true],
    ['and after a back slash', raw`(?x)^\ $`, ' ', true],
    ['a flag may be for a part', '^(?s:.).$', '\n\n', false],
    ['and end for a part', '(?s)^.(?-s:.)$', '\na', true],
    ['case is ignored', '(?i)^σ$', 'Σ', true],
    ['ASCII has no sign of Kelvin', '^k$', '\u212a', false, 'ai'],
    ['a character may be above the basic plane', raw`^[\U0001f600]$`, '😀', true],
  ])('%s', (_, source, text, expected, flags = '') => {
    expect(finds(source, text, flags)).toBe(expected);
  });

  it.each([
    ['a', '(?(1)a|b)'],
    ['an atomic group', '(?>a)'],
    ['a possessive quantifier', 'a++'],
    ['a character by name', raw`\N{BULLET}`],
    ['case for a part', '(?i:a)'],
    ['the locale', '(?L)a'],
  ])('it does not pretend to understand %s', (_, source) => {
    expect(codeOf(source)).toBe('unsupported');
  });

  it.each(['(', ')', '[a', 'a**', '*a', raw`\y`, '[b-a]', 'a\\', '(?P<n>a'])(
    'it refuses %s as Python does',
    (source) => {
      expect(codeOf(source)).toBe('invalid');
    },
  );
});

function codeOf(source: string): string {
  try {
    return pythonToJavascript(source, '').source;
  } catch (error) {
    if (error instanceof RegexError) return error.code;
    throw error;
  }
}
