import type { Data } from './data.ts';

/** A scalar, or a list or a map in brackets. `undefined` where a bracket or a quote is not closed. */
export function readFlow(text: string): Data {
  const reader = { text: text.trim(), at: 0 };
  if (!/^["'[{]/u.test(reader.text)) return reader.text.replace(/^[&!]\S+[ \t]+/u, '');
  const value = readValue(reader, 0);
  return reader.at < reader.text.length ? undefined : value;
}

interface Reader {
  readonly text: string;
  at: number;
}

const DEEPEST = 30;

function readValue(reader: Reader, depth: number): Data {
  skip(reader, /[\s]*/uy);
  const sign = reader.text[reader.at];
  if (depth > DEEPEST || sign === undefined) return undefined;
  if (sign === '[' || sign === '{') return readCollection(reader, sign, depth);
  const quoted = skip(reader, /"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*'/uy);
  if (quoted !== '') return unquoted(quoted);
  return sign === '"' || sign === "'" ? undefined : skip(reader, /(?:[^,\]}{[:]|:(?!\s|$))*/uy).trim();
}

function readCollection(reader: Reader, open: '[' | '{', depth: number): Data {
  const items: Data[] = [];
  const pairs: [string, Data][] = [];
  const close = open === '[' ? ']' : '}';
  reader.at++;
  for (;;) {
    skip(reader, /[\s,]*/uy);
    if (reader.text[reader.at] === close) {
      reader.at++;
      return open === '[' ? items : Object.fromEntries(pairs);
    }
    const start = reader.at;
    const value = readValue(reader, depth + 1);
    if (value === undefined) return undefined;
    const isKey = skip(reader, /\s*:/uy) !== '';
    const of = isKey && !/^\s*[,}\]]/u.test(reader.text.slice(reader.at)) ? readValue(reader, depth + 1) : '';
    if (of === undefined) return undefined;
    if (open === '{') pairs.push([String(value), of]);
    else items.push(isKey ? Object.fromEntries([[String(value), of]]) : value);
    if (reader.at === start) return undefined;
  }
}

function skip(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0] ?? '';
  reader.at += found.length;
  return found;
}

function unquoted(text: string): string {
  const inner = text.slice(1, -1);
  return text.startsWith("'") ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\/])/gu, '$1');
}
