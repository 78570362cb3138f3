import { foreignEncoding } from '@pawl/scanner';
import { languageOf } from '@pawl/syntax';
import { quoted } from '../plain-code.ts';
import type { Disguise, Mark, ReadText } from './mark.ts';
import { placeOf } from './place-of.ts';

/**
 * Encodings in which every byte of ASCII stands for itself, so that what we read as a comment, a quote or an end of line is one
 * for Python too. In any other, `+AAo-` or `\n` in a comment begins a statement.
 */
const KEEPS_ASCII =
  /^(?:latin-?[\d_]+|l\d|iso-?8859-?\d{0,2}|(?:cp|windows-)125\d|(?:cp|ibm)(?:437|720|737|775|85\d|86\d|1125)|koi8-[rtu]|mac-?(?:roman|latin2?|cyrillic|greek|turkish|iceland|centeuro)|kz1048|ptcp154|tis-?620|gbk|gb2312|euc-?(?:cn|jp|kr|tw)|cp949)(?:-(?:unix|dos|mac))?$/u;

/** E01: a comment, or a string, that is code. It is a regression on its own, because there is no other reason to write it. */
export const hiddenCode: Disguise = {
  rules: {
    'hidden-code': 'The file is read in an encoding, or has escapes, by which a comment becomes code.',
  },
  marks(read) {
    const language = languageOf(read.source.file, read.source.text.slice(0, 200).split(/[\r\n]/u, 1)[0]);
    if (language === 'python') return pythonMarks(read);
    return language === 'java' ? javaMarks(read) : [];
  },
};

/** Every new version of such a file is told: what is behind a declaration that was there before, nobody read either. */
function pythonMarks({ source }: ReadText): readonly Mark[] {
  const encoding = foreignEncoding(source.text);
  if (encoding === undefined || KEEPS_ASCII.test(encoding.toLowerCase().replaceAll('_', '-'))) return [];
  const offset = Math.max(0, source.text.indexOf(encoding));
  const message = `The file declares the encoding ${quoted(encoding)}, in which Python runs other code than the one that stands here`;
  return [{ ...HIDDEN, message, offset, snippet: encoding, key: `encoding ${source.blob}` }];
}

const HIDDEN = { rule: 'hidden-code', severity: 'high', cwe: 'CWE-506' } as const;

/** Java reads `\u000a` as the end of a line before it knows that it is in a comment. Nothing but a trick ends one so. */
function javaMarks(read: ReadText): readonly Mark[] {
  const { text } = read.source;
  return [...text.matchAll(/(?<!\\)(?:\\\\)*\\u+00([0-7][\da-f])/giu)].flatMap(({ 0: all, 1: hex = '', index }) => {
    const offset = index + all.search(/\\u/u);
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    const place = placeOf(read, offset);
    const ends = place === 'comment' ? /[\r\n*/]/u : place === 'text' ? /[\r\n"]/u : /^/u;
    if (place === 'unknown' || !ends.test(character)) return [];
    if (place === 'comment' && /[*/]/u.test(character) && !endsComment(text, offset)) return [];
    const line = /[^\r\n]*/u.exec(text.slice(text.lastIndexOf('\n', offset) + 1))?.[0] ?? '';
    const message = `Java reads an escape in ${quoted(line)} before all else, and so runs other code than the one that stands here`;
    return [{ ...HIDDEN, message, offset, snippet: line.trim(), key: `escape ${line.trim()}` }];
  });
}

/** Whether the escape is one half of the end of a comment, the other half being written or escaped as well. */
function endsComment(text: string, offset: number): boolean {
  const around = text.slice(Math.max(0, offset - 16), offset + 24);
  return /(?:\*|\\u+002a)(?:\/|\\u+002f)/iu.test(around);
}
